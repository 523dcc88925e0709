import { z } from 'zod';
import type { LocalSettings } from '../state/state';
import { checked } from './checked';
import type { Loaded } from './load-records';

/** The settings as they are given, or an error that says which of them the org does not have. */
export const someSettings = (given: unknown): Partial<LocalSettings> =>
  checked('a change of settings', settings, given);

/** What a reset may be told. */
export const resetBody = (given: unknown): z.infer<typeof reset> => checked('a reset', reset, given);

/** Records to load. */
export const someRecords = (given: unknown): Loaded => checked('a load of records', records, given);

const polls = z.int().min(1);

const settings = z
  .strictObject({
    deployPolls: polls,
    installPolls: polls,
    latency: z.number().min(0),
    acceptsCallCenters: z.boolean(),
    omniChannel: z.boolean(),
    externalClientApps: z.boolean(),
    personAccounts: z.boolean(),
    apiVersions: z.array(z.string().regex(/^\d+\.\d$/)).min(1),
    devHub: z.boolean()
  } satisfies Record<keyof LocalSettings, z.ZodType>)
  .partial();

const reset = z.strictObject({
  kind: z.enum(['production', 'sandbox', 'scratch', 'developer']).optional(),
  catalog: z.looseObject({}).optional()
});

const records: z.ZodType<Loaded> = z.strictObject({
  sobject: z.string(),
  fields: z.array(z.string()).min(1),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
});
