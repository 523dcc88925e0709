/** A value of a line, as its placeholder took it. */
export type Given = Readonly<Record<string, string>>;

/** A line that scenarios may say. Placeholders: {number} +44…, {count} a number, {who} a rep, {x} anything else in quotes. */
export type Phrase<World> = {
  readonly keyword: 'Given' | 'When' | 'Then';
  readonly words: string;
  readonly does: (world: World, given: Given) => Promise<void>;
};

/** A phrase with the values of one line. */
export type Meaning<World> = { readonly phrase: Phrase<World>; readonly given: Given };

const counts = ['no', 'one', 'two', 'three', 'four', 'five'];

const shapes: Readonly<Record<string, string>> = {
  number: String.raw`\+\d{6,15}`,
  count: `${counts.join('|')}|[\\d,]+`,
  who: 'Priya|Sam'
};

/** What a line may mean by the vocabulary: one phrase, unless two are alike. */
export function meanings<World>(vocabulary: readonly Phrase<World>[], line: string): readonly Meaning<World>[] {
  return vocabulary.flatMap((phrase) => {
    const found = patternOf(phrase.words).exec(line);
    return found ? [{ phrase, given: { ...found.groups } }] : [];
  });
}

/** The number that a count names. */
export function countOf(word: string): number {
  const place = counts.indexOf(word);
  return place >= 0 ? place : Number(word.replaceAll(',', ''));
}

function patternOf(words: string): RegExp {
  const source = words.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const shape = shapes[name.replace(/\d$/, '')];
    return shape === undefined ? `"(?<${name}>[^"]*)"` : `(?<${name}>${shape})`;
  });
  return new RegExp(`^${source}$`);
}
