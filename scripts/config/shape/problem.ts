import { secretWord } from '../../resources/call-center/secret-word';
import type { Path } from '../source/path';

/** Something wrong at a path of the settings, before it is known where in a file that is. */
export type Problem = {
  readonly path: Path;
  /** Point at the key rather than at its value. */
  readonly atKey?: boolean;
  /** Reads on after the path. */
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  readonly fix?: string;
  /** Only a problem because of what is, or is not, at this other path: not said when that is wrong itself. */
  readonly because?: Path;
  /** The known key that an unknown one most likely stands for. */
  readonly meant?: string;
};

/** Where nothing more can be said once this is: at the path itself, and where an unknown key's value was meant to be. */
export function silencedBy({ path, meant }: Problem): readonly Path[] {
  return meant === undefined ? [path] : [path, [...path.slice(0, -1), meant]];
}

/** `must be a whole number from 200 to 1920, got "500px"`. */
export function mustBe(path: Path, expected: string, got: unknown, fix?: string): Problem {
  const shown = showable(path) ? printed(got) : 'a value that is not shown here';
  return { path, message: `must be ${expected}, got ${shown}`, expected, got: shown, fix };
}

/** `is missing: expected text`. */
export function missing(path: Path, expected: string, fix?: string): Problem {
  return { path, atKey: true, message: `is missing: expected ${expected}`, expected, got: 'nothing', fix };
}

/** A value as it reads in a message. */
export function printed(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = (JSON.stringify(value) ?? 'nothing')
    .replace(userInfo, '//…@')
    .replace(parameter, (whole, name: string) => (secretWord(name) ? `${whole.slice(0, name.length + 2)}…` : whole));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** A secret that was pasted into a URL is not repeated in messages, which end up in logs. */
const userInfo = /\/\/[^/@\s"]+@/g;
const parameter = /[?&]([^=&#"]*)=[^&#"]*/g;

/** What stands where a secret's place belongs may be the secret itself. */
const secretPlaces = ['accessToken', 'privateKey', 'authUrl', 'installationKey', 'adminToken'];
const showable = (path: Path): boolean => !path.some((step) => secretPlaces.includes(String(step)));
