import assert from 'node:assert/strict';
import { handPhone, presences, type HandPhone } from '../../test/voice/hand-phone';
import { type PresenceRow } from '../../core/presence/presence-map';
import { type HostStatus } from '../phone-page/presence-map';
import { openPresenceDesk, type PresenceDesk } from './presence-desk';
import { type ConnectorEvent } from './sdk-events';

const statuses: readonly HostStatus[] = [
  { statusId: '0', statusName: 'Offline', kind: 'offline' },
  { statusId: '0N1', statusName: 'Open for everybody', kind: 'available' },
  { statusId: '0N2', statusName: 'Away', kind: 'busy' },
  { statusId: '0N3', statusName: 'Meal', kind: 'busy' }
];
const [available, lunch, talking] = [presences[0]!, presences[1]!, presences[2]!];

function open(rows: readonly PresenceRow[]): {
  phone: HandPhone;
  desk: PresenceDesk;
  published: ConnectorEvent[];
  unmapped: string[];
} {
  const phone = handPhone();
  const [published, unmapped]: [ConnectorEvent[], string[]] = [[], []];
  const desk = openPresenceDesk({
    phone: () => Promise.resolve(phone),
    statuses: () => statuses,
    rows: () => rows,
    publish: (event) => published.push(event),
    wentOnline: () => undefined,
    unmapped: (name) => unmapped.push(name)
  });
  return { phone, desk, published, unmapped };
}

const row = (
  phoneState: string,
  presenceStatus: string,
  direction: PresenceRow['direction'] = 'Both'
): PresenceRow => ({
  phoneState,
  presenceStatus,
  direction
});
const published = (events: readonly ConnectorEvent[]): unknown =>
  events.map(({ payload }) => (payload as { statusId?: string }).statusId);

describe('presence by the map of the settings', () => {
  const rows = [row('available', 'AllIn'), row('lunch', 'Meal')];

  it('goes to Salesforce under a name that resembles nothing, once Salesforce has said it', async () => {
    const { desk, published: events, unmapped } = open(rows);
    await desk.setAgentStatus('Online', { statusId: '0N1', statusApiName: 'AllIn' }, false);
    desk.hear(lunch);
    desk.hear(available);
    assert.deepEqual([published(events), unmapped], [['0N3', '0N1'], []]);
  });

  it('goes to the phone, and the other way is left alone where the map says so', async () => {
    const {
      phone,
      desk,
      published: events
    } = open([row('lunch', 'Meal', 'ToPhone'), row('busy', 'Away', 'ToSalesforce')]);
    await desk.setAgentStatus('Online', { statusId: '0N3', statusApiName: 'Meal' }, false);
    await desk.setAgentStatus('Online', { statusId: '0N2', statusApiName: 'Away' }, false);
    assert.deepEqual(phone.done, ['presence Lunch now']);
    desk.hear(talking);
    desk.hear(lunch);
    assert.deepEqual([published(events), desk.isOnline()], [[], true]);
  });

  it('says a name that is not there once, and changes nothing', async () => {
    const { phone, desk, published: events, unmapped } = open([row('lunch', 'Maels'), row('siesta', 'Away')]);
    await desk.setAgentStatus('Online', { statusId: '0N1' }, false);
    for (const presence of [lunch, available, lunch]) desk.hear(presence);
    assert.deepEqual([published(events), unmapped], [[], ['Maels']]);
    await assert.rejects(desk.setAgentStatus('Online', { statusId: '0N2' }, false));
    assert.deepEqual([phone.done, unmapped], [['presence Available now'], ['Maels', 'siesta']]);
  });

  it('is told to Salesforce when it asks, as the phone system has it', async () => {
    const { phone, desk } = open(rows);
    await phone.setPresence(lunch, 'now');
    const { statusId, statusType, statusName } = await desk.getAgentStatus();
    assert.deepEqual([statusId, statusType, statusName], [lunch.id, lunch.kind, lunch.name]);
  });
});
