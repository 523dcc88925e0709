import { concernsRep, isNobodysYet, isOfQueueAlone } from 'c/callLogCore';
import type { Interaction } from 'c/phoneBridge';
import { isKeptBySalesforce } from './keptCalls';
import type { ChannelSetting, Settings } from './settings';

/** What an interaction asks of the panel. */
export type Reaction = {
  /** It is listed, for the rep to note something. */
  readonly isShown: boolean;
  /** The utility opens, once. */
  readonly opens: boolean;
  /** It is logged without waiting for the rep, who may complete the log. */
  readonly isLogged: boolean;
};

const nothing: Reaction = { isShown: false, opens: false, isLogged: false };

/**
 * What to do about an interaction, by the settings of its channel. Where the phone system's own page logs, nothing is done: each
 * call would be logged twice.
 */
export function reactionTo(interaction: Interaction, settings: Settings): Reaction {
  if (settings.popsAndLogs === 'vendor') return nothing;
  const { channel } = interaction;
  if (isKeptBySalesforce(interaction)) return reactionToKept(interaction, settings.channels[channel]);
  if (isNobodysYet(interaction) || isOfQueueAlone(interaction)) return nothing;
  const isOwn = concernsRep(interaction);
  if (!settings.isConfigured) return { isShown: isOwn, opens: false, isLogged: false };
  const setting = settings.channels[channel];
  if (!setting) return { isShown: isOwn, opens: false, isLogged: false };
  return {
    isShown: isOwn && (setting.opensWrapUp || setting.autoLog),
    opens: isOwn && setting.opensWrapUp,
    isLogged: interaction.endedAt !== undefined && setting.autoLog
  };
}

/**
 * A record that Salesforce keeps is filled in where calls are logged by themselves. It is the rep's own once they took or placed the
 * call; one that nobody took belongs to nobody who could write in it. The panel opens at the end: until then it would stand before
 * Omni-Channel with its buttons for the call, since a utility bar has one utility open [Lightning Console JS API, openUtility].
 */
function reactionToKept({ direction, answeredAt, endedAt }: Interaction, setting?: ChannelSetting): Reaction {
  const isOver = endedAt !== undefined;
  const isOwn = answeredAt !== undefined || (direction === 'outbound' && isOver);
  if (!setting?.autoLog || !isOwn) return nothing;
  return { isShown: true, opens: setting.opensWrapUp && isOver, isLogged: isOver };
}
