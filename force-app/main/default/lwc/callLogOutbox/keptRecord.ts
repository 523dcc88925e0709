import continuesElsewhere from '@salesforce/schema/Task.ContinuesElsewhere__c';
import description from '@salesforce/schema/Task.Description';
import firstPart from '@salesforce/schema/Task.FirstPart__c';
import interactionKey from '@salesforce/schema/Task.InteractionKey__c';
import outcome from '@salesforce/schema/Task.Outcome__c';
import recordingUrl from '@salesforce/schema/Task.RecordingUrl__c';
import talkSeconds from '@salesforce/schema/Task.TalkSeconds__c';
import transcriptUrl from '@salesforce/schema/Task.TranscriptUrl__c';
import wrapUpSeconds from '@salesforce/schema/Task.WrapUpSeconds__c';
import { outcomeValues, type CallLog, type LogText } from 'c/callLogCore';
import type { LogAddition } from './logAddition';
import type { KeptFields } from './orgCalls';

/*
 * The record that Salesforce keeps of a call is of an object that only an org with Voice has, so nothing here names it: its fields are
 * called as those of a Task, in the namespace of the package that brings them. What has no such twin is named after one.
 */
const result = interactionKey.fieldApiName.replace('InteractionKey__c', 'Result__c');
/** May be written with custom fields, CallResolution and Description [Service Cloud Voice Implementation Guide, Lightning Data Service]. */
const relatedRecord = 'RelatedRecordId';

/**
 * What the log of a call says in the record that Salesforce keeps. A text goes in when there is one, and none takes away only what the
 * rep wrote here: a rep and Salesforce may write a summary there too. The same holds for the one record that the call is about.
 */
export function keptFields(
  id: string,
  log: CallLog,
  { text, firstPartId }: { readonly text: LogText; readonly firstPartId: string | undefined }
): KeptFields {
  const hasText = text.description !== '' || log.kept?.isTextTakenBack === true;
  return {
    Id: id,
    [interactionKey.fieldApiName]: log.interactionKey,
    [talkSeconds.fieldApiName]: log.talkSeconds,
    [wrapUpSeconds.fieldApiName]: log.wrapUpSeconds,
    [result]: log.disposition ?? null,
    [continuesElsewhere.fieldApiName]: text.continues,
    [firstPart.fieldApiName]: firstPartId ?? null,
    ...(log.outcome ? { [outcome.fieldApiName]: outcomeValues[log.outcome] } : {}),
    ...(hasText ? { [description.fieldApiName]: text.description || null } : {}),
    ...relatedField(log),
    ...linkFields(log)
  };
}

/** What became known of such a call after its log. */
export function keptAddition(id: string, links: LogAddition['links']): KeptFields {
  return { Id: id, ...relatedField(links), ...linkFields(links) };
}

/** It is about one record only, and whatever is no person comes first. */
function relatedField({ whoId, whatId }: Pick<CallLog, 'whoId' | 'whatId'>): Readonly<Record<string, string>> {
  const related = whatId ?? whoId;
  return related === undefined ? {} : { [relatedRecord]: related };
}

function linkFields(links: LogAddition['links']): Readonly<Record<string, string>> {
  return {
    ...(links.recordingUrl ? { [recordingUrl.fieldApiName]: links.recordingUrl } : {}),
    ...(links.transcriptUrl ? { [transcriptUrl.fieldApiName]: links.transcriptUrl } : {})
  };
}
