import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';

type Definition = {
  readonly edition: string;
  readonly features: readonly string[];
  readonly settings: Record<string, object>;
};
type Project = {
  readonly packageDirectories: readonly Record<string, unknown>[];
  readonly namespace: string;
};

const root = path.join(__dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const schema = (name: string): object => read(`node_modules/@salesforce/schemas/${name}.schema.json`) as object;
const validate = (name: string) => new Ajv({ strict: false, allErrors: true }).compile(schema(name));

/**
 * Features that Salesforce documents and its published schema refuses: the quantity of the first is needed
 * [Service Cloud Voice for Partner Telephony Developer Guide, A Note About Scratch Orgs: 1 to 50].
 */
const missingInSchema = [/^ServiceCloudVoicePartnerTelephony:([1-9]|[1-4]\d|50)$/];

describe('the Salesforce project', () => {
  const project = read('sfdx-project.json') as Project;

  it('is one that Salesforce can read', () => {
    const check = validate('sfdx-project');
    assert.ok(check(project), JSON.stringify(check.errors));
    assert.ok(!check({ ...project, packageDirectories: [{ path: 'x', package: 1 }] }), 'a mistake is noticed');
  });

  it('holds two packages, and the second is built on the first', () => {
    const packages = project.packageDirectories.filter((each) => each['package'] !== undefined);
    assert.deepEqual(
      packages.map((each) => [each['path'], each['package']]),
      [
        ['force-app/main', 'Ringdown'],
        ['force-app/voice', 'Ringdown Voice']
      ]
    );
    assert.deepEqual(
      packages.map((each) => each['dependencies']),
      [undefined, [{ package: 'Ringdown', versionNumber: `${version()}.LATEST` }]]
    );
    for (const each of packages) {
      assert.equal(each['versionNumber'], `${version()}.NEXT`);
      assert.ok(existsSync(path.join(root, String(each['definitionFile']))));
    }
  });

  it('names nobody’s namespace', () => assert.equal(project.namespace, ''));

  for (const [name, features] of [
    ['project', ['ServiceCloud', 'ServiceUser', 'LightningServiceConsole']],
    ['voice', ['ServiceCloud', 'ServiceUser', 'LightningServiceConsole', 'ServiceCloudVoicePartnerTelephony:5']]
  ] as const) {
    it(`has a scratch-org definition ${name} of documented features and settings`, () => {
      const definition = read(`config/${name}-scratch-def.json`) as Definition;
      assert.deepEqual([definition.edition, definition.features], ['Developer', features]);
      const known = features.filter((feature) => !missingInSchema.some((pattern) => pattern.test(feature)));
      const check = validate('project-scratch-def');
      assert.ok(check({ ...definition, features: known }), JSON.stringify(check.errors));
      assert.ok(!check({ ...definition, features: [...known, 'NoSuchFeature'] }), 'a mistake is noticed');
      assert.deepEqual(definition.settings['languageSettings'], { enableTranslationWorkbench: true });
    });
  }

  const version = (): string => (read('package.json') as { version: string }).version;
});
