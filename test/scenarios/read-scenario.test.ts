import assert from 'node:assert/strict';
import { type Phrase } from './phrase';
import { readScenario, ScenarioError } from './read-scenario';

const nothing = (): Promise<void> => Promise.resolve();
const vocabulary: readonly Phrase<unknown>[] = [
  { keyword: 'Given', words: 'a contact {name} with the phone {number}', does: nothing },
  { keyword: 'When', words: '{number} calls {who}', does: nothing },
  { keyword: 'Then', words: 'there are {count} logs', does: nothing }
];
const problemsOf = (text: string): readonly string[] => {
  try {
    readScenario('a.scenario', text, vocabulary);
    return [];
  } catch (error) {
    assert(error instanceof ScenarioError);
    return error.problems;
  }
};

describe('A scenario file', () => {
  it('says what is given, what happens and what is then true, each by a phrase of the vocabulary', () => {
    const scenario = readScenario(
      'a.scenario',
      'Scenario: A call\n# why\n\nGiven a contact "Alex Kim" with the phone +14155550123\nWhen +14155550123 calls Priya\nThen there are two logs\nAnd there are 40,000 logs',
      vocabulary
    );
    assert.equal(scenario.title, 'A call');
    assert.deepEqual(
      scenario.steps.map(({ line, given }) => [line, { ...given }]),
      [
        [4, { name: 'Alex Kim', number: '+14155550123' }],
        [5, { number: '+14155550123', who: 'Priya' }],
        [6, { count: 'two' }],
        [7, { count: '40,000' }]
      ]
    );
  });

  it('says of a situation that one bridge alone has it, or that it is not true yet, and why', () => {
    const { only, pending } = readScenario(
      'a.scenario',
      'Scenario: A call\nOnly on: Voice, because it has queues\nPending: nobody built it\nThen there are no logs',
      vocabulary
    );
    assert.deepEqual(only, { bridge: 'Voice', because: 'it has queues' });
    assert.deepEqual(pending, { because: 'nobody built it' });
    const one = readScenario('a.scenario', 'Scenario: A\nPending on Voice: later\nThen there are no logs', vocabulary);
    assert.deepEqual(one.pending, { because: 'later', bridge: 'Voice' });
  });

  it('is refused with every line that nobody understands', () => {
    assert.deepEqual(
      problemsOf(
        'Scenario: A call\nGiven a dog\nWhen 123 calls Priya\nBut not\nThen there are 2 logs\nThen a call'
      ).map((problem) => problem.slice(0, 12)),
      ['a.scenario:2', 'a.scenario:3', 'a.scenario:4', 'a.scenario:6']
    );
  });

  it('is refused when a phrase stands under another keyword, when it expects nothing, and without a title', () => {
    assert.equal(problemsOf('Scenario: A\nWhen there are 2 logs\nThen there are 2 logs').length, 1);
    assert.equal(problemsOf('Scenario: A\nWhen +14155550123 calls Priya').length, 1);
    assert.equal(problemsOf('Then there are 2 logs').length, 1);
    assert.equal(problemsOf('Scenario: A\nScenario: B\nThen there are 2 logs').length, 1);
    assert.equal(problemsOf('Scenario: A\nOnly on: Teams\nThen there are 2 logs').length, 1);
    assert.equal(
      problemsOf('Scenario: A\nThen there are 2 logs\nGiven a contact "A" with the phone +14155550123').length,
      1
    );
  });
});
