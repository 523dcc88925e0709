import { strToU8, zipSync } from 'fflate';
import { deployOptions } from '../deploy/deploy-job';
import type { DeployMessage } from '../deploy/deploy-message';
import { runDeploy } from '../deploy/run-deploy';
import type { OrgData } from '../../org-data';

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A metadata file around this content. */
export const metadataFile = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}>\n${content}\n</${root}>\n`;

/** A package.xml that names these members. */
export const packageXml = (members: Readonly<Record<string, readonly string[]>>, version = '67.0'): string =>
  metadataFile(
    'Package',
    Object.entries(members)
      .map(
        ([type, names]) =>
          `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
      )
      .join('') + `<version>${version}</version>`
  );

/** A zip of these files. */
export const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))));

/** Deploys one package of these files at once and gives the rows of the result. */
export function deployFiles(
  org: OrgData,
  members: Readonly<Record<string, readonly string[]>>,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
  version?: string
): readonly DeployMessage[] {
  const zip = zipOf({ 'package.xml': packageXml(members, version), ...files });
  return runDeploy(org, zip, deployOptions({ singlePackage: true, ...options }, org.kind));
}

/** The rows that say what is wrong. */
export const failures = (messages: readonly DeployMessage[]): readonly DeployMessage[] =>
  messages.filter((message) => !message.success);
