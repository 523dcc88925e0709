import type { ComponentStates } from '../states/state';
import { isPageLanguage, pageLanguages, type PageLanguage } from './languages';
import { escaped } from './page-html';
import { stateAddress } from './state-address';

const widths = ['320', '400', '640', 'full'] as const;
const languageNames: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  rtl: 'Right to left'
};

/** The page with every state of every component, each in a frame of its own. Its switches are links: it needs no script. */
export function workbenchHtml(workbench: string, states: readonly ComponentStates[], query: URLSearchParams): string {
  const asked = query.get('language') ?? 'en';
  const language = isPageLanguage(asked) ? asked : 'en';
  const width = widths.find((each) => each === query.get('width')) ?? '400';
  const only = query.get('component');
  const shown = states.filter(({ component }) => only === null || component === only);
  const link = (change: Readonly<Record<string, string>>, words: string, current: boolean): string => {
    const to = new URLSearchParams({ language, width, ...(only === null ? {} : { component: only }), ...change });
    if (to.get('component') === '') to.delete('component');
    return `<a href="/?${escaped(to.toString())}"${current ? ' aria-current="true"' : ''}>${escaped(words)}</a>`;
  };
  const bars = [
    [
      'Component',
      [
        link({ component: '' }, 'All', only === null),
        ...states.map(({ component, title }) => link({ component }, title, only === component))
      ]
    ],
    ['Language', pageLanguages.map((each) => link({ language: each }, languageNames[each], each === language))],
    ['Width', widths.map((each) => link({ width: each }, each === 'full' ? 'Full' : `${each} px`, each === width))]
  ] as const;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ringdown workbench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/workbench.css">
</head>
<body>
<header><h1>Ringdown workbench</h1>${bars
    .map(([name, links]) => `<nav aria-label="${name}"><span>${name}</span>${links.join('')}</nav>`)
    .join('')}</header>
<main>${shown.map((each) => section(workbench, each, language, width)).join('\n')}</main>
</body>
</html>
`;
}

function section(
  workbench: string,
  { component, title, host, states }: ComponentStates,
  language: PageLanguage,
  width: string
): string {
  const frames = states.map(({ name, title: sentence }) => {
    const address = escaped(stateAddress(workbench, component, name, language));
    return `<figure class="${width === 'full' ? 'full' : ''}">
<figcaption><a href="${address}&amp;happenings" target="_blank">${escaped(sentence)}</a><code>${escaped(name)}</code></figcaption>
<iframe loading="lazy" title="${escaped(`${title}: ${sentence}`)}" src="${address}" width="${width === 'full' ? '100%' : width}" height="${host === 'utility' ? 540 : 420}"></iframe>
</figure>`;
  });
  return `<section id="${component}"><h2>${escaped(title)} <code>c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}</code></h2>
<div class="frames">${frames.join('\n')}</div></section>`;
}
