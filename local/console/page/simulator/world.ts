import { settings } from '../settings';
import { phoneControl, type PhoneAgent, type PhoneWorld } from './phone-control';

/** What the phone system says, looked at again and again while the simulator is in sight. */
export type World = {
  readonly now: () => PhoneWorld | undefined;
  /** The agent of the phone system that the simulator speaks of. */
  readonly agent: () => PhoneAgent | undefined;
  readonly choose: (agentId: string) => void;
  readonly onChange: (listener: () => void) => void;
  readonly look: () => Promise<void>;
  /** Does something, says when it was refused, and looks. */
  readonly does: (work: () => Promise<unknown>) => void;
  readonly onRefusal: (listener: (words: string) => void) => void;
};

const pause = 1000;

/** Begins to look. */
export function watchWorld(): World {
  let world: PhoneWorld | undefined;
  let chosen = settings.userName.replace(/@.*$/, '');
  const listeners: (() => void)[] = [];
  const refused: ((words: string) => void)[] = [];
  const say = (words: string): void => refused.forEach((listener) => listener(words));
  const look = async (): Promise<void> => {
    try {
      world = await phoneControl.world();
      say('');
    } catch (error) {
      world = undefined;
      say(`The phone system does not answer (${error instanceof Error ? error.message : String(error)})`);
    }
    listeners.forEach((listener) => listener());
  };
  const again = async (): Promise<void> => {
    if (document.visibilityState === 'visible') await look();
    window.setTimeout(() => void again(), pause);
  };
  if (settings.hasPhone) void again();
  return {
    now: () => world,
    agent: () => world?.agents.find(({ agentId }) => agentId === chosen) ?? world?.agents[0],
    choose: (agentId) => {
      chosen = agentId;
      listeners.forEach((listener) => listener());
    },
    onChange: (listener) => void listeners.push(listener),
    look,
    does: (work) => {
      work()
        .then(look)
        .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    },
    onRefusal: (listener) => void refused.push(listener)
  };
}
