import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { impureFiles, passedDoors, wrongPackages } from './architecture/doors';
import { readRepository, type SourceFile, type Violation } from './architecture/source-file';
import { brokenBundles, brokenWalls, importRounds, mixedSides } from './architecture/walls';
import {
  hiddenExports,
  localTraces,
  looseVersions,
  poorNames,
  strangeTopLevel,
  vendorsInCode
} from './architecture/words';

const root = path.join(__dirname, '..');
const { files, topLevel } = readRepository(root);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const dependencies = Object.keys(manifest.dependencies);

const lwc = 'force-app/main/default/lwc';

type Rule = (files: readonly SourceFile[]) => readonly Violation[];
type House = readonly (readonly [path: string, text: string])[];

/** Files that break the rule, each planted among nothing else. */
const rules: readonly {
  readonly title: string;
  readonly rule: Rule;
  readonly broken: readonly House[];
  readonly kept: House;
}[] = [
  {
    title: 'imports go only where the walls are open',
    rule: brokenWalls,
    broken: [
      [['core/match/match.ts', `import { x } from '../../scripts/clock';`]],
      [['scripts/resources/thing/thing.ts', `import type { Org } from '../../org/org';`]],
      [['scripts/plan/plan.ts', `export { apply } from '../commands/apply';`]],
      [['scripts/org/org.ts', `const later = await import('../report/live');`]],
      [['scripts/report/live.ts', `import { plan } from '../plan/make-plan';`]],
      [['web/shared/message.ts', `import { ring } from '../phone/phone';`]],
      [['web/session-service/store.ts', `import { ring } from '../phone/phone';`]],
      [['web/phone-page/phone-line.ts', `import { sdk } from '../connector/connector-sdk';`]],
      [['web/softphone/page.ts', `import { book } from '../connector/call-book';`]],
      [['web/phone/phone.ts', `import { line } from '../phone-page/phone-line';`]],
      [['local/org/query.ts', `import { match } from '../../core/match/match';`]],
      [['local/org/query.ts', `type Plan = import('../../scripts/plan/plan').Plan;`]],
      [['scripts/elsewhere/thing.ts', '']]
    ],
    kept: [
      ['scripts/commands/apply.ts', `import { makePlan } from '../plan/make-plan';`],
      ['scripts/resources/thing/thing.ts', `import type { ResolvedConfig } from '../../config/resolved-config';`],
      ['local/phone/phone.ts', `import { call } from '../org/call';`]
    ]
  },
  {
    title: 'scripts, web and local meet only in the test folder, which only tests import',
    rule: mixedSides,
    broken: [
      [['scripts/plan/plan.test.ts', `import { org } from '../../local/org/org-data';`]],
      [['web/login/page.ts', `import { org } from '../../local/org/org-data';`]],
      [['local/main.ts', `import { clock } from '../scripts/clock';`]],
      [['scripts/plan/plan.ts', `import { org } from '../../test/fixtures/org';`]]
    ],
    kept: [
      ['test/e2e/story.test.ts', `import { org } from '../../local/org/org-data';`],
      ['scripts/plan/plan.test.ts', `import { org } from '../../test/fixtures/org';`]
    ]
  },
  {
    title: 'an LWC bundle takes the core through a facade, and nothing else from outside',
    rule: brokenBundles,
    broken: [
      [[`${lwc}/a/a.ts`, `import { x } from '../b/b';`]],
      [[`${lwc}/a/a.ts`, `import { x } from '../../../../../core/match/match';`]],
      [[`${lwc}/a/a.ts`, `export * from '../../../../../core/match/match';\nexport const x = 1;`]],
      [
        [`${lwc}/a/facade.ts`, `export * from '../../../../../core/match/match';`],
        [`${lwc}/a/a.html`, '<template></template>']
      ]
    ],
    kept: [
      [`${lwc}/a/a.ts`, `import { x } from './x';\nimport { y } from 'c/y';\nexport type * from './x';`],
      [`${lwc}/b/b.ts`, `export * from '../../../../../core/match/match';\n`]
    ]
  },
  {
    title: 'no file imports itself by a detour',
    rule: importRounds,
    broken: [
      [
        ['scripts/plan/a.ts', `import { b } from './b';`],
        ['scripts/plan/b.ts', `import { c } from './c';`],
        ['scripts/plan/c.ts', `import { a } from './a';`]
      ]
    ],
    kept: [
      ['scripts/plan/a.ts', `import { b } from './b'; import { c } from './c';`],
      ['scripts/plan/b.ts', `import { c } from './c';`],
      ['scripts/plan/c.ts', `import type { A } from './a';`]
    ]
  },
  {
    title: 'each outside thing has one door',
    rule: passedDoors,
    broken: [
      [['scripts/plan/plan.ts', `await fetch(url);`]],
      [['scripts/commands/apply.ts', `import { request } from 'node:https';`]],
      [['scripts/commands/apply.ts', `console.log('done');`]],
      [['scripts/run-command-line.ts', `process.stdout.write('done');`]],
      [['local/org/query.ts', `console.error('no');`]],
      [['scripts/plan/poll.ts', `await new Promise((resolve) => setTimeout(resolve, 5));`]],
      [['core/log-text/log-text.ts', `const now = Date.now();`]]
    ],
    kept: [
      ['scripts/org/transport.ts', `await fetch(url);`],
      ['scripts/report/print.ts', `process.stdout.write(text);`],
      [
        'scripts/plan/plan.ts',
        `// fetch(url) and console.log are for others\nawait org.fetch(1); const at = new Date(clock.now());`
      ]
    ]
  },
  {
    title: 'core, resources and config only compute; one file of config reads files',
    rule: impureFiles,
    broken: [
      [['core/match/match.ts', `import { readFileSync } from 'node:fs';`]],
      [['scripts/resources/thing/thing.ts', `import { execFile } from 'node:child_process';`]],
      [['scripts/resources/thing/thing.ts', `const home = process.env.HOME;`]],
      [
        ['scripts/config/read-config.ts', `import { readFileSync } from 'node:fs';`],
        ['scripts/config/vendor/vendor.ts', `import { readFileSync } from 'node:fs';`]
      ]
    ],
    kept: [
      ['scripts/config/read-config.ts', `import { readFileSync } from 'node:fs';`],
      ['scripts/resources/thing/thing.ts', `import { createHash } from 'node:crypto';`]
    ]
  },
  {
    title: 'shipped code imports dependencies only, and one file wraps the Salesforce library',
    rule: (given) => wrongPackages(given, dependencies),
    broken: [
      [['scripts/config/read.ts', `import typescript from 'typescript';`]],
      [['scripts/org/login/sf.ts', `const { AuthInfo } = await import('@salesforce/packaging');`]],
      [
        ['scripts/org/login/sf.ts', `const { AuthInfo } = await import('@salesforce/core');`],
        ['scripts/org/other.ts', `import type { Org } from '@salesforce/core';`]
      ]
    ],
    kept: [
      ['scripts/config/read.ts', `import { parse } from 'yaml';`],
      ['scripts/org/login/sf.ts', `const { AuthInfo } = await import('@salesforce/core');`]
    ]
  },
  {
    title: 'no code knows a vendor',
    rule: vendorsInCode,
    broken: [
      [['scripts/resources/call-center/thing.ts', `const page = 'https://vcc-eu1.8x8.com/';`]],
      [['web/connector/Contactual.ts', '']],
      [['core/match/match.ts', `// as ACME does it`]]
    ],
    kept: [
      ['config/vendors/8x8.yaml', 'name: 8x8'],
      ['scripts/config/vendor/read-vendor.test.ts', `read('8x8')`]
    ]
  },
  {
    title: 'names say what a thing is',
    rule: poorNames,
    broken: [
      [['scripts/utils/text.ts', '']],
      [['local/org/query-helper.ts', '']],
      [['core/common.ts', '']],
      [['scripts/plan/JobManager.ts', '']],
      [['test/fixtures/callCenter.ts', '']]
    ],
    kept: [['scripts/plan/deploy-components.ts', '']]
  },
  {
    title: 'no barrels and no default exports',
    rule: hiddenExports,
    broken: [
      [['scripts/plan/index.ts', '']],
      [['core/all.ts', `export * from './match';`]],
      [['local/main.ts', `export default run;`]]
    ],
    kept: [
      ['scripts/plan/plan.ts', `export type { Plan } from './saved-plan';`],
      ['local/lightning/page/lwc/clickToDial/clickToDial.ts', 'export default class ClickToDial {}']
    ]
  },
  {
    title: 'nothing speaks of one computer',
    rule: localTraces,
    broken: [
      [['docs/install.md', `cd ${'/ho'}me/ann/ringdown`]],
      [['scripts/plan/plan.ts', `const file = '${'/ro'}ot/plan.json';`]],
      [['docs/ci.md', `npm config set registry ${'https:/'}/registry.example.com/`]]
    ],
    kept: [['docs/install.md', 'cd ringdown; see https://example.com/home/page and $HOME/x']]
  }
];

