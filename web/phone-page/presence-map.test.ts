import assert from 'node:assert/strict';
import { type PhonePresence } from '../phone/phone';
import { presenceFor, readStatuses, statusFor } from './presence-map';

const map = JSON.stringify({
  '0': { statusName: 'Offline', hasChannels: 'false', isOffline: 'true', statusId: '0' },
  '0N51': { statusName: 'Available', hasChannels: 'true', isOffline: 'false', statusId: '0N51' },
  '0N52': { statusName: 'Away', hasChannels: 'false', isOffline: 'false', statusId: '0N52' },
  '0N53': { statusName: 'Lunch', hasChannels: 'false', isOffline: 'false', statusId: '0N53' },
  broken: 7
});
const presences: readonly PhonePresence[] = [
  { id: '1', name: 'Ready', kind: 'available' },
  { id: '2', name: 'On a call', kind: 'busy' },
  { id: '3', name: 'Pause', kind: 'break' },
  { id: '4', name: 'lunch ', kind: 'break' },
  { id: '5', name: 'Signed off', kind: 'offline' }
];

describe('presence in Salesforce and in the phone', () => {
  it('is read from the text that Salesforce hands over, broken or not', () => {
    assert.deepEqual(
      readStatuses(map).map(({ statusId, kind }) => `${statusId} ${kind}`),
      ['0 offline', '0N51 available', '0N52 busy', '0N53 busy']
    );
    for (const text of [undefined, '', '{', '[]', 'null', '7']) assert.deepEqual(readStatuses(text), []);
  });

  it('has the same name on both sides where it can, and else the same meaning', () => {
    const statuses = readStatuses(map);
    const phoneFor = (name: string): string | undefined =>
      presenceFor(
        statuses.find(({ statusName }) => statusName === name)!,
        presences
      )?.id;
    assert.deepEqual(
      [phoneFor('Available'), phoneFor('Away'), phoneFor('Lunch'), phoneFor('Offline')],
      ['1', '2', '4', '5']
    );
    const hostFor = (id: string): string | undefined =>
      statusFor(
        presences.find((each) => each.id === id)!,
        statuses
      )?.statusId;
    assert.deepEqual([hostFor('1'), hostFor('3'), hostFor('4'), hostFor('5')], ['0N51', '0N52', '0N53', '0']);
  });

  it('is found by a part of its name: On Break is the break, and no call', () => {
    const phone: readonly PhonePresence[] = [presences[1]!, { id: '6', name: 'Break', kind: 'break' }];
    assert.equal(presenceFor({ statusName: 'On Break', kind: 'busy' }, phone)?.id, '6');
    const statuses = [
      { statusId: '0N54', statusName: 'Busy', kind: 'busy' },
      { statusId: '0N55', statusName: 'On Break', kind: 'busy' }
    ] as const;
    assert.equal(statusFor(phone[1]!, statuses)?.statusId, '0N55');
  });

  it('is nothing where the other side has nothing like it', () => {
    assert.equal(presenceFor({ statusName: 'Available', kind: 'available' }, presences.slice(1)), undefined);
    assert.equal(statusFor(presences[0]!, []), undefined);
  });
});
