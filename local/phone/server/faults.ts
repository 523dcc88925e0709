import { Refusal } from '../engine/shapes';

/** How it fails on command; see README.md. */
export type Faults = {
  refuse?: { readonly command: string; readonly code: string };
  loseAnswers?: boolean;
  failReports?: boolean;
};

/** Reads what to fail at; anything that is not understood is refused, so that no test fails at nothing. */
export function readFaults(body: Readonly<Record<string, unknown>>): Faults {
  const { refuse, loseAnswers, failReports, dropConnections: _, answerAfterMs: __, ...strange } = body;
  if (Object.keys(strange).length > 0)
    throw new Refusal('bad-request', `Unknown faults: ${Object.keys(strange).join(', ')}`);
  const { command, code } = (refuse ?? {}) as Record<string, unknown>;
  if (refuse !== undefined && refuse !== null && (typeof command !== 'string' || typeof code !== 'string'))
    throw new Refusal('bad-request', 'refuse needs a command, or *, and a code');
  return {
    ...(typeof command === 'string' && typeof code === 'string' ? { refuse: { command, code } } : {}),
    loseAnswers: loseAnswers === true,
    failReports: failReports === true
  };
}
