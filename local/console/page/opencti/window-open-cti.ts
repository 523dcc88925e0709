import type { SoftphoneLayout } from '../../opencti/softphone-layout';
import type { OmniDesk } from '../../opencti/omni-channel';
import type { Click, ClickToDial } from './click-to-dial';
import type { CallRecord, Host } from './host';
import type { Pages } from './pages';
import type { Softphone, SoftphoneState } from './softphone';
import { viewInfo } from './view-methods';
import type { SalesEngagement, Work } from './work-methods';

/** What tests hold of the app of Open CTI. */
export type WindowOpenCti = {
  /** Every call of a method, in order, with its arguments and its answer. */
  readonly calls: () => readonly CallRecord[];
  readonly state: () => (SoftphoneState & { readonly isClickToDialEnabled: boolean }) | undefined;
  /** Clicks a number; false when numbers cannot be clicked. What is left out of a click is empty. */
  readonly clickToDial: (click: Pick<Click, 'number'> & Partial<Click>) => boolean;
  /**
   * Makes the next calls of a method fail (one, unless said otherwise): with a code, with an error as the documents have it, or
   * with no answer at all. No error at all lets it work again.
   */
  readonly fail: (method: string, error?: string, times?: number) => void;
  readonly startWork: (work: Work) => void;
  /** Work of Sales Engagement that is not complete. */
  readonly openWork: () => readonly string[];
  /** What `getAppViewInfo` would return now. */
  readonly view: () => Readonly<Record<string, unknown>>;
  /** Addresses of everything that is open. */
  readonly views: () => readonly string[];
  /** Puts another softphone layout in place. */
  readonly layout: (layout: SoftphoneLayout) => void;
  readonly reload: () => void;
  /** What the adapter did that no method answers for. */
  readonly problems: () => readonly string[];
};

/** Gives tests and the curious `window.__opencti`. */
export function offerOpenCti(parts: {
  readonly host: Host;
  readonly dial: ClickToDial;
  readonly pages: Pages;
  readonly work: SalesEngagement;
  readonly softphone: () => Softphone | undefined;
  readonly layout: (layout: SoftphoneLayout) => void;
}): void {
  const { host, dial, pages, work, softphone, layout } = parts;
  const offered: WindowOpenCti = {
    calls: host.calls,
    state: () => {
      const phone = softphone();
      return phone && { ...phone.state(), isClickToDialEnabled: dial.isEnabled() };
    },
    clickToDial: (click) => dial.click({ recordId: '', recordName: '', objectType: '', ...click }),
    fail: (method, error, times = 1) => {
      const isCode = typeof error === 'string' && error !== 'no-answer';
      host.fail(method, isCode ? { code: error, description: `${error} of a test` } : error, times);
    },
    startWork: work.start,
    openWork: work.open,
    view: () => viewInfo(pages.front()),
    views: () => pages.all().map(({ url }) => url),
    layout,
    reload: () => softphone()?.reload(),
    problems: host.problems
  };
  Object.assign(window, { __opencti: offered });
}

/** Gives them `window.__omniChannel` too: the rep's Omni-Channel, where the app has it. */
export function offerOmniChannel(desk: OmniDesk | undefined): void {
  if (desk) Object.assign(globalThis, { __omniChannel: desk });
}
