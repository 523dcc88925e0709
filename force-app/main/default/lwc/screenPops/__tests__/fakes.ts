import type { Interaction } from 'c/phoneBridge';

/** A call that rings. */
export function ringing(change: Partial<Interaction> = {}): Interaction {
  return {
    callKey: 'leg-1',
    interactionKey: 'call-1',
    channel: 'phone',
    direction: 'inbound',
    state: 'ringing',
    queue: 'Support',
    from: '+14155550132',
    to: '+18005550100',
    startedAt: '2026-01-05T09:00:00Z',
    talkSeconds: 0,
    holdSeconds: 0,
    attributes: {},
    ...change
  };
}

/** The same call once the rep has taken it. */
export function active(change: Partial<Interaction> = {}): Interaction {
  return ringing({ state: 'active', answeredAt: '2026-01-05T09:00:10Z', ...change });
}

/** A rule as PhoneSettings.screenPopRules answers it. */
export function ruleRow(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    DeveloperName: 'ContactByPhone',
    Order__c: 10,
    Attribute__c: 'caller-number',
    SObjectName__c: 'Contact',
    FieldName__c: 'Phone',
    Moment__c: 'Accepted',
    OneMatch__c: 'Open',
    ManyMatches__c: 'Chooser',
    NoMatch__c: 'Nothing',
    IsActive__c: true,
    ...change
  };
}

export const caseRule = ruleRow({
  DeveloperName: 'CaseByNumber',
  Order__c: 5,
  Attribute__c: 'case-number',
  SObjectName__c: 'Case',
  FieldName__c: 'CaseNumber'
});

export const ann = { Id: '003000000000001AAA', Name: 'Ann Lee', Phone: '(415) 555-0132' };
export const ben = { Id: '003000000000002AAA', Name: 'Ben Lee', Phone: '+14155550132' };
/** The search looks into every phone field; this one has the number in another. */
export const elsewhere = { Id: '003000000000003AAA', Name: 'Eve' };
export const ticket = { Id: '500000000000001AAA', CaseNumber: '00001026' };
