import type { ComponentStates } from './state';

export const errorPanel: ComponentStates = {
  component: 'errorPanel',
  title: 'Error panel',
  host: 'record',
  states: [
    {
      name: 'apex',
      title: 'An Apex method failed; the words of Salesforce are below ours',
      properties: {
        errors: { body: { message: 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record' } },
        friendlyMessage: 'The call was not saved yet. It is kept and will be sent again.',
        canRetry: true
      }
    },
    {
      name: 'several',
      title: 'Several things failed at once',
      properties: { errors: [{ body: [{ message: 'Subject: data value too large' }] }, 'Owner is inactive'] }
    },
    {
      name: 'details-open',
      title: 'A person opened the details',
      properties: { errors: ['No access to field Type', 'No access to field Subject'] },
      actions: [{ do: 'click', on: 'summary' }]
    },
    { name: 'no-words', title: 'Something failed without words', properties: { errors: {} } }
  ]
};
