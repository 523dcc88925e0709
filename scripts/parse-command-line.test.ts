import assert from 'node:assert/strict';
import { helpText } from './help';
import { commandNames, parseCommandLine } from './parse-command-line';

describe('the command line', () => {
  it('fills in the defaults', () => {
    const { command, options } = parseCommandLine(['plan', '--org', 'uat']);
    assert.equal(command, 'plan');
    assert.deepEqual(options, {
      config: 'config/ringdown.yaml',
      org: 'uat',
      out: undefined,
      detailedExitCode: false,
      confirmOrg: undefined,
      confirmed: undefined,
      rotateKeys: false,
      agents: undefined,
      country: undefined,
      export: undefined,
      from: undefined,
      to: undefined,
      repair: false,
      wait: 60,
      json: false
    });
  });

  it('knows the plan that apply is given, and both words of config explain', () => {
    assert.deepEqual(parseCommandLine(['apply', 'plan.json', '--org', 'uat']).positionals, ['plan.json']);
    assert.equal(parseCommandLine(['config', 'explain', '--org', 'uat']).command, 'config explain');
  });

  for (const [name, args] of [
    ['an unknown command', ['deploy']],
    ['an unknown option', ['plan', '--orgs', 'uat']],
    ['an option without its value', ['plan', '--org']],
    ['half of config explain', ['config']],
    ['an option of another command', ['plan', '--org', 'uat', '--agents', 'agents.csv']],
    ['one word too many', ['plan', 'uat']],
    ['a waiting time that is no number', ['apply', '--wait', 'long']],
    ['a waiting time of nothing', ['apply', '--wait', '0']]
  ] as const) {
    it(`refuses ${name} with exit 64`, () => {
      assert.throws(() => parseCommandLine(args), { code: 'USAGE', exitCode: 64 });
    });
  }

  for (const name of commandNames) {
    it(`has help with an example for ${name}`, () => {
      const text = helpText(name);
      assert.match(text, new RegExp(`Example\\n {2}npx ringdown ${name}`));
      assert.match(text, /--json/);
    });
  }

  it('rotates keys with plan and apply alone', () => {
    assert.equal(parseCommandLine(['apply', '--org', 'uat', '--rotate-keys']).options.rotateKeys, true);
    assert.throws(() => parseCommandLine(['verify', '--org', 'uat', '--rotate-keys']), { code: 'USAGE' });
  });
});
