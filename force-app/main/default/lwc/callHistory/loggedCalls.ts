import ofRecord from '@salesforce/apex/CallLogs.ofRecord';
import type { HistorySource } from './historyPage';
import { historyRows } from './historyRow';
import { labels } from './labels';

/** The calls, chats and voicemails that are logged as Tasks. */
export const loggedCalls: HistorySource = async ({ recordId, channel, direction }, stretch, names) => {
  const [channels, directions] = [listOf(channel), listOf(direction)];
  return historyRows(await ofRecord({ recordId, channels, directions, ...stretch }), names, labels.untitled);
};

function listOf(value: string): readonly string[] {
  return value === '' ? [] : [value];
}
