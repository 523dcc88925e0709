import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import activityDate from '@salesforce/schema/Task.ActivityDate';
import callDisposition from '@salesforce/schema/Task.CallDisposition';
import callDuration from '@salesforce/schema/Task.CallDurationInSeconds';
import callObject from '@salesforce/schema/Task.CallObject';
import callType from '@salesforce/schema/Task.CallType';
import description from '@salesforce/schema/Task.Description';
import status from '@salesforce/schema/Task.Status';
import subject from '@salesforce/schema/Task.Subject';
import type from '@salesforce/schema/Task.Type';
import whatId from '@salesforce/schema/Task.WhatId';
import whoId from '@salesforce/schema/Task.WhoId';
import { callLogFields } from 'c/callLogFields';

/** The fields of Task that a call log writes; TaskSubtype is not among them, for nobody may change it. */
const written = [
  activityDate,
  callDisposition,
  callDuration,
  callObject,
  callType,
  description,
  status,
  subject,
  type,
  whatId,
  whoId,
  ...callLogFields
];

/** The fields that a call log writes and the person may not: by label where they may see it, else by name. */
export function closedFields({ fields }: ObjectInfo): readonly string[] {
  return written.flatMap(({ fieldApiName }) => {
    const field = fields[fieldApiName];
    if (!field) return [fieldApiName];
    return field.updateable ? [] : [field.label];
  });
}
