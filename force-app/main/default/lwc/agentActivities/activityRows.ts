import ACTIVITY from '@salesforce/schema/AgentActivity__c';
import ACTIVITY_KEY from '@salesforce/schema/AgentActivity__c.ActivityKey__c';
import AGENT from '@salesforce/schema/AgentActivity__c.Agent__c';
import CHANNEL from '@salesforce/schema/AgentActivity__c.Channel__c';
import ENDED_AT from '@salesforce/schema/AgentActivity__c.EndedAt__c';
import FROM_NUMBER from '@salesforce/schema/AgentActivity__c.FromNumber__c';
import KIND from '@salesforce/schema/AgentActivity__c.Kind__c';
import OCCURRED_AT from '@salesforce/schema/AgentActivity__c.OccurredAt__c';
import OUTCOME from '@salesforce/schema/AgentActivity__c.Outcome__c';
import PRESENCE_STATUS from '@salesforce/schema/AgentActivity__c.PresenceStatus__c';
import PREVIOUS_STATUS from '@salesforce/schema/AgentActivity__c.PreviousStatus__c';
import QUEUE from '@salesforce/schema/AgentActivity__c.Queue__c';
import WAIT_SECONDS from '@salesforce/schema/AgentActivity__c.WaitSeconds__c';
import { channelValues, mostSeconds } from 'c/callLogCore';
import type { Interaction, Presence } from 'c/phoneBridge';

/** An AgentActivity__c as Apex takes it, and its key. */
export type ActivityRow = {
  readonly key: string;
  readonly record: Readonly<Record<string, string | number>>;
};

type Field = { readonly fieldApiName: string };
type Values = readonly (readonly [Field, string | number | undefined])[];

/** What the org calls the outcomes of a call that nobody took; a call that went to voicemail flowed over. */
const outcomes: Readonly<Partial<Record<NonNullable<Interaction['outcome']>, string>>> = {
  missed: 'Missed',
  abandoned: 'Abandoned',
  declined: 'Declined',
  voicemail: 'Overflowed'
};

/** Text(80) and Phone(40) in UTF-16 units. */
const [longestText, longestNumber] = [80, 40];

/** The rows of a change of presence: the new one, and the end of the one before. None when nothing changed. */
export function presenceRows(userId: string, before: Presence | undefined, now: Presence): readonly ActivityRow[] {
  if (before && wordOf(before) === wordOf(now)) return [];
  const began = presenceRow(userId, now, [[PREVIOUS_STATUS, before && wordOf(before)]]);
  return before ? [presenceRow(userId, before, [[ENDED_AT, momentOf(now.since)]]), began] : [began];
}

/** The row of a queue call that nobody took; undefined for every other interaction, and while it is not over. */
export function queueCallRow(userId: string, interaction: Interaction): ActivityRow | undefined {
  const { callKey, channel, direction, queue, from, state, startedAt, answeredAt, endedAt, outcome } = interaction;
  const outcomeValue = outcome && outcomes[outcome];
  const isOver = state === 'wrap-up' || state === 'done';
  if (!isOver || !queue || direction !== 'inbound' || answeredAt !== undefined || !outcomeValue) return undefined;
  const waited = endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  return rowOf(`call:${callKey}`, [
    [KIND, 'QueueCall'],
    [AGENT, userId],
    [CHANNEL, channelValues[channel]],
    [QUEUE, queue.slice(0, longestText)],
    [FROM_NUMBER, from?.slice(0, longestNumber)],
    [OCCURRED_AT, momentOf(startedAt)],
    [ENDED_AT, momentOf(endedAt)],
    [WAIT_SECONDS, waited === undefined ? undefined : Math.min(mostSeconds, Math.max(0, waited))],
    [OUTCOME, outcomeValue]
  ]);
}

/** Two tabs, and a page that was loaded again, give one change the same key. */
function presenceRow(userId: string, presence: Presence, more: Values): ActivityRow {
  return rowOf(`presence:${userId}:${presence.since}:${presence.status}`, [
    [KIND, 'PresenceChange'],
    [AGENT, userId],
    [PRESENCE_STATUS, wordOf(presence)],
    [OCCURRED_AT, momentOf(presence.since)],
    ...more
  ]);
}

/** A moment as Salesforce writes it; the parser of messages lets no other pass. */
function momentOf(moment: string | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

function wordOf({ status, statusName }: Presence): string {
  return (statusName.trim() || status).slice(0, longestText);
}

function rowOf(key: string, values: Values): ActivityRow {
  const fields = values.flatMap(([{ fieldApiName }, value]) =>
    value === undefined ? [] : [[fieldApiName, value] as const]
  );
  return {
    key,
    record: { sobjectType: ACTIVITY.objectApiName, [ACTIVITY_KEY.fieldApiName]: key, ...Object.fromEntries(fields) }
  };
}
