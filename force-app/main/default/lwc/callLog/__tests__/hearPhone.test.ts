import { keepAgentActivities } from 'c/agentActivities';
import { connectPhone, type Interaction, type PhoneMessage } from 'c/phoneBridge';
import { hearPhone } from '../hearPhone';
import { interactionOf } from './fakes';

jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));
jest.mock('c/agentActivities', () => ({ keepAgentActivities: jest.fn() }));

const alex = { recordId: '003000000000001AAA', name: 'Alex Kim', objectName: 'Contact' };
const other = { recordId: '003000000000002AAA', name: 'Noor Haddad', objectName: 'Contact' };
let say: (message: PhoneMessage) => void;
let heard: Interaction[];

beforeEach(() => {
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
