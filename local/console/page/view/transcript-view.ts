import { transcript, watchTranscript, type Entry } from '../host/transcript';
import { make } from '../make';
import { button } from './button';

const arrows: Readonly<Record<Entry['direction'], string>> = { 'to-connector': '→', 'from-connector': '←', host: '•' };
const words: Readonly<Record<Entry['direction'], string>> = {
  'to-connector': 'to the connector',
  'from-connector': 'from the connector',
  host: 'host'
};
const shown = 300;

/** Everything that goes over the port, with what is wrong with it. */
export function showTranscript(): HTMLElement {
  const list = make('ol', { class: 'transcript', tabindex: '0', 'aria-label': 'Messages of host and connector' });
  const logs = make('input', { type: 'checkbox', id: 'with-logs' });
  const isShown = ({ name }: Entry): boolean => logs.checked || name !== 'LOG';
  const draw = (): void => list.replaceChildren(...transcript().filter(isShown).slice(-shown).map(line));
  logs.addEventListener('change', draw);
  watchTranscript((entry) => {
    if (!isShown(entry)) return;
    list.append(line(entry));
    while (list.childElementCount > shown) list.firstElementChild?.remove();
    list.scrollTop = list.scrollHeight;
  });
  return make(
    'section',
    { class: 'transcript-place', 'aria-label': 'Transcript' },
    make(
      'div',
      { class: 'transcript-tools' },
      make('label', { for: 'with-logs' }, logs, ' LOG messages too'),
      button('Save', save, { key: 'save-transcript' })
    ),
    list
  );
}

function line({ at, direction, name, payload, problem }: Entry): HTMLElement {
  const contents = payload === null || payload === undefined ? '' : JSON.stringify(payload, null, 1);
  const head = [
    make('time', { datetime: at }, at.slice(11, 23)),
    ` ${arrows[direction]} `,
    make('span', { class: 'slds-assistive-text' }, words[direction]),
    make('strong', {}, name)
  ];
  const fault = problem === undefined ? [] : [make('p', { class: 'transcript-problem' }, problem)];
  const body = contents === '' ? head : [make('details', {}, make('summary', {}, ...head), make('pre', {}, contents))];
  return make('li', { class: problem === undefined ? '' : 'transcript-wrong' }, ...body, ...fault);
}

function save(): void {
  const text = transcript()
    .map((entry) => JSON.stringify(entry))
    .join('\n');
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' })) });
  link.download = `transcript-${new Date().toISOString().replaceAll(':', '-')}.ndjson`;
  link.click();
  URL.revokeObjectURL(link.href);
}
