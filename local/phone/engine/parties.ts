import { type KeptCall } from './org-state';
import { type Leg } from './shapes';

/** How many there are in one call: the agent, the customer and five more. A supervisor does not count. */
export const mostParties = 7;

/** Everybody whom the agent talks to, the customer first. */
export const partiesOf = ({ legs }: KeptCall): readonly Leg[] => [
  ...legs.filter(({ role }) => role === 'customer'),
  ...legs.filter(({ role }) => role === 'third-party')
];

export const answeredOf = (call: KeptCall): readonly Leg[] =>
  partiesOf(call).filter(({ state }) => state !== 'ringing');

/** Whether one more party can be called. */
export const hasRoom = (call: KeptCall): boolean => partiesOf(call).length + 1 < mostParties;
