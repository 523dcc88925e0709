import { field, flag, longText, moment, pick, reference, text, whole, type Field } from './field';
import { sobject } from './sobject';

const people = ['Contact', 'Lead'];
const things = ['Account', 'Case'];

/** Access to a field is a matter of permission sets only where it is `permissionable`. */
const shared = (subject: readonly string[]): readonly Field[] => [
  field('Subject', 'combobox', { length: 255, values: subject, sortable: true }),
  reference('WhoId', people, { permissionable: true, childRelationship: 'Tasks' }),
  reference('WhatId', things, { permissionable: true, childRelationship: 'Tasks' }),
  reference('OwnerId', ['User', 'Group']),
  reference('AccountId', 'Account', { readOnly: true }),
  field('ActivityDate', 'date', { permissionable: true, label: 'Due Date Only' }),
  longText('Description', 32000, { permissionable: true, label: 'Comments' }),
  pick('Type', ['Call', 'Email', 'Meeting', 'Other'], { permissionable: true }),
  flag('IsReminderSet'),
  moment('ReminderDateTime'),
  flag('IsArchived', { readOnly: true }),
  flag('IsRecurrence', { updateable: false })
];

/** Fields of a logged call [Object Reference, Task]. */
const call = [
  pick('CallType', ['Inbound', 'Internal', 'Outbound'], { restricted: true, length: 40 }),
  text('CallDisposition', 255, { label: 'Call Result' }),
  whole('CallDurationInSeconds'),
  text('CallObject', 255, { label: 'Call Object Identifier' })
];

export const task = sobject(
  'Task',
  '00T',
  [
    ...shared(['Call', 'Email', 'Send Letter', 'Send Quote', 'Other']),
    pick('Status', ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], {
      required: true,
      defaultValue: 'Not Started'
    }),
    pick('Priority', ['High', 'Normal', 'Low'], { required: true, defaultValue: 'Normal' }),
    flag('IsClosed', { readOnly: true }),
    flag('IsHighPriority', { readOnly: true }),
    moment('CompletedDateTime', { readOnly: true }),
    pick('TaskSubtype', ['Task', 'Email', 'ListEmail', 'LinkedIn', 'Cadence', 'Call'], {
      restricted: true,
      updateable: false,
      defaultValue: 'Task',
      length: 40
    }),
    ...call
  ],
  { operations: ['create', 'update', 'delete'], audit: 'deletable' }
);

export const event = sobject(
  'Event',
  '00U',
  [
    ...shared(['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other']),
    moment('StartDateTime'),
    moment('EndDateTime'),
    moment('ActivityDateTime'),
    whole('DurationInMinutes'),
    flag('IsAllDayEvent', { permissionable: true }),
    text('Location', 255, { permissionable: true }),
    flag('IsPrivate'),
    pick('ShowAs', ['Busy', 'OutOfOffice', 'Free'], { restricted: true, defaultValue: 'Busy', length: 40 }),
    pick('EventSubtype', ['Event'], { restricted: true, updateable: false, defaultValue: 'Event', length: 40 })
  ],
  { operations: ['create', 'update', 'delete'], audit: 'deletable' }
);
