import { type PhoneCall } from '../../phone/phone';
import { type Hands, type Screen } from '../screen';
import { fill, type Language } from '../words';
import { stateWord, supervisionWords, whoOf } from '../call-words';
import { drawCallControls } from './draw-call-controls';
import { draw, made, type Drawn } from './drawn';
import { durationOf } from './parts';

/** One call, with what the rep can do with it now. */
export function drawCall(call: PhoneCall, screen: Screen, { words }: Language, hands: Hands): Drawn {
  const who = whoOf(call, words);
  const { agentId } = screen.picture!.phone!;
  const state = stateWord(call, agentId);
  const since = call.state === 'connected' ? (call.answeredAt ?? call.startedAt) : undefined;
  const isTalking = call.state === 'connected';
  const isWaiting = call.legs.some(({ role, state }) => role === 'customer' && state === 'held');
  const marks = [
    call.queue && fill(words.via, call.queue),
    // Beside somebody who is asked: the state is of the talk, and the customer waits.
    isTalking && isWaiting && state !== 'onHold' && words.onHold,
    isTalking && call.isMuted && words.muted,
    isTalking && call.recording === 'paused' && words.recordingPaused
  ];
  return made(
    draw(
      'article',
      { class: `call ${call.state}`, 'aria-label': fill(words.callWith, who) },
      draw(
        'div',
        { class: 'call-head' },
        draw('h2', {}, who),
        // The name of the state is spoken when it changes; the seconds are not.
        made(draw('span', { role: 'status' }, words[state]), { key: 'state' }),
        since !== undefined &&
          made(draw('span', { class: 'time', role: 'timer' }, durationOf(screen.now - Date.parse(since))), {
            key: 'time'
          })
      ),
      made(draw('p', { class: 'supervision', role: 'status' }, supervisionWords(call, agentId, words)), {
        key: 'supervision'
      }),
      draw(
        'p',
        { class: 'hint' },
        marks.filter((mark) => mark !== undefined && mark !== false && mark !== '').join(' · ')
      ),
      call.text !== undefined && draw('p', { class: 'text', tabindex: '0' }, call.text),
      ...drawCallControls(call, screen, words, hands)
    ),
    { key: call.callId }
  );
}
