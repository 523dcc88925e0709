import { type AgentPresence, type PhoneAbilities, type PhonePresence, type PhoneSnapshot } from '../../phone';
import { type PhoneQueue } from '../../queue';
import { type WatchedCall } from '../../watched-call';
import { readAgent, readCall } from './read-call';
import { readMessages, readSentMessages } from './read-messages';
import { count, fieldsIn, listOf, may, oneOf, text, time, truth, type Read } from './read-fields';

/** What the phone system knows of the rep, with all calls that were over just before. */
export type ReadSnapshot = Omit<PhoneSnapshot, 'connection'>;

const abilityNames: Readonly<Record<keyof PhoneAbilities, true>> = {
  mute: true,
  record: true,
  merge: true,
  swap: true,
  multiparty: true,
  blindTransfer: true,
  consult: true,
  digits: true,
  phoneBook: true,
  signedRecordings: true,
  audioStatistics: true,
  listenIn: true,
  bargeIn: true,
  agentAvailability: true,
  queueWaitTime: true,
  pendingPresence: true,
  chooseDevices: true,
  deskPhone: true,
  omniFlow: true,
  messages: true
};

export const readSnapshot: Read<ReadSnapshot> = (value, at) => {
  const fields = fieldsIn(value, at);
  const able = fieldsIn(fields.abilities, 'abilities');
  return {
    agent: readAgent(fields.agent, 'agent'),
    presence: readPresence(fields.presence, 'presence'),
    presences: listOf(readPresence)(fields.presences, 'presences'),
    calls: listOf(readCall)(fields.calls, 'calls'),
    queues: readQueues(fields.queues, 'queues'),
    others: readOthers(fields.others, 'others'),
    // What it does not speak of, it cannot do.
    abilities: Object.fromEntries(
      Object.keys(abilityNames).map((name) => [name, able[name] !== undefined && truth(able[name], name)])
    ) as PhoneAbilities,
    endedCalls: fields.endedCalls === undefined ? [] : listOf(readCall)(fields.endedCalls, 'endedCalls'),
    messages: fields.messages === undefined ? [] : readMessages(fields.messages, 'messages'),
    ...may(fields, 'sentMessages', readSentMessages)
  };
};

export const readPresence: Read<PhonePresence> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    id: text(fields.id, `${at}.id`),
    name: text(fields.name, `${at}.name`),
    kind: oneOf(['available', 'busy', 'break', 'offline'])(fields.kind, `${at}.kind`)
  };
};

const readQueue: Read<PhoneQueue> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    id: text(fields.id, `${at}.id`),
    name: text(fields.name, `${at}.name`),
    waiting: count(fields.waiting, `${at}.waiting`),
    longestWaitSeconds: count(fields.longestWaitSeconds, `${at}.longestWaitSeconds`),
    agentsAvailable: count(fields.agentsAvailable, `${at}.agentsAvailable`),
    agentsTotal: count(fields.agentsTotal, `${at}.agentsTotal`)
  };
};
export const readQueues = listOf(readQueue);

const readOther: Read<AgentPresence> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    agent: readAgent(fields.agent, `${at}.agent`),
    presence: readPresence(fields.presence, `${at}.presence`),
    since: time(fields.since, `${at}.since`),
    ...may(fields, 'call', readWatched)
  };
};
const readWatched: Read<WatchedCall> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    callId: text(fields.callId, `${at}.callId`),
    ...may(fields, 'number', text),
    since: time(fields.since, `${at}.since`),
    ...may(fields, 'supervision', oneOf(['listening', 'barged-in']))
  };
};
export const readOthers = listOf(readOther);
