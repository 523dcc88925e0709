import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../errors/configuration';
import { RingdownError } from '../errors/ringdown-error';
import type { CommandContext } from './command';
import { run as explain } from './config-explain';
import { run as validate } from './validate';

const project = resolve(__dirname, '../..');

function given(options: { readonly config?: string; readonly org?: string }, cwd = project): CommandContext {
  const whole = { config: 'config/ringdown.yaml', detailedExitCode: false, wait: 1, json: false, ...options };
  return { options: whole, positionals: [], env: {}, cwd, toolDirectory: project } as unknown as CommandContext;
}

const pipeline = `version: 1
callCenters:
  sales: { vendor: none, kind: open-cti, internalName: S, displayName: S, adapterUrl: https://s.example.com }
orgs:
  ci: { kind: sandbox, login: { authUrl: { env: NOT_SET_ANYWHERE } } }
`;

describe('validate', () => {
  it('says for which orgs the file is valid, and what it resolves to', async () => {
    const { exitCode, data, lines } = await validate(given({}));
    assert.equal(exitCode, 0);
    assert.deepEqual(
      (data['orgs'] as readonly { name: string }[]).map(({ name }) => name),
      ['uat', 'production']
    );
    assert.ok(lines.includes('Next: npx ringdown plan --org uat'));
  });

  it('looks for secrets only of the org that is named', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'ringdown-validate-'));
    try {
      writeFileSync(join(cwd, 'r.yaml'), pipeline.replace('vendor: none, ', ''));
      assert.equal((await validate(given({ config: 'r.yaml' }, cwd))).exitCode, 0);
      await assert.rejects(validate(given({ config: 'r.yaml', org: 'ci' }, cwd)), {
        code: 'CONFIGURATION_INVALID',
        exitCode: 78
      });
      writeFileSync(join(cwd, 'r.yaml'), pipeline);
      await assert.rejects(
        validate(given({ config: 'r.yaml' }, cwd)),
        ({ data }: { data: { diagnostics: readonly unknown[] } }) => {
          assert.deepEqual(data.diagnostics, [
            {
              file: 'r.yaml',
              line: 3,
              column: 20,
              path: 'callCenters.sales.vendor',
              message: 'must be the name of a vendor file, got "none"',
              expected: 'the name of a vendor file',
              got: '"none"',
              fix: 'Write vendors/none.yaml, or correct the name'
            }
          ]);
          return true;
        }
      );
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  it('warns of secrets that are not here when no org is named', async () => {
    await inFolder({ 'r.yaml': pipeline.replace('vendor: none, ', '') }, async (cwd) => {
      const { exitCode, data, lines } = await validate(given({ config: 'r.yaml' }, cwd));
      assert.equal(exitCode, 0);
      assert.ok(lines.includes('  ! warning ci: NOT_SET_ANYWHERE is not set here'));
      assert.deepEqual(
        (data['orgs'] as readonly { missingSecrets: unknown }[]).map(({ missingSecrets }) => missingSecrets),
        [['NOT_SET_ANYWHERE']]
      );
    });
  });
});

describe('validate, in a Salesforce project', () => {
  const sound = pipeline.replace('vendor: none, ', '');
  const imported = readFileSync(join(project, 'test/golden/call-centers/Support8x8.import.xml'), 'utf8');
  const metadata = readFileSync(join(project, 'test/golden/call-centers/Support8x8.callCenter-meta.xml'), 'utf8');
  const folder = 'force-app/main/default/callCenters';

  it('refuses the import form under the name of the metadata form, in every file at once', async () => {
    const files = {
      'r.yaml': sound,
      [`${folder}/One.callCenter-meta.xml`]: imported,
      [`${folder}/Support8x8.callCenter-meta.xml`]: metadata,
      [`${folder}/Two.callCenter`]: '<CallCenter>'
    };
    await inFolder(files, async (cwd) => {
      const error = await failureOf(validate(given({ config: 'r.yaml' }, cwd)));
      assert.deepEqual([error.code, error.exitCode], ['CALL_CENTER_FILE_INVALID', 78]);
      const [first, second] = error.data['diagnostics'] as readonly Diagnostic[];
      assert.equal(first?.file, `${folder}/One.callCenter-meta.xml`);
      assert.deepEqual([first.line, first.column], [2, 1]);
      assert.equal(first.got, 'the Setup import form, <callCenter>');
      assert.equal(second?.file, `${folder}/Two.callCenter`);
    });
  });

  it('looks where sfdx-project.json says, and names what is wrong there beside the configuration’s own mistakes', async () => {
    const files = {
      'r.yaml': pipeline,
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'src' }] }),
      'src/callCenters/Bad.callCenter-meta.xml': metadata.replace('https://', 'http://'),
      [`${folder}/Elsewhere.callCenter-meta.xml`]: imported
    };
    await inFolder(files, async (cwd) => {
      const error = await failureOf(validate(given({ config: 'r.yaml' }, cwd)));
      assert.equal(error.code, 'CONFIGURATION_INVALID');
      assert.deepEqual(
        [...new Set((error.data['diagnostics'] as readonly Diagnostic[]).map(({ file }) => file))],
        ['r.yaml', 'src/callCenters/Bad.callCenter-meta.xml']
      );
    });
  });

  it('says where sfdx-project.json is not JSON', async () => {
    await inFolder({ 'r.yaml': sound, 'sfdx-project.json': '{ "name": "x", }' }, async (cwd) => {
      const { lines } = await failureOf(validate(given({ config: 'r.yaml' }, cwd)));
      assert.match(lines[0] ?? '', /^sfdx-project\.json:1:14 /);
    });
  });
});

async function inFolder(files: Readonly<Record<string, string>>, look: (cwd: string) => Promise<void>): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'ringdown-validate-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    await look(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

async function failureOf(running: Promise<unknown>): Promise<RingdownError> {
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason
  );
  assert.ok(error instanceof RingdownError);
  return error;
}

describe('config explain', () => {
  it('prints every value with its origin, under a heading for each part', async () => {
    const { data, lines } = await explain(given({ org: 'production' }));
    assert.equal(data['kind'], 'production');
    assert.ok(['# callCenters', '# packages', '# users', '# personSteps'].every((heading) => lines.includes(heading)));
    assert.ok(
      lines.some((line) =>
        /adapterUrl +https:\/\/vcc-na4\S+tenant=AcmeJets +config\/vendors\/8x8\.yaml:\d+:\d+ with/.test(line)
      )
    );
  });

  it('is about one org, which has to be named', async () => {
    await assert.rejects(explain(given({})), { exitCode: 64 });
    await assert.rejects(explain(given({ org: 'nowhere' })), { code: 'CONFIGURATION_INVALID' });
  });

  it('needs no secret, and says which are not here', async () => {
    await inFolder({ 'r.yaml': pipeline.replace('vendor: none, ', '') }, async (cwd) => {
      const { data, lines } = await explain(given({ config: 'r.yaml', org: 'ci' }, cwd));
      assert.ok(
        lines.some((line) => /org\.login\.authUrl\.env +NOT_SET_ANYWHERE \(not set here\) +r\.yaml:\d/.test(line))
      );
      const values = data['values'] as readonly { readonly path: string; readonly note?: string }[];
      assert.equal(values.find(({ path }) => path === 'org.login.authUrl.env')?.note, 'not set here');
    });
  });
});
