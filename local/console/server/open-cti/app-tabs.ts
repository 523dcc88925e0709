import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from '../../../lightning/project';
import { childrenOf, textOf } from '../../../org/metadata/xml/xml-element';
import { metadataIn, oursIn } from './flexipage';

/** A tab of an app: the home page, the home of an object, or an app page with our components. */
export type AppTab =
  | { readonly kind: 'home'; readonly components: readonly string[] }
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'page'; readonly name: string; readonly label: string; readonly components: readonly string[] };

/** The tabs of an app of the packages, in its order, with what stands on the pages that the packages bring. */
export function appTabs(root: string, application: string): readonly AppTab[] {
  const folders = packageFolders(root);
  const file = (kind: string, name: string): string => {
    const found = folders.map((folder) => path.join(folder, kind, name)).find((each) => existsSync(each));
    if (found === undefined) throw new Error(`The packages have no ${kind}/${name}`);
    return found;
  };
  const page = (name: string): readonly string[] =>
    oursIn(metadataIn(file('flexipages', `${name}.flexipage-meta.xml`)));
  const app = metadataIn(file('applications', `${application}.app-meta.xml`));
  const home = childrenOf(app, 'actionOverrides').find((each) => textOf(each, 'pageOrSobjectType') === 'standard-home');
  const homePage = home && textOf(home, 'content');
  return childrenOf(app, 'tabs').map(({ text }): AppTab => {
    if (text === 'standard-home') return { kind: 'home', components: homePage === undefined ? [] : page(homePage) };
    if (text.startsWith('standard-')) return { kind: 'object', object: text.slice('standard-'.length) };
    const tab = metadataIn(file('tabs', `${text}.tab-meta.xml`));
    const shown = textOf(tab, 'flexiPage');
    if (shown === undefined) throw new Error(`The tab ${text} shows no FlexiPage`);
    return { kind: 'page', name: text, label: textOf(tab, 'label') ?? text, components: page(shown) };
  });
}
