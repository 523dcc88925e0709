import { meanings, type Meaning, type Phrase } from './phrase';

/** Salesforce's two ways to have a phone. */
export type Bridge = 'Open CTI' | 'Voice';

export const bridges: readonly Bridge[] = ['Open CTI', 'Voice'];

/** One situation of a rep's day, as a file tells it. */
export type Scenario<World> = {
  readonly title: string;
  readonly file: string;
  /** The bridge that has it, and why the other has not. */
  readonly only?: { readonly bridge: Bridge; readonly because: string };
  /** Why it is told and not yet true, there or everywhere. */
  readonly pending?: { readonly because: string; readonly bridge?: Bridge };
  readonly steps: readonly Step<World>[];
};

/** One line of a scenario, with what it means. */
export type Step<World> = Meaning<World> & { readonly line: number; readonly text: string };

/** Everything that a file says wrong, each with its line. */
export class ScenarioError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ScenarioError';
  }
}

const keywords = ['Given', 'When', 'Then'] as const;

/** Reads a scenario; a line that the vocabulary does not have, or not under its keyword, is an error. */
export function readScenario<World>(file: string, text: string, vocabulary: readonly Phrase<World>[]): Scenario<World> {
  const problems: string[] = [];
  const steps: Step<World>[] = [];
  const told: { title?: string; only?: Scenario<World>['only']; pending?: Scenario<World>['pending'] } = {};
  let keyword: (typeof keywords)[number] | undefined;
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const [line, words] = [place + 1, raw.trim()];
    const wrong = (problem: string): number => problems.push(`${file}:${line} ${problem}`);
    if (words === '' || words.startsWith('#')) continue;
    const head = /^(Scenario|Only on|Pending(?: on (?:Open CTI|Voice))?): (.+)$/.exec(words);
    if (head) {
      const [, name, said = ''] = head;
      if (steps.length > 0) wrong(`${name} must stand before the first step`);
      if (name === 'Scenario' && told.title !== undefined) wrong('a file has one scenario');
      else if (name === 'Scenario') told.title = said;
      else if (name?.startsWith('Pending')) {
        const bridge = bridges.find((each) => name.endsWith(each));
        told.pending = { because: said, ...(bridge === undefined ? {} : { bridge }) };
      } else {
        const [, bridge, because] = /^(Open CTI|Voice), because (.+)$/.exec(said) ?? [];
        if (because === undefined) wrong('must be "Only on: Open CTI, because …" or "Only on: Voice, because …"');
        else told.only = { bridge: bridge as Bridge, because };
      }
      continue;
    }
    const [, first = '', rest = ''] = /^(\w+) (.+)$/.exec(words) ?? [];
    const own = keywords.find((each) => each === first);
    if (own === undefined && !(first === 'And' && keyword)) {
      wrong(`must begin with Given, When, Then or And: ${words}`);
      continue;
    }
    if (own && keyword && keywords.indexOf(own) < keywords.indexOf(keyword) && own === 'Given')
      wrong('Given must stand before the first When');
    keyword = own ?? keyword;
    const found = meanings(vocabulary, rest).filter(({ phrase }) => phrase.keyword === keyword);
    if (found.length === 0) wrong(`the vocabulary has no "${keyword ?? ''} ${rest}"`);
    else if (found.length > 1) wrong(`"${rest}" means ${found.length} things`);
    else steps.push({ ...found[0]!, line, text: words });
  }
  if (told.title === undefined) problems.push(`${file}:1 must begin with "Scenario: …"`);
  if (!steps.some(({ phrase }) => phrase.keyword === 'Then'))
    problems.push(`${file}:1 expects nothing: it has no Then`);
  if (problems.length > 0) throw new ScenarioError(problems);
  const { title = '', ...rest } = told;
  return { title, file, ...rest, steps };
}
