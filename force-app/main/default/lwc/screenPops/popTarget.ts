import type { ToPhone } from 'c/phoneBridge';
import type { PageDecision } from './entries';

type Target = Extract<ToPhone, { type: 'screen-pop' }>['body']['target'];

/** What the phone page is asked to show. */
export function popTarget(decision: PageDecision): Target {
  switch (decision.kind) {
    case 'open':
      return { kind: 'record', recordId: decision.record.recordId };
    case 'new-record':
      return { kind: 'new-record', objectName: decision.objectName, fields: decision.fields };
    case 'search':
      return { kind: 'search', term: decision.term };
    default:
      return decision satisfies never;
  }
}
