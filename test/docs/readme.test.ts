import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '../..');
const readme = path.join(root, 'README.md');
const block = /```text\n([\s\S]*?)```/;
const story = [
  ['apply', '--org', 'uat'],
  ['plan', '--org', 'uat']
] as const;

/** What changes from day to day and from start to start. */
function lasting(text: string): string {
  return text.replace(/in \d+ days/g, 'in … days').replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:…');
}

describe('README.md', () => {
  let directory: string;
  const run = async (...args: readonly string[]): Promise<string> => {
    const program = path.join(root, 'scripts/ringdown.cjs');
    return (await promisify(execFile)(process.execPath, [program, ...args], { cwd: directory })).stdout;
  };

  before(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'ringdown-readme-'));
    cpSync(path.join(root, 'config'), path.join(directory, 'config'), { recursive: true });
  });
  after(async () => {
    await run('local', 'stop', '--org', 'uat');
    rmSync(directory, { recursive: true });
  });

  it('shows what the tool really prints (UPDATE_GOLDENS=1 writes it anew)', async () => {
    const printed: string[] = [];
    for (const args of story) printed.push(`$ npx ringdown ${args.join(' ')}\n${await run(...args)}`);
    const text = lasting(printed.join('\n'));
    const before = readFileSync(readme, 'utf8');
    if (process.env['UPDATE_GOLDENS'] === '1')
      writeFileSync(
        readme,
        before.replace(block, () => `\`\`\`text\n${text}\`\`\``)
      );
    assert.equal(block.exec(readFileSync(readme, 'utf8'))?.[1], text);
  });
});
