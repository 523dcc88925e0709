import { type OrgState } from './org-state';
import { type Queue } from './shapes';

/** Every queue that an agent serves or somebody waits in. */
export function queuesOf(state: OrgState): readonly Queue[] {
  const agents = [...state.agents.values()];
  const waiting = [...state.waiting.values()];
  const names = new Set([...agents.flatMap(({ queues }) => queues), ...waiting.map(({ queue }) => queue)]);
  return [...names].sort().map((name) => {
    const serving = agents.filter(({ queues }) => queues.includes(name));
    const inLine = waiting.filter(({ queue }) => queue === name);
    const oldest = Math.min(...inLine.map(({ since }) => since));
    return {
      id: name,
      name,
      waiting: inLine.length,
      longestWaitSeconds: inLine.length === 0 ? 0 : Math.max(0, Math.floor((state.clock.now() - oldest) / 1000)),
      agentsAvailable: serving.filter(({ presence }) => presence.kind === 'available').length,
      agentsTotal: serving.length
    };
  });
}

/** The available agent of a queue who has waited longest and has nothing ringing; a voicemail can wait beside a call. */
export function nextAgent(state: OrgState, queue: string, without: readonly string[] = []): string | undefined {
  const taken = new Set(
    [...state.calls.values()]
      .filter((call) => call.channel !== 'voicemail' || call.state !== 'ringing')
      .map(({ agentId }) => agentId)
  );
  return [...state.agents.values()]
    .filter(({ agent, queues, presence }) => {
      const id = agent.agentId;
      return queues.includes(queue) && presence.kind === 'available' && !taken.has(id) && !without.includes(id);
    })
    .sort((one, other) => one.since - other.since)[0]?.agent.agentId;
}
