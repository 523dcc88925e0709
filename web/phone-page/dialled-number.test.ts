import assert from 'node:assert/strict';
import { dialledOf, type NumberPlace } from './dialled-number';

describe('what is dialled for a number', () => {
  const cases: readonly (readonly [string, NumberPlace, string | undefined])[] = [
    ['(415) 555-0100', { country: 'US' }, '+14155550100'],
    ['(415) 555-0100', { dialCode: '+1' }, '+14155550100'],
    ['020 7946 0958', { dialCode: '+44' }, '+442079460958'],
    ['020 7946 0958', { country: 'GB', dialCode: '+1' }, '+442079460958'],
    ['+44 20 7946 0958', { dialCode: '+1' }, '+442079460958'],
    ['(415) 555-0100', {}, undefined],
    ['(415) 555-0100', { dialCode: '9' }, undefined],
    ['911', { dialCode: '+1' }, '911'],
    ['1002', { country: 'US' }, '1002'],
    ['reception', { country: 'US', dialCode: '+1' }, undefined]
  ];
  for (const [text, place, number] of cases)
    it(`is ${number ?? 'nothing'} for ${text} in ${JSON.stringify(place)}`, () =>
      assert.equal(dialledOf(text, place), number));
});
