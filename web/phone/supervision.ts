import { type PhoneCall, type PhoneLeg } from './phone';

/** Whether this agent is the supervisor of the call, who listens or takes part, and not the one who is listened to. */
export const isSupervisedBy = ({ supervision }: PhoneCall, agentId: string): boolean =>
  supervision !== undefined && supervision.agent.agentId === agentId;

/** Of a supervisor's own call: whom they listen to. */
export const supervisedAgent = ({ legs }: PhoneCall): PhoneLeg | undefined =>
  legs.find(({ role }) => role === 'third-party');

/** Of the call of an agent who is listened to: the supervisors who barged in. Who only listens is not named. */
export function supervisorsIn({ legs, supervision }: PhoneCall): readonly string[] {
  const there = legs.filter(({ role, state }) => role === 'supervisor' && state !== 'ended');
  const names = there.flatMap(({ name }) => (name ? [name] : []));
  return [...new Set(supervision?.state === 'barged-in' ? [...names, supervision.agent.name] : names)];
}
