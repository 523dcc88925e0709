import { type Arguments } from '../engine/commands';
import { type Incoming } from '../engine/incoming';
import { type PhoneOrg } from '../engine/phone-org';
import { Refusal, type AudioChannel } from '../engine/shapes';

export type ControlRequest = { readonly method: string; readonly path: string; readonly body: Arguments };
export type ControlAnswer = { readonly status: number; readonly body: unknown };

type Route = {
  readonly method: string;
  readonly pattern: RegExp;
  readonly work: (org: PhoneOrg, parts: readonly string[], body: Arguments) => unknown;
};

const routes: readonly Route[] = [
  { method: 'GET', pattern: /^$/, work: (org) => org.describe() },
  {
    method: 'PUT',
    pattern: /^\/agents\/([^/]+)$/,
    work: (org, [id], { name, extension, queues, isSupervisor }) => {
      if (typeof name !== 'string' || name === '') throw new Refusal('bad-request', 'An agent needs a name');
      org.addAgent(id!, {
        ...{ name, isSupervisor: isSupervisor === true, queues: texts(queues) },
        ...(typeof extension === 'string' ? { extension } : {})
      });
      return {};
    }
  },
  {
    method: 'POST',
    pattern: /^\/agents\/([^/]+)\/presence$/,
    work: (org, [id], { presenceId }) => (org.setPresence(id!, presenceId), {})
  },
  {
    method: 'POST',
    pattern: /^\/agents\/([^/]+)\/message$/,
    work: (org, [id], { text, attributes }) => {
      if (typeof text !== 'string') throw new Refusal('bad-request', 'A message needs a text');
      org.message(id!, text, textsByName(attributes));
      return {};
    }
  },
  {
    method: 'POST',
    pattern: /^\/agents\/([^/]+)\/command$/,
    work: (org, [id], { command, arguments: given }) => org.command(id!, command, (given ?? {}) as Arguments)
  },
  { method: 'DELETE', pattern: /^\/messages$/, work: (org) => (org.forgetMessages(), {}) },
  { method: 'POST', pattern: /^\/interactions$/, work: (org, _, body) => org.comeIn(incomingOf(body)) },
  {
    method: 'POST',
    pattern: /^\/calls\/([^/]+)\/customer$/,
    work: (org, [id], { action, text }) => (org.customer(id!, action, text), {})
  },
  {
    method: 'POST',
    pattern: /^\/calls\/([^/]+)\/legs\/([^/]+)$/,
    work: (org, [id, leg], { action }) => (org.leg(id!, leg!, action), {})
  },
  {
    method: 'POST',
    pattern: /^\/calls\/([^/]+)\/command$/,
    work: (org, [id], { command, arguments: given }) =>
      org.command(org.ownerOf(id!), command, { ...(given as Arguments | undefined), callId: id })
  },
  {
    method: 'POST',
    pattern: /^\/calls\/([^/]+)\/audio$/,
    work: (org, [id], { ended, input, output }) => {
      org.audio(id!, ended === true ? 'ended' : { input: audioOf(input), output: audioOf(output) });
      return {};
    }
  }
];

/** Answers a request below `/__local/orgs/ORG`. */
export async function controlOrg(org: PhoneOrg, { method, path, body }: ControlRequest): Promise<ControlAnswer> {
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (!found || route.method !== method) continue;
    const parts = found.slice(1).map((part) => decodeURIComponent(part));
    return { status: 200, body: await route.work(org, parts, body) };
  }
  return { status: 404, body: { code: 'unknown-path', message: `${method} ${path}` } };
}

function incomingOf({
  channel,
  from,
  to,
  queue,
  agent,
  attributes,
  text,
  isCallback,
  dialer,
  start
}: Arguments): Incoming {
  if (channel !== 'phone' && channel !== 'chat' && channel !== 'voicemail' && channel !== 'sms')
    throw new Refusal('bad-request', 'channel must be phone, chat, voicemail or sms');
  if (typeof from !== 'string' || typeof to !== 'string') throw new Refusal('bad-request', 'from and to are needed');
  return {
    ...{ channel, from, to, attributes: textsByName(attributes) },
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(typeof agent === 'string' ? { agent } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(isCallback === true ? { isCallback } : {}),
    ...(dialer === undefined ? {} : { dialer: dialerOf(dialer) }),
    ...(typeof start === 'object' && start !== null ? { start } : {})
  };
}

function dialerOf(value: unknown): NonNullable<Incoming['dialer']> {
  if (value === 'preview' || value === 'progressive') return value;
  throw new Refusal('bad-request', 'dialer must be preview or progressive');
}

function audioOf(value: unknown): AudioChannel {
  const given = (value ?? {}) as Arguments;
  const count = (key: string): number => (typeof given[key] === 'number' ? given[key] : 0);
  return {
    packets: count('packets'),
    packetsLost: count('packetsLost'),
    jitterMs: count('jitterMs'),
    roundTripMs: count('roundTripMs')
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function textsByName(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries((value ?? {}) as Arguments).map(([name, text]) => [name, String(text)]));
}
