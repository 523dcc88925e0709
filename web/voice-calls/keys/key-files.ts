import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CallAudit } from '../call-audit';
import { endOf, isPair, type KeyPair } from './key-pair';
import { removeUnfinished, removeWhole, writeWhole } from './whole-file';

/** One key pair as it lies in its file. */
export type KeptKey = KeyPair & { readonly keyId: string; readonly createdAt: string; readonly endsAt: number };

/** Which key was made the active one and when, the latest last; of several the last counts. */
export type Activation = { readonly keyId: string; readonly at: string };

/** The files of one org's keys: one for each pair, and one that says which is active, so that changing it is one write. */
export type KeyFiles = {
  readonly keys: () => readonly KeptKey[];
  readonly activations: () => readonly Activation[];
  readonly add: (key: Omit<KeptKey, 'endsAt'>) => void;
  readonly remove: (keyId: string) => boolean;
  readonly setActivations: (activations: readonly Activation[]) => void;
};

const keyName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.key\.json$/;
const keyFile = z.object({ createdAt: z.iso.datetime(), certificate: z.string(), privateKey: z.string() });
const activationFile = z.array(z.object({ keyId: z.string(), at: z.iso.datetime() }));

/** Opens the org's folder below the keys' folder, or makes it. */
export function openKeyFiles(keysFolder: string, orgId: string, now: number, audit: CallAudit): KeyFiles {
  const folder = path.join(keysFolder, orgId);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder, now);
  const told = new Set<string>();
  const fileOf = (keyId: string): string => path.join(folder, `${keyId}.key.json`);
  const activationsFile = path.join(folder, 'activations.json');

  const readKey = (keyId: string): KeptKey | undefined => {
    const file = fileOf(keyId);
    try {
      closeToOthers(file, () => audit({ event: 'key-file-closed', orgId, keyId }));
      const { createdAt, certificate, privateKey } = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
      if (!isPair({ certificate, privateKey })) throw new Error('not a pair');
      told.delete(keyId);
      return { keyId, createdAt, certificate, privateKey, endsAt: endOf(certificate) };
    } catch {
      // What is wrong with it is not told: the message of a parser may hold what it read.
      if (!told.has(keyId)) audit({ event: 'key-file-unreadable', orgId, keyId });
      told.add(keyId);
      return undefined;
    }
  };
  return {
    keys: () =>
      readdirSync(folder).flatMap((name) => {
        const keyId = keyName.exec(name)?.[1];
        return (keyId === undefined ? undefined : readKey(keyId)) ?? [];
      }),
    activations: () => {
      try {
        return activationFile.parse(JSON.parse(readFileSync(activationsFile, 'utf8')));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        // Every key then counts as pending, which still signs: calls go on while somebody activates one again.
        if (!told.has(activationsFile)) audit({ event: 'key-file-unreadable', orgId, reason: 'activations' });
        told.add(activationsFile);
        return [];
      }
    },
    add: ({ keyId, ...key }) => writeWhole(fileOf(keyId), JSON.stringify(key)),
    remove: (keyId) => keyName.test(`${keyId}.key.json`) && removeWhole(fileOf(keyId)),
    setActivations: (activations) => writeWhole(activationsFile, JSON.stringify(activations))
  };
}

/** A file that somebody copied here may be open to others of this computer. */
function closeToOthers(file: string, tell: () => void): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  chmodSync(file, 0o600);
  tell();
}
