import { isOutbound } from '../../protocol/parties';
import type { WireCall } from '../../protocol/call-shape';
import type { Omni } from '../host/omni';
import type { RecordParts } from '../components/show-components';
import type { RepCalls } from '../host/rep-calls';
import { make } from '../make';
import { makeTabs, type Tabs } from './tabs';

/**
 * Opens a workspace tab for each call: when it is answered, or when the rep places it. The record that the contact stands for opens
 * below it; `parts` puts the components of the packages onto the page of its VoiceCall. A call that ended keeps its tab until the rep closes it, as after-call work is done there.
 */
export function openCallTabs(omni: Omni, workspace: Tabs, placed: RepCalls, parts: RecordParts): void {
  const pages = new Map<string, (call: WireCall) => void>();
  const page = (call: WireCall, isFocused = true): void => {
    const id = `call-${call.callId ?? ''}`;
    if (!pages.has(id)) {
      const made = callPage(placed, parts);
      pages.set(id, made.show);
      const [title, body] = [titleOf(call), made.element];
      workspace.open({ id, title, icon: 'call', body, onClose: () => void pages.delete(id) }, isFocused);
    }
    pages.get(id)?.(call);
  };
  placed.onMade((call) => pages.get(`call-${call.callId ?? ''}`)?.(call));
  omni.onMessage((message) => {
    if (message.type !== 'event') return;
    if (message.event === 'CALL_CONNECTED') page(message.payload);
    // It is somebody else's call, and the supervisor works where they began to listen.
    if (message.event === 'SUPERVISOR_CALL_CONNECTED') page(message.payload, false);
    if (message.event === 'CALL_STARTED' && isOutbound(message.payload)) page(message.payload);
    if (message.event === 'CALL_UPDATED' && message.payload.call) {
      const { call } = message.payload;
      pages.get(`call-${call.callId ?? ''}`)?.(call);
    }
  });
}

function callPage(
  { idOf }: RepCalls,
  parts: RecordParts
): { readonly element: HTMLElement; readonly show: (call: WireCall) => void } {
  const subtabs = makeTabs('Subtabs', 'subtabs');
  const details = make('dl', { class: 'record-details slds-list_horizontal slds-wrap' });
  const components = make('div', { class: 'record-body' });
  let shown = false;
  const title = make('h1', { class: 'slds-page-header__title' });
  const record = make(
    'article',
    { class: 'record', 'aria-label': 'Voice call' },
    make('header', { class: 'slds-page-header slds-page-header_record-home' }, make('p', {}, 'Voice Call'), title),
    make('div', { class: 'record-body' }, details),
    components
  );
  subtabs.open({ id: `record-${crypto.randomUUID()}`, title: 'Voice Call', icon: 'call', isFixed: true, body: record });
  const show = (call: WireCall): void => {
    title.textContent = titleOf(call);
    const voiceCallId = idOf(call);
    if (voiceCallId !== undefined && !shown) parts(voiceCallId, components);
    shown ||= voiceCallId !== undefined;
    const fields = Object.entries(fieldsOf(call, voiceCallId)).filter(([, value]) => value !== '');
    details.replaceChildren(
      ...fields.flatMap(([label, value]) => [
        make('dt', { class: 'slds-item_label' }, label),
        make('dd', { class: 'slds-item_detail' }, value)
      ])
    );
    const recordId = call.contact?.recordId;
    if (typeof recordId === 'string' && recordId !== '')
      subtabs.open(
        {
          id: `record-${recordId}`,
          title: call.contact?.name ?? recordId,
          icon: 'user',
          body: make('p', { class: 'record-body' }, `Record ${recordId}`)
        },
        false
      );
  };
  return { element: subtabs.element, show };
}

const titleOf = (call: WireCall): string => `${call.contact?.name ?? call.phoneNumber ?? 'Call'}`;

function fieldsOf(call: WireCall, voiceCallId: string | undefined): Readonly<Record<string, string>> {
  const { callId, callType, callSubtype, phoneNumber, callInfo, contact } = call;
  return {
    'Vendor Call Key': callId ?? '',
    'Voice Call Id': voiceCallId ?? '',
    'Call Type': callType ?? '',
    'Call Subtype': callSubtype ?? '',
    'Phone Number': phoneNumber ?? '',
    Caller: contact?.name ?? '',
    Queue: callInfo?.queueName ?? '',
    'Started At': callInfo?.callStateTimestamp?.toLocaleTimeString() ?? '',
    ...additional(callInfo?.additionalFields)
  };
}

/** Fields of VoiceCall that the phone system set, as JSON. */
function additional(text: string | null | undefined): Readonly<Record<string, string>> {
  if (!text) return {};
  try {
    const fields = JSON.parse(text) as unknown;
    if (typeof fields !== 'object' || fields === null) return { 'Additional Fields': text };
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  } catch {
    return { 'Additional Fields (not JSON)': text };
  }
}
