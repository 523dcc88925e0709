import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApexClass } from './apex-class';

const classMetadata = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>
`;

/** Writes classes beside the package's objects as a Salesforce DX project in a temporary folder; answers the folder. */
export function writeApexProject(packageFolder: string, classes: readonly ApexClass[]): string {
  const project = mkdtempSync(path.join(tmpdir(), 'ringdown-apex-'));
  const objects = path.join(packageFolder, 'objects');
  if (!existsSync(objects)) throw new Error(`${objects} is missing: without its objects no class can be checked`);
  cpSync(objects, path.join(project, 'package', 'objects'), { recursive: true });
  mkdirSync(path.join(project, 'package', 'classes'));
  for (const { name, text } of classes) {
    writeFileSync(classFile(project, name), text);
    writeFileSync(`${classFile(project, name)}-meta.xml`, classMetadata);
  }
  writeFileSync(
    path.join(project, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'package', default: true }], sourceApiVersion: '67.0' })
  );
  return project;
}

/** Where a class of such a project is. */
export function classFile(project: string, name: string): string {
  return path.join(project, 'package', 'classes', `${name}.cls`);
}
