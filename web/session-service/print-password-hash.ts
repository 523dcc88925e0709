import { hashPassword } from './authenticators/password-hash';

/** The line for the users file from what was typed or piped, without its line end. Throws when there is no password in it. */
export async function passwordLine(input: AsyncIterable<string | Buffer>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of input) pieces.push(piece.toString());
  const password = pieces.join('').replace(/\r?\n$/, '');
  if (password === '') throw new Error('There was no password on standard input.');
  if (/[\r\n]/.test(password)) throw new Error('A password is one line.');
  return `${await hashPassword(password)}\n`;
}
