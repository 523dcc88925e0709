import { boundaryBefore } from './character-boundary';
import { endsAllowance, fromStored, isReadable, startsWithCrLf, storedSize, toReadable, toStored } from './stored-text';

/** What the fields hold, in UTF-16 units: Task.Description and CallLogPart__c.Text__c. */
export type LogTextLimits = { readonly description: number; readonly part: number };

/** A log's text as the org keeps it. */
export type LogText = {
  /** The text, or when it continues elsewhere its beginning for a person to read. */
  readonly description: string;
  /** Empty, or the whole text from its first character, in order, each as a field keeps it. */
  readonly parts: readonly string[];
  /** True when the whole text is in the parts. */
  readonly continues: boolean;
};

/** Description holds 32,000 characters, a long text area at most 131,072. */
export const orgLimits: LogTextLimits = { description: 32_000, part: 131_072 };

/**
 * The text as the org can keep it, whatever its length and content. What fits Description goes there as it is; anything
 * else goes whole into parts, so that editing Description never changes what was said.
 */
export function splitLogText(text: string, limits: LogTextLimits = orgLimits): LogText {
  if (fitsDescription(text, limits.description)) return { description: text, parts: [], continues: false };
  return { description: excerpt(text, limits.description), parts: [...partsOf(text, limits.part)], continues: true };
}

/** The text that was split, to the code unit. */
export function joinLogText({ description, parts, continues }: LogText): string {
  return continues ? parts.map(readLogPart).join('') : description;
}

/** The text of one part as it came from the org; parts are read one by one and follow each other. */
export function readLogPart(stored: string): string {
  return fromStored(stored);
}

/** What is left of a text in Description when Salesforce has kept it: the same for two texts that differ in nothing else. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function fitsDescription(text: string, limit: number): boolean {
  return text.length <= limit && endWithin(text, 0, limit, readableSize) === text.length && isReadable(text);
}

function excerpt(text: string, limit: number): string {
  const end = boundaryBefore(text, endWithin(text, 0, limit, readableSize), 0);
  return toReadable(text.slice(0, end)).trimEnd();
}

function* partsOf(text: string, limit: number): Generator<string> {
  const room = limit - endsAllowance;
  if (room < endsAllowance) throw new RangeError(`A part of ${limit} units has no room for text`);
  for (let from = 0; from < text.length;) {
    // Long enough to hold the first line break of any part, and no longer.
    const crLf = startsWithCrLf(text.slice(from, from + limit));
    const at = endWithin(text, from, room, (given, unit) => storedSize(given, unit, crLf));
    const end = boundaryBefore(text, at, from);
    yield toStored(text.slice(from, end));
    from = end;
  }
}

/** The furthest end so that what lies between takes at most `room` units. */
function endWithin(text: string, from: number, room: number, sizeOf: (text: string, at: number) => number): number {
  let taken = 0;
  for (let at = from; at < text.length; at++) {
    taken += sizeOf(text, at);
    if (taken > room) return at;
  }
  return text.length;
}

/** A line break counts as two, however it is written. */
function readableSize(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 10) return text.charCodeAt(at - 1) === 13 ? 1 : 2;
  if (unit === 13) return text.charCodeAt(at + 1) === 10 ? 1 : 2;
  return 1;
}
