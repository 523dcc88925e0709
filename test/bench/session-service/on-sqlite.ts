import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { openSqliteStore } from '../../../web/session-service/store/sqlite-store';
import type { BareAnswers } from './bare-handler';
import { growth, inBytes, type Tell } from './figures';
import type { Load } from './load-plan';
import { addSessions } from './many-sessions';
import { measureChecks, measureLogins, settle } from './measured-load';
import { answersOf } from './one-session';
import { residentBytes, startServer } from './server-process';
import { writeSettings } from './service-folder';

export type Measured = { readonly checks: Load; readonly logins: Load };

/** One node on a file, with so many sessions in it: what it does in a second and what it keeps. */
export async function onSqlite(
  place: { readonly program: string; readonly folder: string },
  sessions: number,
  tell: Tell
): Promise<Measured & { readonly answers: BareAnswers; readonly settings: Readonly<Record<string, string>> }> {
  const { program, folder } = place;
  const few = writeSettings(folder, 'nearly-empty', { kind: 'sqlite', file: 'nearly-empty.db' });
  const full = writeSettings(folder, 'full', { kind: 'sqlite', file: 'full.db' });

  await fill(path.join(folder, 'nearly-empty.db'), 1);
  const before = await startServer([program, '--settings', few]);
  let answers: BareAnswers;
  let residentBefore: number;
  try {
    await settle([before.port], 1);
    residentBefore = residentBytes(before.pid);
    answers = await answersOf(before.port);
  } finally {
    await before.stop();
  }

  const file = path.join(folder, 'full.db');
  const start = performance.now();
  await fill(file, sessions);
  const seconds = (performance.now() - start) / 1000;
  const bytes = [file, `${file}-wal`].filter(existsSync).reduce((sum, each) => sum + statSync(each).size, 0);
  tell([
    `${sessions} sessions in SQLite: the file`,
    `${inBytes(bytes)}: ${inBytes(bytes / sessions)} each, added through the store in ${seconds.toFixed(1)} s`
  ]);

  const node = await startServer([program, '--settings', full]);
  try {
    await settle([node.port], sessions);
    tell([
      `${sessions} sessions in SQLite: memory of the service`,
      growth(residentBefore, residentBytes(node.pid), sessions)
    ]);
    const checks = await measureChecks([node.port], sessions);
    const logins = await measureLogins([node.port], 1);
    return { checks, logins, answers, settings: { 'one session': few, [`${sessions} sessions`]: full } };
  } finally {
    await node.stop();
  }
}

async function fill(file: string, sessions: number): Promise<void> {
  const store = openSqliteStore(file);
  // Their order is random to every index: the more at once, the fewer times a page is written.
  try {
    await addSessions(store, 0, sessions, 25_000);
  } finally {
    await store.close();
  }
}
