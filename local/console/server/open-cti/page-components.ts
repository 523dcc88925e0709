import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { auraFolder } from '../../../lightning/build/aura/aura-modules';
import { packageFolders } from '../../../lightning/project';
import { textOf } from '../../../org/metadata/xml/xml-element';
import { appTabs, type AppTab } from './app-tabs';
import { instancesIn, isOurs, metadataIn, oursIn, type Instance } from './flexipage';

/** What the base package puts into the utility bar, onto record pages and into tabs, as its own files say it. */
export type PageComponents = {
  readonly utilities: readonly {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    readonly isAura: boolean;
  }[];
  /** By sObject. */
  readonly record: Readonly<Record<string, readonly string[]>>;
  /** Of the app, in its order. */
  readonly tabs: readonly AppTab[];
  /** The softphone's label and icon in the bar. */
  readonly softphone: { readonly label: string; readonly icon: string };
  /** The message channels of the packages, as a page names them. */
  readonly channels: readonly string[];
};

/** Reads the utility bar, the record pages and the app of the base package. */
export function pageComponents(root: string): PageComponents {
  const [base = ''] = packageFolders(root);
  const folder = path.join(base, 'flexipages');
  const bar = instancesIn(metadataIn(path.join(folder, 'RingdownUtilityBar.flexipage-meta.xml')));
  const described = ({ component, properties }: Instance) => ({
    name: component,
    label: properties['label'] ?? component,
    icon: properties['icon'] ?? 'record'
  });
  const softphone = bar.find(({ component }) => component === 'opencti:softPhone');
  if (!softphone) throw new Error('RingdownUtilityBar has no softphone of Open CTI');
  const pages = existsSync(folder) ? readdirSync(folder).map((file) => path.join(folder, file)) : [];
  return {
    utilities: bar
      .filter(isOurs)
      .map((instance) => ({ ...described(instance), isAura: auraFolder(root, instance.component) !== undefined })),
    record: Object.fromEntries(pages.map(recordPage).filter((page) => page !== undefined)),
    tabs: appTabs(root, 'RingdownConsole'),
    softphone: described(softphone),
    channels: packageFolders(root)
      .map((each) => path.join(each, 'messageChannels'))
      .filter((each) => existsSync(each))
      .flatMap((each) => readdirSync(each))
      .map((file) => file.replace(/\.messageChannel-meta\.xml$/, '__c'))
  };
}

/** Our components on a page of a record, whichever package has it. */
export function recordComponents(root: string, page: string): readonly string[] {
  const [file] = packageFolders(root)
    .map((folder) => path.join(folder, 'flexipages', `${page}.flexipage-meta.xml`))
    .filter((each) => existsSync(each));
  if (file === undefined) throw new Error(`There is no page ${page}`);
  return oursIn(metadataIn(file));
}

function recordPage(file: string): readonly [string, readonly string[]] | undefined {
  const page = metadataIn(file);
  const sobject = textOf(page, 'type') === 'RecordPage' ? textOf(page, 'sobjectType') : undefined;
  return sobject === undefined ? undefined : [sobject, oursIn(page)];
}
