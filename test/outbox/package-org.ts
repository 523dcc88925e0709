import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startOrg, type RunningOrg } from '../../local/org/start-org';

const source = path.join(__dirname, '../../force-app/main/default');

const kinds = [
  { type: 'CustomObject', pattern: /^objects\/\w+\/(\w+__c)\.object-meta\.xml$/ },
  { type: 'CustomField', pattern: /^objects\/(\w+)\/fields\/(\w+)\.field-meta\.xml$/ },
  { type: 'ApexClass', pattern: /^classes\/(\w+)\.cls$/ }
];

/** An org that holds the objects, fields and classes of the package. */
export async function startPackageOrg(): Promise<RunningOrg> {
  const org = await startOrg({ kind: 'developer' });
  const date = org.data.now().toISOString();
  for (const { type, pattern } of kinds) {
    for (const file of filesOf('objects', 'classes')) {
      const named = pattern.exec(file);
      if (!named) continue;
      const text = readFileSync(path.join(source, file), 'utf8');
      org.data.putComponent({
        type,
        fullName: named.slice(1).join('.'),
        id: org.data.newId('0Ab'),
        files: [{ path: file, text }],
        createdDate: date,
        lastModifiedDate: date
      });
    }
  }
  return org;
}

function filesOf(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.split(path.sep).join('/')}`
    )
  );
}
