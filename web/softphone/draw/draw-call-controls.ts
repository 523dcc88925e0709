import { type PhoneCall, type PhoneLeg } from '../../phone/phone';
import { type Hands, type Screen } from '../screen';
import { isSupervisedBy } from '../../phone/supervision';
import { legName } from '../call-words';
import { fill } from '../words';
import { type Words } from '../words/word';
import { drawTransfer } from './draw-transfer';
import { draw, made, type Drawn } from './drawn';
import { button, keypad } from './parts';

/** The buttons of a call, by its state and by what the phone system can do. */
export function drawCallControls(call: PhoneCall, screen: Screen, words: Words, hands: Hands): readonly Drawn[] {
  const { callId } = call;
  switch (call.state) {
    case 'ringing':
      return [
        row(
          button(words.accept, () => hands.wish({ type: 'accept', callId }), { class: 'main good' }),
          button(words.decline, () => hands.wish({ type: 'decline', callId }), { class: 'bad' })
        )
      ];
    case 'dialing':
      return [row(hangUp(callId, words, hands))];
    case 'wrap-up':
      return [row(button(words.finishWrapUp, () => hands.wish({ type: 'finish-wrap-up', callId }), { class: 'main' }))];
    case 'connected':
      if (isSupervisedBy(call, screen.picture!.phone!.agentId)) return [supervision(call, screen, words, hands)];
      return call.channel === 'phone' ? talkControls(call, screen, words, hands) : [row(hangUp(callId, words, hands))];
    case 'ended':
      return [];
    default:
      return call.state satisfies never;
  }
}

const row = (...buttons: readonly (Drawn | false | undefined)[]): Drawn => draw('div', { class: 'row' }, ...buttons);
const hangUp = (callId: string, words: Words, hands: Hands): Drawn =>
  button(words.hangUp, () => hands.wish({ type: 'end', callId }), { class: 'bad' });

const muteButton = ({ callId, isMuted }: PhoneCall, words: Words, hands: Hands): Drawn =>
  button(isMuted ? words.unmute : words.mute, () => hands.wish({ type: 'mute', callId, isMuted: !isMuted }));

function talkControls(call: PhoneCall, screen: Screen, words: Words, hands: Hands): readonly Drawn[] {
  const { callId, legs, recording } = call;
  const { abilities: can } = screen.picture!.phone!;
  const customer = legs.find(({ role }) => role === 'customer') ?? legs.find(({ role }) => role === 'third-party');
  const isHeld = customer?.state === 'held';
  const added = legs.filter((leg) => leg.role === 'third-party' && leg !== customer && leg.state !== 'ended');
  const part = screen.opened?.callId === callId ? screen.opened.part : undefined;
  const open = (which: 'keypad' | 'transfer') => (): void => {
    hands.change({ opened: part === which ? undefined : { callId, part: which }, sent: '', areContactsOpen: false });
    if (which === 'transfer' && part !== which) hands.search('');
  };
  return [
    row(
      can.mute && muteButton(call, words, hands),
      added.length === 0 &&
        customer &&
        button(isHeld ? words.resume : words.hold, () =>
          hands.wish({ type: 'hold', callId, legId: customer.legId, isOnHold: !isHeld })
        ),
      can.digits && button(words.keypad, open('keypad'), { 'aria-expanded': String(part === 'keypad') }),
      (can.blindTransfer || can.consult) &&
        added.length === 0 &&
        button(words.transfer, open('transfer'), { 'aria-expanded': String(part === 'transfer') }),
      can.record &&
        recording !== 'off' &&
        button(recording === 'paused' ? words.resumeRecording : words.pauseRecording, () =>
          hands.wish({ type: 'record', callId, recording: recording === 'paused' ? 'running' : 'paused' })
        ),
      hangUp(callId, words, hands)
    ),
    ...(added.length > 0 ? [consultation(call, added, screen, words, hands)] : []),
    ...(part === 'keypad' ? callKeypad(callId, screen, words, hands) : []),
    ...(part === 'transfer' && added.length === 0 ? [drawTransfer(callId, screen, words, hands)] : [])
  ];
}

/** A supervisor works nobody's call but their own ears and voice: the colleague holds, hands on and ends. */
function supervision(call: PhoneCall, screen: Screen, words: Words, hands: Hands): Drawn {
  const { callId } = call;
  const { abilities: can } = screen.picture!.phone!;
  const isHeard = call.supervision?.state === 'barged-in';
  return row(
    !isHeard && can.bargeIn && button(words.bargeIn, () => hands.wish({ type: 'barge-in', callId })),
    isHeard && can.mute && muteButton(call, words, hands),
    button(words.stopListening, () => hands.wish({ type: 'stop-supervising', callId }), { class: 'bad' })
  );
}

/** Who was asked before the call is handed over, and what may become of it. */
function consultation(call: PhoneCall, added: readonly PhoneLeg[], screen: Screen, words: Words, hands: Hands): Drawn {
  const { callId, isMerged } = call;
  const { abilities: can } = screen.picture!.phone!;
  const hasAnswered = added.some(({ state }) => state !== 'ringing');
  return made(
    draw(
      'div',
      { class: 'added' },
      ...added.map((leg) =>
        made(
          draw(
            'div',
            { class: 'row' },
            draw('span', { class: 'who' }, draw('b', {}, legName(leg, words)), draw('small', {}, words[legWord(leg)])),
            button('✕', () => hands.wish({ type: 'end', callId, legId: leg.legId }), {
              'aria-label': fill(words.remove, legName(leg, words))
            })
          ),
          { key: leg.legId }
        )
      ),
      row(
        can.swap && hasAnswered && !isMerged && button(words.swap, () => hands.wish({ type: 'swap', callId })),
        can.merge &&
          hasAnswered &&
          !isMerged &&
          button(words.conference, () => hands.wish({ type: 'conference', callId })),
        hasAnswered && button(words.handOver, () => hands.wish({ type: 'end', callId }))
      )
    ),
    { key: 'added' }
  );
}

const legWord = ({ state }: PhoneLeg): 'calling' | 'onHold' | 'inCall' =>
  state === 'ringing' ? 'calling' : state === 'held' ? 'onHold' : 'inCall';

function callKeypad(callId: string, { sent }: Screen, words: Words, hands: Hands): readonly Drawn[] {
  const press = (digits: string): void => {
    hands.change({ sent: sent + digits });
    hands.wish({ type: 'digits', callId, digits });
  };
  return [made(draw('output', { class: 'sent' }, sent), { key: 'sent' }), keypad(words.keypad, press)];
}
