import type { CallLog } from '../../core/call-log/call-log';

/** One paragraph tells where it stands, so that a lost or doubled piece shows. */
const paragraph = (number: number): string =>
  `${number}. ${number % 50 === 0 ? 'Grüße 世界 👩‍👩‍👧‍👦 と話しました。' : 'The caller said that the line was silent again.'}\n`;

/** A text of at least so many UTF-16 units, the same at every call. */
export function longText(units: number): string {
  const pieces: string[] = [];
  for (let length = 0, number = 1; length < units; number++) {
    const piece = paragraph(number);
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
}

/** What the rep has typed after so many steps of the scenario. */
export const typed = (step: number): string => `The caller asks about step ${step}`;

/** Two parts. */
export const scenarioText = longText(135_000);

/** The log of one scenario, as the wrap-up panel submits it. */
export function scenarioLog(callKey: string, text = scenarioText): CallLog {
  return {
    callKey,
    interactionKey: `interaction of ${callKey}`,
    channel: 'phone',
    direction: 'inbound',
    from: '+4930123456',
    startedAt: '2026-03-02T08:59:00.000Z',
    answeredAt: '2026-03-02T09:00:00.000Z',
    endedAt: '2026-03-02T09:04:00.000Z',
    talkSeconds: 200,
    holdSeconds: 40,
    wrapUpSeconds: 12,
    durationSeconds: 240,
    outcome: 'answered',
    subject: 'Call with Ann',
    disposition: 'Resolved',
    text,
    followUp: { key: `${callKey}:follow-up`, subject: 'Call Ann back', dueDate: '2026-03-09' }
  };
}
