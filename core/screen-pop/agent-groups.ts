import { type Interaction } from '../interaction/interaction';

const names = ['agent-groups', 'agent-group'];

/**
 * The groups that a rule may be for: those that the phone system says the agent is in, by its attribute `agent-groups` with
 * semicolons between them, and the queue that the interaction came through. Both come with it on every bridge, and nobody needs
 * to see the groups of Salesforce for it.
 */
export function agentGroupsOf({ attributes, queue }: Interaction): readonly string[] {
  const said = Object.entries(attributes).flatMap(([name, value]) =>
    names.includes(name.toLowerCase()) ? value.split(';') : []
  );
  const groups = [...said, queue ?? ''].map((group) => group.trim()).filter((group) => group !== '');
  return [...new Set(groups)];
}