describe('the house', () => {
  for (const { title, rule, broken, kept } of rules) {
    it(title, () => assert.deepEqual(rule(files), []));
    it(`${title}: a break is noticed`, () => {
      for (const house of broken) assert.notDeepEqual(rule(house.map(asFile)), [], `unnoticed: ${house.join(' ')}`);
      assert.deepEqual(rule(kept.map(asFile)), []);
    });
  }

  it('notices a runtime import of a package that only developers install', () => {
    const reader = [{ path: 'scripts/config/read.ts', text: `import { parse } from 'yaml';` }];
    assert.deepEqual(wrongPackages(reader, ['yaml']), []);
    assert.equal(wrongPackages(reader, ['zod']).length, 1);
  });

  it('has only the known names at the top', () => {
    assert.deepEqual(strangeTopLevel(topLevel), []);
    assert.equal(strangeTopLevel(['scripts', 'lib', 'notes.txt']).length, 2);
  });

  it('pins every package exactly', () => {
    assert.deepEqual(looseVersions(manifest), []);
    const loose = {
      dependencies: { a: '^1.0.0', b: '1.x' },
      devDependencies: { c: 'latest' },
      overrides: { d: '~2.0.0', e: '$a', f: { g: '^3.0.0' } }
    };
    assert.equal(looseVersions(loose).length, 5);
  });
});

function asFile([file, text]: readonly [string, string]): SourceFile {
  return { path: file, text };
}
