import { z } from 'zod';

const number = z.string().min(1).max(255);
/** Longer ones cannot be a VoiceCall's `VendorCallKey` [Object Reference, VoiceCall]. */
const callKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const time = z.iso.datetime({ offset: true }).max(40);
const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const start = {
  callKey,
  parentCallKey: callKey.optional(),
  from: number,
  to: number,
  initiationMethod: z.enum(['Inbound', 'Transfer', 'Outbound']),
  callOrigin: z.enum(['Preview', 'Progressive', 'Voicemail']).optional(),
  startedAt: time
};

/** What a phone system tells of a call: fields that are not listed are left out. */
export const callReport = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), ...start }),
  z
    .object({
      event: z.literal('ended'),
      ...start,
      endedAt: time,
      // A system that measures finer is not sent away for it.
      holdSeconds: z
        .number()
        .min(0)
        .max(2 ** 31 - 1)
        .transform(Math.round)
        .optional(),
      holds: count.optional(),
      recordingUrl: z.string().min(1).max(2048).optional()
    })
    .refine(({ startedAt, endedAt }) => Date.parse(startedAt) <= Date.parse(endedAt))
]);

export type CallReport = z.infer<typeof callReport>;
export type EndReport = Extract<CallReport, { event: 'ended' }>;
