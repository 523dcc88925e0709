import { genericError } from '../../opencti/api-errors';
import { failed, succeeded } from '../../opencti/wire';
import type { Handler } from './host';

/** A work item of Sales Engagement, as it is told to the adapter. */
export type Work = { readonly workId: string; readonly to: string };

/** Sales Engagement's side of the calls that it begins. */
export type SalesEngagement = {
  readonly methods: Readonly<Record<string, Handler>>;
  readonly start: (work: Work) => void;
  /** Work that was started and is not complete. */
  readonly open: () => readonly string[];
};

/** Starts work; `tell` tells the adapter. */
export function openSalesEngagement(tell: (payload: unknown) => void): SalesEngagement {
  const open = new Set<string>();
  return {
    methods: {
      'hvs.onWorkStart': () => succeeded(),
      'hvs.completeWork': ({ workId }) => (open.delete(String(workId)) ? succeeded() : failed(genericError()))
    },
    start: ({ workId, to }) => {
      open.add(workId);
      tell({ workId, completeWorkWhen: 'TaskSaved', attributes: { to } });
    },
    open: () => [...open]
  };
}
