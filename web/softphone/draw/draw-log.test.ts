import assert from 'node:assert/strict';
import { type LogPicture } from '../own-log/log-picture';
import { samplePicture } from '../sample-call';
import { firstScreen, type Hands } from '../screen';
import { languageOf } from '../words';
import { drawSoftphone } from './draw-softphone';
import { type Drawn } from './drawn';

describe('what the softphone shows of the logs that it saves', () => {
  let wishes: unknown[];
  beforeEach(() => {
    wishes = [];
  });
  const nothing = (): undefined => undefined;
  const hands: Hands = {
    ...{ dial: nothing, dialAnyway: nothing, search: nothing, startAgain: nothing, change: nothing },
    ...{ openWindow: nothing, closeWindow: nothing },
    wish: (wish) => wishes.push(wish)
  };
  const within = (drawn: Drawn | string): readonly Drawn[] =>
    typeof drawn === 'string' ? [] : [drawn, ...drawn.children.flatMap(within)];
  const line = (log?: LogPicture, language = languageOf(['en'])): Drawn => {
    const screen = { ...firstScreen(0, true), picture: { ...samplePicture(), ...(log ? { log } : {}) } };
    return drawSoftphone(screen, language, hands, '/login').find(({ key }) => key === 'log')!;
  };
  const textOf = (drawn: Drawn | string): string =>
    typeof drawn === 'string' ? drawn : drawn.children.map(textOf).join(' ');

  it('has a place that is there before it says something, and is read aloud', () => {
    const { attributes, children } = line();
    assert.deepEqual([attributes.role, attributes.class, children.length], ['status', 'log', 0]);
  });

  it('is calm while all is well, and stands out when the rep has to do something', () => {
    const states: readonly (readonly [LogPicture['state'], string, RegExp])[] = [
      ['saves', 'log', /saves the call itself/],
      ['saving', 'log', /being saved/],
      ['saved', 'log', /is saved/],
      ['waiting', 'log', /kept here and saved as soon/],
      ['in-page', 'log problem', /leave Salesforce open/],
      ['unlogged', 'log problem', /not logged/],
      ['refused', 'log problem', /does not take the log/]
    ];
    for (const [state, place, words] of states) {
      const drawn = line({ state });
      assert.equal(drawn.attributes.class, place, state);
      assert.match(textOf(drawn), words);
    }
  });

  it('repeats what Salesforce said of a refusal, and tries again when the rep asks', () => {
    const drawn = line({ state: 'refused', words: 'Subject is required.' });
    assert.match(textOf(drawn), /Subject is required\./);
    const [again] = within(drawn).filter(({ tag }) => tag === 'button');
    again?.on?.click?.();
    assert.deepEqual(wishes, [{ type: 'save-logs' }]);
    assert.deepEqual(
      within(line({ state: 'waiting' })).filter(({ tag }) => tag === 'button'),
      []
    );
  });
});
