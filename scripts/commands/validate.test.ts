import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommandContext } from './command';
import { run as explain } from './config-explain';
import { run as validate } from './validate';

const project = resolve(__dirname, '../..');

function given(options: { readonly config?: string; readonly org?: string }, cwd = project): CommandContext {
  const whole = { config: 'config/ringdown.yaml', detailedExitCode: false, wait: 1, json: false, ...options };
  return { options: whole, positionals: [], env: {}, cwd } as unknown as CommandContext;
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
});

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
});
