import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolders } from '../../../lightning/project';
import { parseXml } from '../../../org/metadata/xml/parse-xml';
import { childrenOf, textOf, type XmlElement } from '../../../org/metadata/xml/xml-element';

/** What the base package puts into the utility bar and onto record pages, as its own pages say it. */
export type PageComponents = {
  readonly utilities: readonly { readonly name: string; readonly label: string; readonly icon: string }[];
  /** By sObject. */
  readonly record: Readonly<Record<string, readonly string[]>>;
  /** The softphone's label and icon in the bar. */
  readonly softphone: { readonly label: string; readonly icon: string };
  /** The message channels of the packages, as a page names them. */
  readonly channels: readonly string[];
};

/** Nothing here runs Aura: in place of an Aura component stands the one that it shows. */
const shownFor: Readonly<Record<string, string>> = { omniPresence: 'presenceSync' };

type Instance = { readonly component: string; readonly properties: Readonly<Record<string, string>> };

/** Reads the utility bar and the record pages of the base package. */
export function pageComponents(root: string): PageComponents {
  const [base = ''] = packageFolders(root);
  const folder = path.join(base, 'flexipages');
  const bar = instances(path.join(folder, 'RingdownUtilityBar.flexipage-meta.xml'));
  const described = ({ component, properties }: Instance) => ({
    name: shownFor[component] ?? component,
    label: properties['label'] ?? component,
    icon: properties['icon'] ?? 'record'
  });
  const softphone = bar.find(({ component }) => component === 'opencti:softPhone');
  if (!softphone) throw new Error('RingdownUtilityBar has no softphone of Open CTI');
  const pages = existsSync(folder) ? readdirSync(folder).map((file) => path.join(folder, file)) : [];
  return {
    utilities: bar
      .filter(isOurs)
      .flatMap((instance) =>
        lightningComponents(root, instance.component).map((name) => ({ ...described(instance), name }))
      ),
    record: Object.fromEntries(pages.map(recordPage).filter((page) => page !== undefined)),
    softphone: described(softphone),
    channels: packageFolders(root)
      .map((each) => path.join(each, 'messageChannels'))
      .filter((each) => existsSync(each))
      .flatMap((each) => readdirSync(each))
      .map((file) => file.replace(/\.messageChannel-meta\.xml$/, '__c'))
  };
}

/**
 * The Lightning web components of an instance: itself, or for a component of Aura those that its markup holds. The console runs no
 * Aura: what such a component does besides is not played.
 */
function lightningComponents(root: string, name: string): readonly string[] {
  const markup = packageFolders(root)
    .map((folder) => path.join(folder, 'aura', name, `${name}.cmp`))
    .find((file) => existsSync(file));
  if (markup === undefined) return [name];
  return [...readFileSync(markup, 'utf8').matchAll(/<c:(\w+)/g)].map(([, held = '']) => held);
}

/** Components of the platform and of other packages have a namespace; the platform's own parts of a page are drawn by the console. */
const isOurs = ({ component }: Instance): boolean => !component.includes(':');

function recordPage(file: string): readonly [string, readonly string[]] | undefined {
  const root = parseXml(readFileSync(file, 'utf8')).root;
  const sobject = root && textOf(root, 'type') === 'RecordPage' ? textOf(root, 'sobjectType') : undefined;
  return sobject === undefined
    ? undefined
    : [
        sobject,
        instances(file)
          .filter(isOurs)
          .map(({ component }) => component)
      ];
}

function instances(file: string): readonly Instance[] {
  const root = parseXml(readFileSync(file, 'utf8')).root;
  const regions = root ? childrenOf(root, 'flexiPageRegions') : [];
  return regions
    .flatMap((region) => childrenOf(region, 'itemInstances'))
    .flatMap((item) => childrenOf(item, 'componentInstance'))
    .map((instance) => ({ component: textOf(instance, 'componentName') ?? '', properties: propertiesOf(instance) }));
}

const propertiesOf = (instance: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    childrenOf(instance, 'componentInstanceProperties').map((property) => [
      textOf(property, 'name') ?? '',
      textOf(property, 'value') ?? ''
    ])
  );
