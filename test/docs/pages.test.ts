import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { commandNames } from '../../scripts/parse-command-line';

const root = path.join(__dirname, '../..');

describe('the pages of docs', () => {
  const pages = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));
  for (const page of [...pages.map((file) => path.join('docs', file)), 'README.md']) {
    it(`${page} names only commands, scripts and pages that exist`, () => {
      const text = readFileSync(path.join(root, page), 'utf8');
      const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      for (const [, words = ''] of text.matchAll(/npx ringdown ((?:config )?[a-z]+)/g)) {
        assert.ok((commandNames as readonly string[]).includes(words), `npx ringdown ${words}`);
      }
      for (const [, name = ''] of text.matchAll(/npm run ([a-z:-]+)/g)) assert.ok(name in scripts, `npm run ${name}`);
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(existsSync(path.join(root, path.dirname(page), target)), `${page} links ${target}`);
      }
    });
  }
});
