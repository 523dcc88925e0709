import { openOutbox, type Outbox } from 'c/callLogOutbox';
import type { Interaction } from 'c/phoneBridge';
import { openDesk } from './desk';
import type { Desk, DeskEvents, DeskOptions } from './deskTypes';
import { readSettings } from './readSettings';
import { noSettings, type Settings } from './settings';

/** What the panel is made of, as it becomes ready. */
export type Panel = {
  /** Undefined until the outbox is open. */
  desk(): Desk | undefined;
  outbox(): Outbox | undefined;
  /** The phone spoke of an interaction; it waits here until the settings are read. */
  hear(interaction: Interaction): void;
  loadSettings(): Promise<void>;
  stop(): void;
};

/** What a panel tells its component besides what the desk tells. */
export type PanelEvents = DeskEvents & {
  /** Nothing can be kept here. */
  failed(failure: unknown): void;
  /** The settings were read, or why not. */
  settingsRead(settings: Settings, failure?: unknown): void;
};

/** Opens the outbox, shows what was kept, then reads the settings and lets the phone speak. */
export function startPanel(options: Pick<DeskOptions, 'logOf'> & { readonly events: PanelEvents }): Panel {
  const { events, logOf } = options;
  let settings = noSettings;
  let outbox: Outbox | undefined;
  let desk: Desk | undefined;
  let unsubscribe = (): void => undefined;
  /** The newest word on each interaction, until it was dealt with by the settings that an administrator made. */
  let heard: Map<string, Interaction> | undefined = new Map();
  let isOpen = false;
  let isStopped = false;

  async function open(): Promise<void> {
    outbox = await openOutbox();
    if (isStopped) return;
    const opened = openDesk({ outbox, settings: () => settings, logOf, now: () => Date.now(), events });
    desk = opened;
    unsubscribe = outbox.subscribe(() => {
      void opened.refresh();
    });
    await opened.restore();
    await loadSettings();
  }

  async function loadSettings(): Promise<void> {
    let isRead = true;
    try {
      settings = await readSettings();
      events.settingsRead(settings);
    } catch (failure) {
      isRead = false;
      events.settingsRead(settings, failure);
    }
    await desk?.restore();
    const waiting = [...(heard?.values() ?? [])];
    isOpen = true;
    if (isRead) heard = undefined;
    for (const interaction of waiting) void desk?.hear(interaction);
  }

  open().catch(events.failed);

  return {
    desk: () => desk,
    outbox: () => outbox,
    hear: (interaction) => {
      heard?.set(interaction.callKey, interaction);
      if (isOpen) void desk?.hear(interaction);
    },
    loadSettings,
    stop: () => {
      isStopped = true;
      void desk?.flush();
      unsubscribe();
    }
  };
}
