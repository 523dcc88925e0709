import type { Navigation } from '../../opencti/adapter-address';
import { succeeded } from '../../opencti/wire';
import type { Handler } from './host';
import type { Pages, View } from './pages';

/** What `getAppViewInfo` returns and `onNavigationChange` tells: for anything but a record, only the address. */
export const viewInfo = (view: View | undefined): Readonly<Record<string, unknown>> => ({
  url: `${location.origin}${view?.url ?? '/lightning'}`,
  ...view?.record
});

/** Methods about the page in front. */
export const viewMethods = (pages: Pages): Readonly<Record<string, Handler>> => ({
  getAppViewInfo: () => succeeded(viewInfo(pages.front())),
  onNavigationChange: () => succeeded(),
  refreshView: () => {
    pages.refresh();
    return succeeded();
  }
});

/**
 * Tells of each view that comes to the front, and of the one in front when a person comes back to the window. A console does not
 * tell of lists [Open CTI guide, onNavigationChange].
 */
export function watchNavigation(pages: Pages, navigation: Navigation, tell: (payload: unknown) => void): void {
  const say = (view: View | undefined): void => {
    if (navigation === 'console' && view?.kind === 'list') return;
    tell(viewInfo(view));
  };
  pages.onChange(say);
  window.addEventListener('focus', () => say(pages.front()));
}
