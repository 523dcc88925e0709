import assert from 'node:assert/strict';
import { type PhonePresence } from '../phone/phone';
import { type PresenceRow } from '../../core/presence/presence-map';
import { presenceFor, readStatuses, statusFor, type Follower, type HostStatus } from './presence-map';

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

const idOf = (follower: Follower<PhonePresence | HostStatus>): string | undefined =>
  follower.is !== 'found' ? follower.is : 'statusId' in follower.item ? follower.item.statusId : follower.item.id;

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
      idOf(
        presenceFor(
          statuses.find(({ statusName }) => statusName === name)!,
          presences
        )
      );
    assert.deepEqual(
      [phoneFor('Available'), phoneFor('Away'), phoneFor('Lunch'), phoneFor('Offline')],
      ['1', '2', '4', '5']
    );
    const hostFor = (id: string): string | undefined =>
      idOf(
        statusFor(
          presences.find((each) => each.id === id)!,
          statuses
        )
      );
    assert.deepEqual([hostFor('1'), hostFor('3'), hostFor('4'), hostFor('5')], ['0N51', '0N52', '0N53', '0']);
  });

  it('is found by a part of its name: On Break is the break, and no call', () => {
    const phone: readonly PhonePresence[] = [presences[1]!, { id: '6', name: 'Break', kind: 'break' }];
    assert.equal(idOf(presenceFor({ statusName: 'On Break', kind: 'busy' }, phone)), '6');
    const statuses = [
      { statusId: '0N54', statusName: 'Busy', kind: 'busy' },
      { statusId: '0N55', statusName: 'On Break', kind: 'busy' }
    ] as const;
    assert.equal(idOf(statusFor(phone[1]!, statuses)), '0N55');
  });

  it('is nothing where the other side has nothing like it', () => {
    assert.deepEqual(presenceFor({ statusName: 'Available', kind: 'available' }, presences.slice(1)), {
      is: 'missing'
    });
    assert.deepEqual(statusFor(presences[0]!, []), { is: 'missing' });
  });
});

describe('the presence map of the settings', () => {
  const statuses = readStatuses(map);
  const rows: readonly PresenceRow[] = [
    { phoneState: 'pause', presenceStatus: 'Lunch', direction: 'Both' },
    { phoneState: 'Lunch', presenceStatus: 'Away', direction: 'ToSalesforce' },
    { phoneState: 'offline', presenceStatus: 'Offline', direction: 'ToPhone' },
    { phoneState: 'available', presenceStatus: 'OpenForCalls', direction: 'Both' }
  ];
  const status = (name: string): HostStatus => statuses.find(({ statusName }) => statusName === name)!;
  const presence = (id: string): PhonePresence => presences.find((each) => each.id === id)!;

  it('counts before any likeness', () => {
    assert.equal(idOf(presenceFor(status('Lunch'), presences, rows)), '3');
    assert.equal(idOf(statusFor(presence('3'), statuses, rows)), '0N53');
    assert.equal(idOf(statusFor(presence('4'), statuses, rows)), '0N52');
  });

  it('leaves the other side where it is against the direction of a row', () => {
    assert.equal(idOf(presenceFor(status('Away'), presences, rows)), 'stays');
    assert.equal(idOf(statusFor(presence('5'), statuses, rows)), 'stays');
    assert.equal(idOf(presenceFor(status('Offline'), presences, rows)), '5');
  });

  it('is no guess where it names what is not there', () => {
    assert.deepEqual(statusFor(presence('1'), statuses, rows), { is: 'missing', mapped: 'OpenForCalls' });
    const typo: readonly PresenceRow[] = [{ phoneState: 'Luhnch', presenceStatus: 'Lunch', direction: 'Both' }];
    assert.deepEqual(presenceFor(status('Lunch'), presences, typo), { is: 'missing', mapped: 'Luhnch' });
  });

  it('leaves to likeness what it does not name', () => {
    assert.equal(idOf(statusFor(presence('2'), statuses, rows)), '0N52');
    assert.equal(idOf(presenceFor(status('Available'), presences, rows)), '1');
  });

  it('names a status by its developer name, once Salesforce has said which it is', () => {
    const said = { ...status('Available'), apiName: 'OpenForCalls' };
    assert.equal(idOf(statusFor(presence('1'), [said], rows)), '0N51');
    const break1: readonly PresenceRow[] = [{ phoneState: 'break', presenceStatus: 'OnBreak', direction: 'Both' }];
    const onBreak: HostStatus = { statusId: '0N59', statusName: 'On Break', kind: 'busy' };
    assert.equal(idOf(presenceFor(onBreak, presences, break1)), '3');
    assert.equal(idOf(presenceFor({ ...onBreak, apiName: 'OnBreak2' }, presences.slice(0, 3), break1)), '2');
  });
});
