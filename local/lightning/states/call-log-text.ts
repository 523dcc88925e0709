import type { ComponentStates, SeedRecord } from './state';

const task = (values: SeedRecord['values']): SeedRecord => ({
  name: 'task',
  sobject: 'Task',
  values: {
    Subject: 'Chat with Alex Kim',
    Status: 'Completed',
    CallKey__c: 'chat-1:ada',
    Channel__c: 'Chat',
    ...values
  }
});

const part = (number: number, count: number, text: string): SeedRecord => ({
  ...(number === 1 ? { name: 'part' } : {}),
  sobject: 'CallLogPart__c',
  values: {
    PartKey__c: `chat-1:ada#${String(number).padStart(4, '0')}`,
    CallKey__c: 'chat-1:ada',
    PartNumber__c: number,
    PartCount__c: count,
    Text__c: text
  }
});

// A line break at the end of a part, as it is kept.
const lineEnd = '\u241b000A';

const lines = (from: number): string =>
  Array.from(
    { length: 6 },
    (_, line) =>
      `10:${String(from + line).padStart(2, '0')} ${line % 2 === 0 ? 'Alex: It still does not start.' : 'Ada: I see. One moment, please.'}`
  ).join('\n');

const continued = task({ ContinuesElsewhere__c: true, Description: 'Alex: It still does not start.' });
const parts = Array.from({ length: 6 }, (_, at) => part(at + 1, 6, `${lines(at * 6)}${lineEnd}`));
const properties = { recordId: '$task', objectApiName: 'Task' };

export const callLogText: ComponentStates = {
  component: 'callLogText',
  title: 'Whole text',
  host: 'record',
  states: [
    { name: 'pages', title: 'A text of six parts, four of them read', properties, records: [continued, ...parts] },
    {
      name: 'whole',
      title: 'A person read it to the end',
      properties,
      records: [continued, ...parts],
      actions: [{ do: 'click', on: '[data-id="more"]' }]
    },
    {
      name: 'part',
      title: 'On the page of one of its parts',
      properties: { recordId: '$part', objectApiName: 'CallLogPart__c' },
      records: [
        continued,
        ...parts.slice(0, 2).map((each) => ({ ...each, values: { ...each.values, PartCount__c: 2 } }))
      ]
    },
    { name: 'in-task', title: 'The task holds it all', properties, records: [task({ Description: 'Short.' })] },
    {
      name: 'no-log',
      title: 'A task that is no log',
      properties,
      records: [{ name: 'task', sobject: 'Task', values: { Subject: 'Send the invoice', Status: 'Not Started' } }]
    },
    {
      name: 'broken',
      title: 'A part is not there',
      properties,
      records: [continued, ...parts.filter((_, at) => at !== 2)]
    },
    {
      name: 'failed',
      title: 'The text could not be read',
      properties,
      records: [continued, ...parts],
      apex: { 'CallLogParts.read': { error: { message: 'Apex heap size too large: 6291457' } } }
    }
  ]
};
