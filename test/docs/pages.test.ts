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
      for (const [, words = ''] of text.matchAll(/npx ringdown ((?:(?:config|agents|match|logs) )?[a-z]+)/g)) {
        assert.ok((commandNames as readonly string[]).includes(words), `npx ringdown ${words}`);
      }
      for (const [, name = ''] of text.matchAll(/npm run ([a-z:-]+)/g)) assert.ok(name in scripts, `npm run ${name}`);
      for (const [, target = '', anchor] of text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
        const file = target === '' ? page : path.join(path.dirname(page), target);
        assert.ok(existsSync(path.join(root, file)), `${page} links ${target}`);
        if (anchor !== undefined) assert.ok(anchorsOf(file).includes(anchor), `${page} links ${target}#${anchor}`);
      }
    });
  }
});

/** As GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  const headings = readFileSync(path.join(root, file), 'utf8').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replace(/ /g, '-')
  );
}
