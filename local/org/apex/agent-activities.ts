import { method, type ApexClass } from './apex-method';
import { upsertAsUser } from './upsert';

/** The twin of AgentActivities. */
export const agentActivities: ApexClass = {
  save: method('activities: List<AgentActivity__c>', 'List<AgentActivity__c>', (context, { activities }) =>
    upsertAsUser(context, 'AgentActivity__c', 'ActivityKey__c', activities)
  )
};
