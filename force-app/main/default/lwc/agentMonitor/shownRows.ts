import { fill } from 'c/labelFormat';
import type { Presence, SupervisorAction } from 'c/phoneBridge';
import type { Heard } from 'c/secondHand';
import { agentRows, type AgentRow, type Choice } from './agentRows';
import { labels } from './labels';
import type { Request } from './request';

type Button = {
  /** Known by its place, so that the same element keeps the focus when what it does changes. */
  readonly place: number;
  readonly action: SupervisorAction;
  readonly label: string;
  readonly spoken: string;
  /** Not `disabled`, which would lose the focus. */
  readonly isOff: 'true' | 'false';
  readonly look: string;
};

/** An agent's row with the buttons of a supervisor, and what this supervisor does in the call now. */
export type ShownRow = AgentRow & { readonly buttons: readonly Button[]; readonly mine?: string };

const actionLabels: Readonly<Record<SupervisorAction, string>> = {
  listen: labels.listen,
  'barge-in': labels.bargeIn,
  stop: labels.stop
};

/** One call at a time, and one request at a time: what cannot be asked now is off. */
export function shownRows(
  agents: Heard<readonly Presence[]>,
  choice: Choice,
  now: number,
  request: Request | undefined
): readonly ShownRow[] {
  const isSupervising = agents.said.some(({ call }) => call?.supervision);
  const isOff = (action: SupervisorAction): boolean => request !== undefined || (action === 'listen' && isSupervising);
  return agentRows(agents, choice, now).map((row) => ({
    ...row,
    ...(row.call?.supervision && { mine: row.call.supervision === 'listening' ? labels.listening : labels.bargedIn }),
    buttons: (row.call?.actions ?? []).map((action, place) => ({
      ...{ place, action },
      label: actionLabels[action],
      spoken: fill(labels.action, actionLabels[action], row.name),
      isOff: isOff(action) ? 'true' : 'false',
      look: action === 'stop' ? 'slds-button slds-button_text-destructive' : 'slds-button slds-button_neutral'
    }))
  }));
}
