import type { OrgSettings, PopSettings } from 'c/orgSettings';
import { ownFields } from 'c/ownFields';
import type { Interaction } from 'c/phoneBridge';
import { outcomeWords } from './outcomeWords';

type Channel = Interaction['channel'];

/** What an administrator set for one channel. */
export type ChannelSetting = {
  readonly autoLog: boolean;
  readonly opensWrapUp: boolean;
  readonly afterSave: 'LeaveClosed' | 'Pop' | 'Edit';
};

/** One result that a rep may choose in wrap-up. */
export type Disposition = {
  readonly label: string;
  readonly value: string;
  /** Empty: every channel. */
  readonly channels: readonly string[];
  readonly requiresNotes: boolean;
  readonly followUpDays?: number;
};

/** What wrap-up goes by. */
export type Settings = OrgSettings & {
  /** Where a saved log opens in the console, as what pops does. */
  readonly tab?: PopSettings['tab'];
  readonly channels: Readonly<Partial<Record<Channel, ChannelSetting>>>;
  readonly dispositions: readonly Disposition[];
};

/** Settings until they are read, and where they cannot be: the rep's notes are kept, and nothing happens by itself. */
export const noSettings: Settings = {
  isConfigured: false,
  popsAndLogs: 'ringdown',
  channels: {},
  dispositions: []
};

type Row = Readonly<Record<string, unknown>>;

/** The settings of the org with those in what PhoneSettings.channels and PhoneSettings.dispositions answered. */
export function settingsOf(
  org: OrgSettings & { readonly tab?: PopSettings['tab'] },
  channels: unknown,
  dispositions: unknown
): Settings {
  return {
    ...org,
    channels: Object.fromEntries(rowsOf(channels).map((row) => [wordOf(row.Channel__c).toLowerCase(), settingOf(row)])),
    dispositions: rowsOf(dispositions).map(dispositionOf)
  };
}

/** The results for a channel, in the order of the administrator. */
export function dispositionsFor({ dispositions }: Settings, channel: Channel): readonly Disposition[] {
  return dispositions.filter(({ channels }) => channels.length === 0 || channels.includes(channel));
}

function settingOf(row: Row): ChannelSetting {
  const afterSave = row.AfterSave__c;
  return {
    autoLog: row.AutoLog__c === true,
    opensWrapUp: row.OpensWrapUp__c === true,
    afterSave: afterSave === 'Pop' || afterSave === 'Edit' ? afterSave : 'LeaveClosed'
  };
}

function dispositionOf(row: Row): Disposition {
  const value = wordOf(row.Value__c) || wordOf(row.MasterLabel);
  return {
    value,
    label: outcomeWords(wordOf(row.MasterLabel) || value),
    channels: wordOf(row.Channels__c)
      .toLowerCase()
      .split(';')
      .map((channel) => channel.trim())
      .filter((channel) => channel !== ''),
    requiresNotes: row.RequiresNotes__c === true,
    ...(typeof row.FollowUpDays__c === 'number' ? { followUpDays: row.FollowUpDays__c } : {})
  };
}

function rowsOf(answer: unknown): readonly Row[] {
  const rows = ownFields(answer);
  return Array.isArray(rows) ? (rows as readonly unknown[]).map(rowOf) : [];
}

function rowOf(row: unknown): Row {
  return typeof row === 'object' && row !== null ? (row as Row) : {};
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
