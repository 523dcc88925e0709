import { type Browser } from 'playwright-core';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';
import { openCtiRep } from './open-cti-rep';
import { orgSide, type OrgSide } from './org-side';
import { type Bridge } from './read-scenario';
import { patience, type Agent, type Rep } from './rep';
import { voiceRep } from './voice-rep';

/** One bridge with everything around it, on which scenarios play one after the other. */
export type Stage = {
  readonly bridge: Bridge;
  readonly world: WholeWorld;
  readonly org: OrgSide;
  /** Ids of the records that the scenario named. */
  readonly records: Map<string, { readonly id: string; readonly object: string }>;
  /** Reps whose console is open. */
  readonly reps: ReadonlyMap<Agent, Rep>;
  /** Reps whose app has standard navigation, to be said before they open it. */
  readonly inStandard: Set<Agent>;
  /** Reps in whose app nothing of the package is but the phone, to be said before they open it. */
  readonly withoutPanels: Set<Agent>;
  /** Rows of the presence map, to be said before anybody opens the console. */
  readonly presenceMap: string[];
  /** Opens the console of a rep, or gives the one that is open. */
  readonly rep: (who: string) => Promise<Rep>;
  /** Calls of an agent that the phone system has. */
  readonly calls: (agent: Agent) => Promise<readonly PhoneCall[]>;
  /** Lets everything of the scenario before be over. */
  readonly begin: () => Promise<void>;
  /** Rows that were there before the scenario, which nobody can delete. */
  readonly before: ReadonlySet<string>;
  readonly close: () => Promise<void>;
};

/** A call as the phone system has it. */
export type PhoneCall = {
  readonly callId: string;
  readonly state: string;
  readonly legs: readonly { readonly legId: string; readonly role: string; readonly state: string }[];
};

type PhoneOrg = {
  readonly agents: readonly { readonly agentId: string; readonly calls: readonly PhoneCall[] }[];
};

/** The agent of a rep, whom scenarios call by their first name. */
export const agentOf = (who: string): Agent => who.toLowerCase() as Agent;

/** Starts org, phone system, session service, console and browser of one bridge. */
export async function openStage(bridge: Bridge): Promise<Stage> {
  const world = await openWholeWorld({ isOpenCti: bridge === 'Open CTI' });
  const browser = await world.browser();
  const org = orgSide(world.org);
  const reps = new Map<Agent, Rep>();
  const contexts = new Map<Agent, Awaited<ReturnType<Browser['newContext']>>>();
  const records: Stage['records'] = new Map();
  const before = new Set<string>();
  const inStandard = new Set<Agent>();
  const withoutPanels = new Set<Agent>();
  const presenceMap: string[] = [];
  const make = bridge === 'Open CTI' ? openCtiRep : voiceRep;
  const calls: Stage['calls'] = async (agent) => {
    const { agents } = (await world.phone('GET', '')) as PhoneOrg;
    return agents.find(({ agentId }) => agentId === agent)?.calls ?? [];
  };
  const contextOf = async (agent: Agent) => {
    const known = contexts.get(agent);
    if (known) return known;
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US', timezoneId: 'UTC' });
    context.setDefaultTimeout(patience);
    contexts.set(agent, context);
    return context;
  };
  return {
    bridge,
    world,
    org,
    records,
    reps,
    calls,
    before,
    inStandard,
    withoutPanels,
    presenceMap,
    rep: async (who) => {
      const agent = agentOf(who);
      const known = reps.get(agent);
      if (known) return known;
      const context = await contextOf(agent);
      const rep = await make({
        ...{ agent, context, url: world.url, password: world.password },
        isWithoutPanels: withoutPanels.has(agent),
        presenceMap,
        navigation: inStandard.has(agent) ? 'standard' : 'console',
        desk: async (whose, command) => {
          const [call] = await calls(whose);
          if (!call) throw new Error(`${whose} has no call to ${command}`);
          await world.phone('POST', `/calls/${call.callId}/command`, { command, arguments: {} });
        }
      });
      reps.set(agent, rep);
      return rep;
    },
    begin: async () => {
      for (const context of contexts.values()) await context.setOffline(false);
      await world.hangUp();
      await world.phone('DELETE', '/messages');
      for (const rep of reps.values()) await rep.close();
      reps.clear();
      records.clear();
      inStandard.clear();
      withoutPanels.clear();
      presenceMap.length = 0;
      await org.clean();
      before.clear();
      for (const object of ['VoiceCall', 'AgentActivity__c'])
        for (const { Id } of await org.query(`SELECT Id FROM ${object}`)) before.add(Id);
    },
    close: async () => {
      for (const rep of reps.values()) await rep.close();
      await world.close();
    }
  };
}
