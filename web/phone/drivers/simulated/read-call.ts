import { type PhoneAgent, type PhoneCall, type PhoneLeg } from '../../phone';
import { count, fieldsIn, listOf, may, oneOf, text, textsByName, time, truth, type Read } from './read-fields';

export const readAgent: Read<PhoneAgent> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    agentId: text(fields.agentId, `${at}.agentId`),
    name: text(fields.name, `${at}.name`),
    ...may(fields, 'extension', text)
  };
};

/** A call as the phone system sends it; whatever else it sends is left out. */
export const readCall: Read<PhoneCall> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    callId: text(fields.callId, 'callId'),
    channel: oneOf(['phone', 'chat', 'voicemail', 'sms'])(fields.channel, 'channel'),
    direction: oneOf(['inbound', 'outbound', 'internal', 'callback', 'transfer', 'consult'])(
      fields.direction,
      'direction'
    ),
    ...may(fields, 'dialer', oneOf(['preview', 'progressive'])),
    state: oneOf(['ringing', 'dialing', 'connected', 'wrap-up', 'ended'])(fields.state, 'state'),
    from: text(fields.from, 'from'),
    to: text(fields.to, 'to'),
    ...may(fields, 'queue', text),
    legs: listOf(readLeg)(fields.legs, 'legs'),
    isMuted: truth(fields.isMuted, 'isMuted'),
    isMerged: truth(fields.isMerged, 'isMerged'),
    recording: oneOf(['running', 'paused', 'off'])(fields.recording, 'recording'),
    startedAt: time(fields.startedAt, 'startedAt'),
    ...may(fields, 'answeredAt', time),
    ...may(fields, 'endedAt', time),
    holdSeconds: count(fields.holdSeconds, 'holdSeconds'),
    ...may(fields, 'outcome', oneOf(['answered', 'missed', 'abandoned', 'declined', 'voicemail', 'failed'])),
    ...may(fields, 'reason', text),
    ...may(fields, 'voiceCallId', text),
    ...may(fields, 'parentCallId', text),
    interactionKey: text(fields.interactionKey, 'interactionKey'),
    ...may(fields, 'supervision', readSupervision),
    ...may(fields, 'recordingUrl', text),
    ...may(fields, 'text', text),
    ...may(fields, 'isWrapUpDone', truth),
    attributes: textsByName(fields.attributes, 'attributes')
  };
};

const readLeg: Read<PhoneLeg> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    legId: text(fields.legId, `${at}.legId`),
    role: oneOf(['agent', 'customer', 'third-party', 'supervisor'])(fields.role, `${at}.role`),
    state: oneOf(['ringing', 'connected', 'held', 'ended'])(fields.state, `${at}.state`),
    ...may(fields, 'number', text),
    ...may(fields, 'name', text),
    ...may(fields, 'joinedAt', time),
    ...may(fields, 'isMuted', truth),
    ...may(fields, 'joinsAtOnce', truth)
  };
};

const readSupervision: Read<NonNullable<PhoneCall['supervision']>> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    state: oneOf(['offered', 'listening', 'barged-in'])(fields.state, `${at}.state`),
    agent: readAgent(fields.agent, `${at}.agent`)
  };
};
