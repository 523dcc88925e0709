import { outcomeWords } from '../outcomeWords';

describe('outcomeWords', () => {
  it('says the outcomes of the package in the language of the rep', () => {
    expect(outcomeWords('No answer')).toBe('c.CallLogOutcomeNoAnswer');
  });

  it.each(['Solved at once', 'constructor', ''])('leaves %p as the administrator wrote it', (label) => {
    expect(outcomeWords(label)).toBe(label);
  });
});
