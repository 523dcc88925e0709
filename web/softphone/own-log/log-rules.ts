import { isNobodysYet, isOfQueueAlone } from '../../../core/call-log/whose-call';
import { type Interaction } from '../../../core/interaction/interaction';
import { fieldsOf, textOf } from '../../shared/session-wire/plain-value';
import { type Row } from './org-logs';

/** What the org says of logging, as its components go by it. */
export type LogRules = {
  /** `vendor`: the page of the phone system logs, and nothing of ours does. */
  readonly popsAndLogs: 'ringdown' | 'vendor';
  /** Whether the interaction has a log without a word of the rep, now or when it is over. */
  readonly isLogged: (interaction: Interaction) => boolean;
  /** Of the rep, for the day of a log. */
  readonly timeZone: string;
};

/** Reads what SoftphoneLogs.settings answered; in an org that the tool was not run for, such as a fresh copy, nothing is logged. */
export function readLogRules(settings: Row, fieldPrefix: string): LogRules {
  const value = (row: unknown, field: string): unknown => {
    const fields = fieldsOf(row);
    return fields?.[`${fieldPrefix}${field}`] ?? fields?.[field];
  };
  const org = fieldsOf(settings.org);
  const owner = textOf(org?.SetupOwnerId) ?? '';
  const isConfigured =
    owner !== '' && (textOf(value(org, 'ConfiguredFor__c')) ?? '').slice(0, 15) === owner.slice(0, 15);
  const isVendor = textOf(value(org, 'PopsAndLogs__c'))?.trim().toLowerCase() === 'vendor';
  const channels = Array.isArray(settings.channels) ? settings.channels : [];
  const logged = new Set(
    channels
      .filter((row) => value(row, 'AutoLog__c') === true)
      .map((row) => (textOf(value(row, 'Channel__c')) ?? '').toLowerCase())
  );
  return {
    popsAndLogs: isVendor ? 'vendor' : 'ringdown',
    timeZone: zoneOf(textOf(settings.timeZone)),
    isLogged: (interaction) =>
      !isVendor && isConfigured && logged.has(interaction.channel) && !isLeftToOthers(interaction)
  };
}

/** Something that is still there may yet become the rep's. */
function isLeftToOthers(interaction: Interaction): boolean {
  return !isNobodysYet(interaction) && isOfQueueAlone(interaction);
}

function zoneOf(named: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
