import type { OrgData } from '../../org-data';
import { fieldsOf, sobjectNamed } from '../../sobjects/sobjects';
import { objectExists } from './reference';

/** Fields of tasks that a layout or an action may hold beyond those that records here have [Object Reference, Task]. */
const moreOfTask =
  `ConnectionReceivedId ConnectionSentId Email IsVisibleInSelfService Phone RecurrenceActivityId RecurrenceDayOfMonth
  RecurrenceDayOfWeekMask RecurrenceEndDateOnly RecurrenceInstance RecurrenceInterval RecurrenceMonthOfYear RecurrenceRegeneratedType
  RecurrenceStartDateOnly RecurrenceTimeZoneSidKey RecurrenceType WhatCount WhoCount`.split(/\s+/);

/** What every custom object has besides its own fields. */
const ofCustomObject = ['Id', 'Name', 'OwnerId', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

/**
 * Whether an object has a field of this name. Of standard objects other than tasks the org knows only a part of the standard fields,
 * and so refuses none.
 */
export function fieldExists(org: OrgData, object: string, name: string): boolean {
  if (!objectExists(org, object)) return false;
  const owner = object === 'Task' || object === 'Event' ? 'Activity' : object;
  if (/__c$/.test(name)) return org.component('CustomField', `${owner}.${name}`) !== undefined;
  if (/__(c|mdt)$/.test(object)) return ofCustomObject.includes(name);
  if (object !== 'Task') return true;
  const task = sobjectNamed(org, 'Task');
  return moreOfTask.includes(name) || (task !== undefined && fieldsOf(org, task).has(name.toLowerCase()));
}
