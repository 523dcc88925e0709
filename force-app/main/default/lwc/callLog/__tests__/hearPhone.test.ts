import { keepAgentActivities } from 'c/agentActivities';
import { calledRecords } from 'c/dialGuard';
import { connectPhone, type Interaction, type PhoneMessage } from 'c/phoneBridge';
import { hearPhone } from '../hearPhone';
import { interactionOf } from './fakes';

jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));
jest.mock('c/agentActivities', () => ({ keepAgentActivities: jest.fn() }));
jest.mock('c/dialGuard', () => ({ calledRecords: jest.fn() }));

const alex = { recordId: '003000000000001AAA', name: 'Alex Kim', objectName: 'Contact' };
const other = { recordId: '003000000000002AAA', name: 'Noor Haddad', objectName: 'Contact' };
const asked = calledRecords as jest.Mock;
let say: (message: PhoneMessage) => void;
let heard: Interaction[];

beforeEach(() => {
  asked.mockReset().mockResolvedValue([]);
  (keepAgentActivities as jest.Mock).mockReturnValue(jest.fn());
  (connectPhone as jest.Mock).mockImplementation((_context: object, listener: (message: PhoneMessage) => void) => {
    say = listener;
    return { send: jest.fn(), close: jest.fn() };
  });
  heard = [];
  hearPhone({}, (interaction) => heard.push(interaction));
});

const tell = (interaction: Interaction): void => say({ type: 'interaction', body: { interaction } });
const find = (interactionKey: string, record = alex): void =>
  say({ type: 'record-found', body: { interactionKey, record } });

describe('the record that popped', () => {
  it('is the one of an interaction that is heard of later, and of one that was heard of before', () => {
    const early = interactionOf({ callKey: 'leg-1', interactionKey: 'call-1' });
    tell(early);
    find('call-1');
    const late = interactionOf({ callKey: 'leg-2', interactionKey: 'call-1' });
    tell(late);
    expect(heard).toEqual([early, { ...early, match: [alex] }, { ...late, match: [alex] }]);
  });

  it('is not told twice, nor of another interaction', () => {
    tell(interactionOf({ callKey: 'leg-1', interactionKey: 'call-1' }));
    find('call-2');
    find('call-2');
    expect(heard).toHaveLength(1);
    tell(interactionOf({ callKey: 'leg-2', interactionKey: 'call-2' }));
    find('call-2');
    expect(heard).toHaveLength(2);
  });

  it('gives way to what the phone itself found', () => {
    const interaction = interactionOf({ callKey: 'leg-1', interactionKey: 'call-1', match: [other] });
    find('call-1');
    tell(interaction);
    expect(heard).toEqual([interaction]);
  });
});

describe('the record whose number the rep clicked', () => {
  const clicked = interactionOf({
    ...{ callKey: 'leg-1', interactionKey: 'call-1', direction: 'outbound', state: 'ringing' },
    attributes: { recordId: alex.recordId }
  });
  const settled = (): Promise<void> => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

  it('is what the call is about, asked for once', async () => {
    asked.mockResolvedValue([alex]);
    tell(clicked);
    tell({ ...clicked, state: 'active' });
    await settled();
    expect(asked.mock.calls).toEqual([[alex.recordId]]);
    expect(heard.at(-1)).toEqual({ ...clicked, state: 'active', match: [alex] });
    tell({ ...clicked, state: 'done' });
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(heard.at(-1)?.match).toEqual([alex]);
  });

  it('gives way to what popped, and is asked for again when nobody answered', async () => {
    tell(clicked);
    await settled();
    asked.mockResolvedValue([alex]);
    tell({ ...clicked, state: 'active' });
    find('call-1', other);
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
    expect(heard.at(-1)?.match).toEqual([other]);
  });

  it('is nothing of a call that came in, or of which the phone itself says whom it is with', async () => {
    tell({ ...clicked, direction: 'inbound' });
    tell({ ...clicked, match: [other] });
    tell({ ...clicked, attributes: {} });
    await settled();
    expect(asked).not.toHaveBeenCalled();
  });
});
