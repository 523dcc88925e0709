import type { PageReference } from 'lightning/navigation';
import { getFocusedTabInfo, openSubtab, openTab } from 'lightning/platformWorkspaceApi';
import type { ScreenPopDecision } from './decision';
import { popPage } from './popPage';

/** What became of a pop: it is on the screen, it waits for a click of the rep, or there is nothing to pop. */
export type PopOutcome = 'popped' | 'needs-click' | 'nothing';

export type PopOptions = {
  /** By the wire IsConsoleNavigation. */
  readonly isConsole: boolean;
  /** Opens the page below the tab that the rep looks at, rather than as a tab of its own. */
  readonly asSubtab?: boolean;
};

/**
 * Opens what was decided in a tab of the console. In standard navigation it opens nothing, for that would leave a page which
 * may hold unsaved edits; nor does it where a tab cannot be opened: a button offers the page instead.
 */
export async function popScreen(decision: ScreenPopDecision, options: PopOptions): Promise<PopOutcome> {
  if (decision.kind === 'nothing') return 'nothing';
  const pageReference = popPage(decision);
  if (!pageReference || !options.isConsole) return 'needs-click';
  const page = decision.kind === 'open' ? { recordId: decision.record.recordId } : { pageReference };
  return (await openInConsole(page, options.asSubtab)) ? 'popped' : 'needs-click';
}

/** Opens a page in a tab of the console, or below the tab that the rep looks at; false where no tab can be opened. */
export async function openInConsole(
  page: { readonly recordId: string } | { readonly pageReference: PageReference },
  asSubtab = false
): Promise<boolean> {
  try {
    const parent = asSubtab ? await focusedWorkspace() : undefined;
    if (parent === undefined) await openTab({ ...page, focus: true });
    else await openSubtab(parent, { ...page, focus: true });
    return true;
  } catch {
    return false;
  }
}

/** The workspace tab in front, also when one of its subtabs is; undefined when no tab is open. */
async function focusedWorkspace(): Promise<string | undefined> {
  try {
    const tab: { readonly tabId: string; readonly parentTabId?: string | null } = await getFocusedTabInfo();
    return tab.parentTabId ?? tab.tabId;
  } catch {
    return undefined;
  }
}
