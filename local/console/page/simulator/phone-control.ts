import { settings } from '../settings';

/** What the phone system says of one org; see the control path in local/phone. */
export type PhoneWorld = {
  readonly agents: readonly PhoneAgent[];
  readonly waiting: readonly {
    readonly id: string;
    readonly queue?: string;
    readonly from: string;
    readonly channel: string;
  }[];
  readonly queues: readonly { readonly id: string; readonly name: string; readonly waiting: number }[];
  readonly presences: readonly { readonly id: string; readonly name: string }[];
};

/** An agent of the phone system with the calls that are going on. */
export type PhoneAgent = {
  readonly agentId: string;
  readonly name: string;
  readonly presence: { readonly id: string; readonly name: string };
  readonly calls: readonly PhoneCall[];
};

/** A call as the phone system has it. */
export type PhoneCall = {
  readonly callId: string;
  readonly channel: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly voiceCallId?: string;
  readonly legs: readonly {
    readonly legId: string;
    readonly role: string;
    readonly state: string;
    readonly isMuted?: boolean;
    readonly name?: string;
    readonly number?: string;
  }[];
};

/** Somebody who calls or writes. */
export type Incoming = {
  readonly channel: 'phone' | 'chat' | 'voicemail' | 'sms';
  readonly from: string;
  readonly to: string;
  readonly queue?: string;
  readonly agent?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** A wish to be called back. */
  readonly isCallback?: boolean;
  readonly dialer?: 'preview' | 'progressive';
  readonly start?: {
    readonly isMuted?: boolean;
    readonly isOnHold?: boolean;
    readonly recording?: 'running' | 'paused' | 'off';
  };
};

/** Packets, losses and times of one direction of a line. */
export type AudioChannel = {
  readonly packets: number;
  readonly packetsLost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
};

/** How the phone system fails until told otherwise. */
export type PhoneFaults = {
  readonly refuse?: { readonly command: string; readonly code: string };
  readonly dropConnections?: true;
  readonly answerAfterMs?: number;
  readonly loseAnswers?: boolean;
  readonly failReports?: boolean;
};

const org = `/__local/orgs/${settings.organizationId}`;

/** The control interface of a phone system like local/phone, through the console's server; each refusal is an error with its words. */
export const phoneControl = {
  world: (): Promise<PhoneWorld> => ask('GET', org) as Promise<PhoneWorld>,
  comeIn: (incoming: Incoming): Promise<unknown> => ask('POST', `${org}/interactions`, incoming),
  addAgent: (
    id: string,
    agent: { readonly name: string; readonly queues: readonly string[]; readonly isSupervisor: boolean }
  ): Promise<unknown> => ask('PUT', `${org}/agents/${encodeURIComponent(id)}`, agent),
  setPresence: (id: string, presenceId: string): Promise<unknown> =>
    ask('POST', `${org}/agents/${encodeURIComponent(id)}/presence`, { presenceId }),
  message: (id: string, text: string): Promise<unknown> =>
    ask('POST', `${org}/agents/${encodeURIComponent(id)}/message`, { text }),
  signOut: (id: string): Promise<unknown> => ask('POST', `${org}/agents/${encodeURIComponent(id)}/sign-out`, {}),
  customer: (callId: string, action: 'hang-up' | 'answer' | 'say', text?: string): Promise<unknown> =>
    ask('POST', `${org}/calls/${callId}/customer`, { action, text }),
  leg: (callId: string, legId: string, action: 'answer' | 'hang-up'): Promise<unknown> =>
    ask('POST', `${org}/calls/${callId}/legs/${legId}`, { action }),
  command: (callId: string, command: string, given: Readonly<Record<string, unknown>>): Promise<unknown> =>
    ask('POST', `${org}/calls/${callId}/command`, { command, arguments: given }),
  /** The agent dials at the desk phone. */
  dial: (id: string, number: string): Promise<unknown> =>
    ask('POST', `${org}/agents/${encodeURIComponent(id)}/command`, {
      command: 'dial',
      arguments: { target: { kind: 'number', number } }
    }),
  audio: (callId: string, input: AudioChannel, output: AudioChannel): Promise<unknown> =>
    ask('POST', `${org}/calls/${callId}/audio`, { input, output }),
  audioEnded: (callId: string): Promise<unknown> => ask('POST', `${org}/calls/${callId}/audio`, { ended: true }),
  /** Tells or asks Salesforce something about a call, through the server that has the key; gives what was answered. */
  salesforce: (callId: string, what: string, body: object): Promise<unknown> =>
    ask('POST', `${org}/calls/${encodeURIComponent(callId)}/salesforce/${what}`, body),
  /** Tells Salesforce lines of several calls at once. */
  transcripts: (
    entries: readonly { readonly callId: string; readonly messages: readonly object[] }[]
  ): Promise<unknown> => ask('POST', `${org}/salesforce/messages`, { entries }),
  faults: (faults: PhoneFaults): Promise<unknown> => ask('PUT', '/__local/faults', faults)
};

/** The programs behind the connector, which the console's server started. */
export const programs = {
  states: (): Promise<Readonly<Record<string, string>>> => asked('GET', '/programs') as Promise<Record<string, string>>,
  change: (name: string, action: 'stop' | 'start'): Promise<unknown> => asked('POST', `/programs/${name}/${action}`)
};

const ask = (method: string, path: string, body?: unknown): Promise<unknown> =>
  asked(method, `/phone-control${path}`, body);

async function asked(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  const answer = text === '' ? {} : (JSON.parse(text) as { readonly code?: string; readonly message?: string });
  if (!response.ok) throw new Error(`${answer.code ?? response.status}: ${answer.message ?? path}`);
  return answer;
}
