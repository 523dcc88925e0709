import { fieldsOf, textOf, timeOf } from './plain-value';

/** One of the places where a rep is logged in. Times are ISO 8601. */
export type OwnSession = {
  readonly handle: string;
  readonly issuedAt: string;
  readonly lastActiveAt: string;
  readonly address: string;
  readonly userAgent: string;
  readonly inCall: boolean;
  /** Whether it is the one that asked. */
  readonly isThis: boolean;
};

/** The answer of `/sessions`, or nothing when it is none. */
export function parseOwnSessions(value: unknown): readonly OwnSession[] | undefined {
  const sessions = fieldsOf(value)?.sessions;
  if (!Array.isArray(sessions)) return undefined;
  const parsed = sessions.map(parseOwnSession);
  return parsed.every((each) => each !== undefined) ? parsed : undefined;
}

function parseOwnSession(value: unknown): OwnSession | undefined {
  const fields = fieldsOf(value);
  const [handle, address] = [fields?.handle, fields?.address].map(textOf);
  const userAgent = fields?.userAgent;
  const [issuedAt, lastActiveAt] = [fields?.issuedAt, fields?.lastActiveAt].map(timeOf);
  // A browser may send none.
  if (!handle || !address || typeof userAgent !== 'string' || !issuedAt || !lastActiveAt) return undefined;
  return {
    handle,
    issuedAt,
    lastActiveAt,
    address,
    userAgent,
    inCall: fields?.inCall === true,
    isThis: fields?.isThis === true
  };
}

/** What people call the browser and the computer of a user agent's text; empty when nobody knows. */
export function browserNamed(userAgent: string): string {
  const first = (known: readonly (readonly [pattern: RegExp, name: string])[]): string =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  return [first(browsers), first(systems)].filter((name) => name !== '').join(', ');
}

/** In order: each says the names of those below it too. */
const browsers = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari']
] as const;
const systems = [
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux']
] as const;
