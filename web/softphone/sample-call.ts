import { type PhoneCall } from '../phone/phone';
import { abilitiesOf, type Picture } from './picture';

/** A call for tests. */
export const sampleCall: PhoneCall = {
  callId: 'c-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'connected',
  from: '+442079460958',
  to: '+442079460000',
  legs: [
    { legId: 'l-1', role: 'customer', state: 'connected', number: '+442079460958' },
    { legId: 'l-2', role: 'agent', state: 'connected' }
  ],
  isMuted: false,
  isMerged: false,
  recording: 'running',
  startedAt: '2026-01-05T09:00:00.000Z',
  answeredAt: '2026-01-05T09:00:10.000Z',
  holdSeconds: 0,
  interactionKey: 'i-1',
  attributes: {}
};

/** A phone with these calls, and a rep who is logged in. */
export function samplePicture(calls: readonly PhoneCall[] = []): Picture {
  const presence = { id: 'p-1', name: 'Available', kind: 'available' } as const;
  const abilities = abilitiesOf(new Proxy({} as never, { get: () => true }));
  return {
    login: { state: 'signed-in', isOpen: false, agentName: 'ada' },
    phone: {
      connection: 'connected',
      agentId: 'ada',
      agentName: 'Ada',
      presence,
      presences: [presence],
      abilities,
      calls
    }
  };
}
