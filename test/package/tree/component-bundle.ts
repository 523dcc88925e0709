import { childOf, childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import type { PackageFile } from './package-file';
import type { Component } from './package-tree';

/** Where a component says it may stand. */
export const targetsOf = ({ root }: Component): readonly string[] =>
  childrenOf(childOf(root, 'targets') ?? root, 'target').map(({ text }) => text.trim());

export const isExposed = ({ root }: Component): boolean => textOf(root, 'isExposed') === 'true';

/** The settings of a component for some of its targets. */
export const targetConfigsOf = ({ root }: Component): readonly XmlElement[] =>
  childrenOf(childOf(root, 'targetConfigs') ?? root, 'targetConfig');

/** What an administrator may set on a component at one target. */
export const propertiesAt = (component: Component, target: string): readonly XmlElement[] =>
  targetConfigsOf(component)
    .filter(({ attributes }) => (attributes['targets'] ?? '').split(',').some((each) => each.trim() === target))
    .flatMap((config) => childrenOf(config, 'property'));

/** Files of Lightning web components that end like this, tests apart. */
export const componentFiles = (files: readonly PackageFile[], ending: string): readonly PackageFile[] =>
  files.filter(
    ({ path }) => /^force-app\/\w+\/default\/lwc\//.test(path) && path.endsWith(ending) && !path.includes('/__tests__/')
  );
