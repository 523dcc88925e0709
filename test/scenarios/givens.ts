import { countOf, type Phrase } from './phrase';
import { agentOf, type Stage } from './stage';

const given = (words: string, does: Phrase<Stage>['does']): Phrase<Stage> => ({ keyword: 'Given', words, does });

/** Makes a record by whose name the scenario goes on. */
export const remember = async (
  { org, records }: Stage,
  name: string,
  object: string,
  values: Readonly<Record<string, unknown>>
): Promise<void> => void records.set(name, { object, id: await org.create(object, values) });

/** The name of a person as Salesforce has it. */
export const nameIn = (name: string): Readonly<Record<string, string>> => {
  const [FirstName = '', ...rest] = name.split(' ');
  return { FirstName, LastName: rest.join(' ') };
};

/** A row as `apply` writes it: a record, and on Voice an item of the contact center as well. */
const mapPresence = async (stage: Stage, state: string, status: string): Promise<void> => {
  const statusName = status === 'Break' ? 'OnBreak' : status;
  const values = { PhoneState__c: state, Direction__c: 'Both', PresenceStatus__c: statusName };
  await stage.org.set('PresenceMapping', status, values);
  stage.presenceMap.push(`${state} Both ${statusName}`);
};

/** What may be true before anything happens. */
export const givens: readonly Phrase<Stage>[] = [
  given('a contact {name} with the phone {number}', (stage, { name = '', number }) =>
    remember(stage, name, 'Contact', { ...nameIn(name), Phone: number })
  ),
  given('a contact {name} with the phone {number} who does not want to be called', (stage, { name = '', number }) =>
    remember(stage, name, 'Contact', { ...nameIn(name), Phone: number, DoNotCall: true })
  ),
  given('a case {name} of the contact {contact}', (stage, { name = '', contact = '' }) =>
    remember(stage, name, 'Case', { Subject: name, ContactId: stage.records.get(contact)?.id })
  ),
  given('{who} is available', async (stage, { who = '' }) => {
    const rep = await stage.rep(who);
    await rep.chooses('Available');
    await rep.isShown('Available');
  }),
  given('{who} works in standard navigation', ({ bridge, inStandard }, { who = '' }) => {
    if (bridge === 'Voice') throw new Error('The app of Voice is a console');
    inStandard.add(agentOf(who));
    return Promise.resolve();
  }),
  given('{who} works in an app without our panels', ({ bridge, withoutPanels }, { who = '' }) => {
    if (bridge === 'Voice') throw new Error('On Voice Salesforce keeps the call');
    withoutPanels.add(agentOf(who));
    return Promise.resolve();
  }),
  given('records open in a new window of {count} by {count2} pixels', ({ org }, { count = '', count2 = '' }) =>
    org.setOrg({ PopWindow__c: 'New', PopWindowWidth__c: countOf(count), PopWindowHeight__c: countOf(count2) })
  ),
  given('the presence map says that {status} is {status2}', (stage, { status = '', status2 = '' }) =>
    mapPresence(stage, status, status2)
  ),
  given('{who} serves the queue {queue}', async (stage, { who = '', queue }) => {
    const agent = agentOf(who);
    await stage.world.phone('PUT', `/agents/${agent}`, { name: agent, queues: [queue] });
  }),
  given('an unknown caller is offered a new {object}', ({ org }, { object = '' }) =>
    org.set('ScreenPopRule', `${object}ByPhone`, { ...unknownCaller, SObjectName__c: object })
  )
];

const unknownCaller = {
  ...{ Attribute__c: 'caller-number', FieldName__c: 'Phone', Moment__c: 'Accepted', IsActive__c: true, Order__c: 60 },
  ...{ OneMatch__c: 'Open', ManyMatches__c: 'Chooser', NoMatch__c: 'NewRecord' }
};
