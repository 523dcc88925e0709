import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { auraFolder } from '../../../lightning/build/aura/aura-modules';
import { packageFolders } from '../../../lightning/project';
import { parseXml } from '../../../org/metadata/xml/parse-xml';
import { childrenOf, textOf, type XmlElement } from '../../../org/metadata/xml/xml-element';

/** What the base package puts into the utility bar and onto record pages, as its own pages say it. */
export type PageComponents = {
  readonly utilities: readonly {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    readonly isAura: boolean;
  }[];
  /** By sObject. */
  readonly record: Readonly<Record<string, readonly string[]>>;
  /** The softphone's label and icon in the bar. */
  readonly softphone: { readonly label: string; readonly icon: string };
  /** The message channels of the packages, as a page names them. */
  readonly channels: readonly string[];
};

type Instance = { readonly component: string; readonly properties: Readonly<Record<string, string>> };

/** Reads the utility bar and the record pages of the base package. */
export function pageComponents(root: string): PageComponents {
  const [base = ''] = packageFolders(root);
  const folder = path.join(base, 'flexipages');
  const bar = instances(path.join(folder, 'RingdownUtilityBar.flexipage-meta.xml'));
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
    softphone: described(softphone),
    channels: packageFolders(root)
      .map((each) => path.join(each, 'messageChannels'))
      .filter((each) => existsSync(each))
      .flatMap((each) => readdirSync(each))
      .map((file) => file.replace(/\.messageChannel-meta\.xml$/, '__c'))
  };
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
