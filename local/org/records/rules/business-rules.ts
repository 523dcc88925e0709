import { badRequest } from '../../api-error';
import type { Fields } from '../../org-data';
import type { LocalOrg } from '../../state/state';
import type { Rule } from './rule';

/** The name of a person is made of its parts. */
export const personRule: Rule = {
  check: (_org, fields, before, userId) => {
    const person = { ...before, ...fields };
    return { Name: [person.FirstName, person.LastName].filter(Boolean).join(' '), ...ownedBy(person, userId) };
  }
};

export const caseRule: Rule = {
  check: (org, fields, before, userId) => {
    const found = { ...before, ...fields };
    const number = before?.CaseNumber ?? String(org.rows('Case').length + 1001).padStart(8, '0');
    return { CaseNumber: number, IsClosed: found.Status === 'Closed', ...ownedBy(found, userId) };
  }
};

/** A closed task has a time of completion; a person's account is the task's. */
export const taskRule: Rule = {
  check: (org, fields, before, userId) => {
    const task = { ...before, ...fields };
    const closed = task.Status === 'Completed';
    return {
      IsClosed: closed,
      IsHighPriority: task.Priority === 'High',
      CompletedDateTime: closed ? (before?.CompletedDateTime ?? org.now().toISOString().replace('Z', '+0000')) : null,
      AccountId: accountOf(org, task),
      ...ownedBy(task, userId)
    };
  }
};

/** An event has a start and an end, or a start and a length [Object Reference, Event]. */
export const eventRule: Rule = {
  check: (org, fields, before, userId) => {
    const event = { ...before, ...fields };
    const start = event.StartDateTime ?? event.ActivityDateTime ?? event.ActivityDate ?? null;
    if (start === null) throw missing('ActivityDateTime');
    if ((event.EndDateTime ?? null) === null && (event.DurationInMinutes ?? null) === null)
      throw missing('DurationInMinutes');
    const from = new Date(String(start));
    const minutes =
      fields.DurationInMinutes ??
      (event.EndDateTime ? (Date.parse(String(event.EndDateTime)) - from.getTime()) / 60000 : event.DurationInMinutes);
    const stamp = (at: Date): string => at.toISOString().replace('Z', '+0000');
    return {
      StartDateTime: stamp(from),
      ActivityDateTime: stamp(from),
      ActivityDate: stamp(from).slice(0, 10),
      DurationInMinutes: Number(minutes),
      EndDateTime: stamp(new Date(from.getTime() + Number(minutes) * 60000)),
      AccountId: accountOf(org, event),
      ...ownedBy(event, userId)
    };
  }
};

const missing = (name: string): Error =>
  badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`, [name]);

const ownedBy = (record: Fields, userId: string): Fields => ({ OwnerId: record.OwnerId ?? userId });

function accountOf(org: LocalOrg, activity: Fields): string | null {
  const what = String(activity.WhatId ?? '');
  if (what.startsWith('001')) return what;
  const account = org.row('Case', what)?.AccountId ?? org.row('Contact', String(activity.WhoId ?? ''))?.AccountId;
  return typeof account === 'string' ? account : null;
}
