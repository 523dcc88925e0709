import type { ComponentFile } from '../../org-data';
import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, childrenOf, type XmlElement } from '../xml/xml-element';
import { bundleReferenceProblem } from './bundle-reference';
import type { OrgView } from './reference';

/** The most bytes of one JavaScript file [LWC guide, Component JavaScript File]. */
const mostBytes = 1_000_000;

/** Where a component may stand [LWC guide, XML Configuration File Elements: target]. */
const targets = new Set(
  `lightning__AppPage lightning__HomePage lightning__RecordPage lightning__UtilityBar lightning__Tab lightning__RecordAction
   lightning__GlobalAction lightning__FlowScreen lightning__FlowAction lightning__UrlAddressable lightning__Inbox
   lightning__VoiceExtension lightning__AgentforceInput lightning__AgentforceOutput lightning__Dialog
   lightning__dynamicFormField lightning__CompactLayout lightning__EnablementProgram lightning__ServiceProcess
   lightningCommunity__Page lightningCommunity__Page_Layout lightningCommunity__Default lightningCommunity__Theme_Layout
   lightningSnapin__ChatMessage lightningSnapin__Minimized lightningSnapin__PreChat lightningSnapin__ChatHeader
   lightningSnapin__MessagingPreChat lightningStatic__Email analytics__Dashboard`.split(/\s+/)
);

/** What an org has against a bundle of a Lightning web component. */
export function lightningBundleProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const { fullName, files } = draft;
  if (!/^[a-z]/.test(fullName)) return { message: `The name of a bundle begins with a lower-case letter: ${fullName}` };
  const inside = files.map((file) => ({ file, path: file.path.replace(/^(?:[^/]+\/)*?lwc\/[^/]+\//, '') }));
  const names = inside.map(({ path }) => path);
  if (!names.includes(`${fullName}.js`))
    return { message: `Cannot find Lightning Component Bundle ${fullName}: ${fullName}.js is missing` };
  for (const { file, path } of inside) {
    const problem = fileProblem(fullName, path, file);
    if (problem) return { message: `${path}: ${problem}` };
  }
  return configurationProblem(root) ?? bundleReferenceProblem(draft, view);
}

function fileProblem(bundle: string, path: string, file: ComponentFile): string | undefined {
  if (path.startsWith('__') || /\.test\.js$/.test(path)) return 'a test cannot be deployed';
  if (!/\.(js|html|css|svg|js-meta\.xml)$/.test(path)) return 'a file of this kind cannot be part of a bundle';
  if (path.endsWith('.svg') && path !== `${bundle}.svg`) return `the icon must be named ${bundle}.svg`;
  const text = file.text ?? '';
  if (path.endsWith('.js') && Buffer.byteLength(text) > mostBytes) return `the file is larger than ${mostBytes} bytes`;
  if (path.endsWith('.html') && !/^\s*(?:<!--[\s\S]*?-->\s*)*<template[\s>]/.test(text))
    return '[Line: 1, Col: 1] LWC1076: a template must begin with <template>';
  return undefined;
}

function configurationProblem(root: XmlElement): Problem | undefined {
  const declared = childrenOf(childOf(root, 'targets') ?? root, 'target').map(({ text }) => text.trim());
  const unknown = childrenOf(childOf(root, 'targets') ?? root, 'target').find(({ text }) => !targets.has(text.trim()));
  if (unknown) return problemAt(unknown, `Invalid target: ${unknown.text.trim()}`);
  for (const config of childrenOf(childOf(root, 'targetConfigs') ?? root, 'targetConfig')) {
    const wanted = (config.attributes.targets ?? '').split(',').map((target) => target.trim());
    const missing = wanted.find((target) => !declared.includes(target));
    if (missing !== undefined)
      return problemAt(config, `targetConfig is for the target ${missing}, which targets does not list`);
    const property = childrenOf(config, 'property').find(({ attributes }) => !attributes.name || !attributes.type);
    if (property) return problemAt(property, 'A property needs a name and a type');
    const strange = config.children.find(({ name }) => !configElements.has(name));
    if (strange) return problemAt(strange, `Element ${strange.name} invalid at this location in targetConfig`);
  }
  return undefined;
}

const configElements = new Set(
  'property objects supportedFormFactors event actionType hasStep propertyType configurationEditor description tag'.split(
    ' '
  )
);

/** The properties that an administrator may set on a component at a target; undefined when the component cannot stand there. */
export function propertiesAt(root: XmlElement, target: string): readonly string[] | undefined {
  const declared = childrenOf(childOf(root, 'targets') ?? root, 'target').map(({ text }) => text.trim());
  if (!declared.includes(target)) return undefined;
  return childrenOf(childOf(root, 'targetConfigs') ?? root, 'targetConfig')
    .filter(({ attributes }) => (attributes.targets ?? '').split(',').some((each) => each.trim() === target))
    .flatMap((config) => childrenOf(config, 'property').flatMap(({ attributes }) => attributes.name ?? []));
}
