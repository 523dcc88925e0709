/** Salesforce's side of Open CTI in as few lines as the tests need: a frame, answers, a message channel, and clicked numbers. */
type Call = { readonly id: number; readonly name: string; readonly given: Readonly<Record<string, unknown>> };

export type TestHost = {
  readonly calls: Call[];
  /** The next answers of a method; the last one stays. */
  readonly answers: Record<string, unknown>;
  /** Every message on the channel, whoever said it. */
  readonly said: { readonly channelName: string; readonly message: Readonly<Record<string, unknown>> }[];
  readonly say: (message: object) => void;
  readonly click: (payload: object) => void;
  /** What a component of this tab does with a clicked number. */
  guard: 'allows' | 'refuses' | 'none';
};

declare global {
  var openCtiHost: TestHost;
}

const query = new URLSearchParams(location.search);
const frame = document.createElement('iframe');
const subscribers = new Map<number, unknown>();
let clicks: number | undefined;
let isEnabled = false;

const tell = (openCti: 'answer' | 'event', id: number, response: unknown): void =>
  frame.contentWindow?.postMessage({ openCti, id, response }, '*');

const pass = (channelName: unknown, message: object): void => {
  globalThis.openCtiHost.said.push({ channelName: String(channelName), message: message as Record<string, unknown> });
  for (const [id, name] of subscribers) if (name === channelName) tell('event', id, message);
};

globalThis.openCtiHost = {
  calls: [],
  said: [],
  guard: 'none',
  answers: {
    getCallCenterSettings: {
      '/reqGeneralInfo/reqInternalName': 'Support',
      '/reqGeneralInfo/reqSoftphoneHeight': '500',
      '/reqGeneralInfo/reqSoftphoneWidth': '300',
      '/ringdown/labelNamespace': query.get('namespace') ?? 'c'
    },
    runApex: {
      runApex: JSON.stringify({
        userId: query.get('user') ?? '005000000000001AAA',
        userName: query.get('userName') ?? 'ada@example.com',
        autoLogin: query.get('auto') !== 'no',
        country: 'GB'
      })
    }
  },
  say: (message) => pass([...subscribers.values()][0], message),
  click: (payload) => isEnabled && clicks !== undefined && tell('event', clicks, payload)
};

for (const name of query.getAll('fail')) globalThis.openCtiHost.answers[name] = 'It cannot be done.';

window.addEventListener('message', ({ data, source }: MessageEvent<Call & { readonly openCti?: string }>) => {
  if (source !== frame.contentWindow || data.openCti !== 'call') return;
  const { id, name, given } = data;
  const host = globalThis.openCtiHost;
  host.calls.push({ id, name, given });
  if (name === 'onClickToDial') clicks = id;
  if (name === 'enableClickToDial') isEnabled = true;
  if (name === 'subscribe') subscribers.set(id, given.channelName);
  if (name === 'setSoftphonePanelHeight') frame.style.height = `${Number(given.heightPX)}px`;
  const answer = host.answers[name];
  const isRefusal = typeof answer === 'string';
  const response = isRefusal
    ? { success: false, returnValue: null, errors: [{ code: 'GENERIC_ERROR', description: answer }] }
    : { success: true, returnValue: answer ?? null, errors: null };
  if (query.get('silent') !== name) tell('answer', id, response);
  if (name !== 'publish') return;
  pass(given.channelName, given.message as object);
  const { type, body } = given.message as { type: string; body: { request?: { requestId: string } } };
  if (type === 'dial-request' && host.guard !== 'none')
    host.say({
      type: 'dial-answer',
      body: { requestId: body.request?.requestId, isAllowed: host.guard === 'allows' }
    });
});

frame.id = 'softphone';
frame.style.width = `${query.get('width') ?? '300'}px`;
frame.style.height = '500px';
frame.allow = 'storage-access *; microphone *';
frame.src = `${query.get('softphone') ?? ''}?mode=Lightning&sfdcIframeOrigin=${encodeURIComponent(location.origin)}&clc=1`;
document.body.append(frame);
