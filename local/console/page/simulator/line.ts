import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from '../view/button';
import { drawn } from '../view/region';
import { buttons, section, textField } from './form';
import { phoneControl, type PhoneCall } from './phone-control';
import type { World } from './world';

/** What the customer, third parties, the desk phone and the line do to the calls that are going on; without Omni-Channel nobody listens in. */
export function showLine(world: World, omni?: Omni): HTMLElement {
  const place = make('div', {});
  const say = textField('The customer says', 'I would like to change my order.');
  const target = textField('Transfer or dial to', '+14155550199', 'tel');
  const lost = textField('Packets lost of 100', '3', 'number');
  const draw = drawn<{ mine: readonly PhoneCall[]; others: readonly { name: string; call: PhoneCall }[] }>(
    place,
    ({ mine, others }) => [
      ...(mine.length === 0 ? [make('p', {}, 'No call is going on.')] : []),
      ...mine.map((call) => callRow(call)),
      ...others.map(({ name, call }) =>
        make(
          'div',
          { class: 'simulator-call' },
          make('strong', {}, `${name}: ${call.from}`),
          ...(omni ? [buttons(button('Listen in', () => listenIn(omni, call), { key: `listen-${call.callId}` }))] : [])
        )
      )
    ]
  );
  world.onChange(() => {
    const mine = world.agent();
    const others = (world.now()?.agents ?? []).filter(({ agentId }) => agentId !== mine?.agentId);
    draw({
      mine: mine?.calls ?? [],
      others: others.flatMap(({ name, calls }) =>
        calls.filter(({ state }) => state === 'connected').map((call) => ({ name, call }))
      )
    });
  });

  function callRow(call: PhoneCall): HTMLElement {
    const { callId } = call;
    const does = (label: string, work: () => Promise<unknown>): HTMLElement =>
      button(label, () => world.does(work), { key: `${label}-${callId}` });
    const desk = (label: string, command: string, given: Readonly<Record<string, unknown>> = {}): HTMLElement =>
      does(label, () => phoneControl.command(callId, command, given));
    const customer = call.legs.find(({ role }) => role === 'customer');
    const thirdParties = call.legs.filter(({ role, state }) => role === 'third-party' && state !== 'ended');
    const channel = { packets: 100, packetsLost: Number(lost.input.value) || 0, jitterMs: 20, roundTripMs: 80 };
    return make(
      'div',
      { class: 'simulator-call', 'data-phone-call': callId },
      make('strong', {}, `${call.from} → ${call.to}: ${call.state}`),
      make('p', {}, 'Others on the line'),
      buttons(
        does('Customer answers', () => phoneControl.customer(callId, 'answer')),
        does('Customer hangs up', () => phoneControl.customer(callId, 'hang-up')),
        does('Customer speaks', () => phoneControl.customer(callId, 'say', say.input.value)),
        ...thirdParties.flatMap(({ legId, name, number }) => [
          does(`${name ?? number ?? 'Third party'} answers`, () => phoneControl.leg(callId, legId, 'answer')),
          does(`${name ?? number ?? 'Third party'} hangs up`, () => phoneControl.leg(callId, legId, 'hang-up'))
        ])
      ),
      ...thirdParties.map(({ legId, name, number, state, isMuted = false }) => {
        const who = name ?? number ?? 'third party';
        return buttons(
          desk(`${state === 'held' ? 'Resume' : 'Hold'} ${who}`, 'hold', { legId, isOnHold: state !== 'held' }),
          desk(`${isMuted ? 'Unmute' : 'Mute'} ${who}`, 'mute', { legId, isMuted: !isMuted }),
          desk(`Remove ${who}`, 'end', { legId })
        );
      }),
      make('p', {}, 'The desk phone'),
      buttons(
        desk('Accept', 'accept'),
        desk('Decline', 'decline'),
        desk('End', 'end'),
        desk('Mute', 'mute', { isMuted: true }),
        desk('Unmute', 'mute', { isMuted: false }),
        ...(customer
          ? [
              desk('Hold', 'hold', { legId: customer.legId, isOnHold: true }),
              desk('Resume', 'hold', { legId: customer.legId, isOnHold: false })
            ]
          : []),
        desk('Swap', 'swap'),
        desk('Conference', 'conference'),
        desk('Pause recording', 'record', { recording: 'paused' }),
        desk('Resume recording', 'record', { recording: 'running' }),
        does('Consult', () => transfer(callId, 'consulted')),
        does('Blind transfer', () => transfer(callId, 'blind')),
        does('Join', () => transfer(callId, 'joins')),
        desk('Finish wrap-up', 'finish-wrap-up')
      ),
      make('p', {}, 'The line'),
      buttons(
        does('Audio statistics', () => phoneControl.audio(callId, channel, channel)),
        does('End of statistics', () => phoneControl.audioEnded(callId))
      )
    );
  }
  const transfer = (callId: string, kind: 'blind' | 'consulted' | 'joins'): Promise<unknown> =>
    phoneControl.command(callId, 'transfer', { target: { kind: 'number', number: target.input.value }, kind });
  const dial = button('Dial at the desk phone', () =>
    world.does(() => phoneControl.dial(world.agent()?.agentId ?? '', target.input.value))
  );
  return section('On the line', say.row, target.row, buttons(dial), lost.row, place);
}

function listenIn(omni: Omni, { callId, from, voiceCallId }: PhoneCall): void {
  omni.send({
    type: 'SUPERVISE_CALL',
    call: {
      callId,
      callType: 'Inbound',
      phoneNumber: from,
      callAttributes: { participantType: 'Supervisor', ...(voiceCallId === undefined ? {} : { voiceCallId }) }
    }
  });
}
