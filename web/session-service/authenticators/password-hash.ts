import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** What a hash costs: 2^log2Cost rounds over blocks of 1 KiB, one after another. */
export type HashCost = { readonly log2Cost: number; readonly blockSize: number; readonly parallel: number };

/** OWASP's recommendation for scrypt: 128 MiB a password. */
export const recommendedCost: HashCost = { log2Cost: 17, blockSize: 8, parallel: 1 };

export type PasswordHash = HashCost & { readonly salt: Buffer; readonly hash: Buffer };

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,86})\$([A-Za-z0-9+/]{43,86})$/;

/** Reads a hash in PHC form, or nothing when it is none or asks for more memory than 1 GiB. */
export function parsePasswordHash(text: string): PasswordHash | undefined {
  const [, cost, block, parallel, salt, hash] = form.exec(text) ?? [];
  if (cost === undefined || salt === undefined || hash === undefined) return undefined;
  const parsed = { log2Cost: Number(cost), blockSize: Number(block), parallel: Number(parallel) };
  if (parsed.log2Cost < 1 || parsed.blockSize < 1 || parsed.parallel < 1 || memoryOf(parsed) > 2 ** 30)
    return undefined;
  return { ...parsed, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

/** The line for the users file. */
export async function hashPassword(password: string, cost = recommendedCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, { ...cost, salt, hash: Buffer.alloc(32) });
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$scrypt$ln=${cost.log2Cost},r=${cost.blockSize},p=${cost.parallel}$${saltText}$${hashText}`;
}

/** Compares in a time that says nothing about where the difference is. */
export async function isRightPassword(password: string, stored: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, stored), stored.hash);
}

function derive(password: string, { log2Cost, blockSize, parallel, salt, hash }: PasswordHash): Promise<Buffer> {
  const cost = { log2Cost, blockSize, parallel };
  const options: ScryptOptions = { N: 2 ** log2Cost, r: blockSize, p: parallel, maxmem: memoryOf(cost) + 2 ** 20 };
  // The same letters typed on another keyboard are the same password.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) =>
    scrypt(text, salt, hash.length, options, (error, derived) => (error ? reject(error) : resolve(derived)))
  );
}

function memoryOf({ log2Cost, blockSize, parallel }: HashCost): number {
  return 128 * blockSize * (2 ** log2Cost + parallel + 2);
}
