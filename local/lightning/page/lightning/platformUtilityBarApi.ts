import { happened } from '../happenings';
import { page } from '../page-config';
import { changeUtility, currentUtility, neighbourId, onUtilityPressed, utilityId, type Utility } from '../utility';
import { wireAdapter } from '../wire-adapter';

/** Undefined outside a utility bar. */
export const EnclosingUtilityId = wireAdapter<object, string | undefined>(undefined, (_config, emit) => {
  if (page.host === 'utility') emit(utilityId);
});

type Options = { readonly label?: string; readonly icon?: string };

export const open = (id: string, options?: { readonly autoFocus?: boolean }): Promise<boolean> => {
  const neighbour = neighbours().find((other) => other.id === id);
  if (!neighbour) return changed(id, 'utility opened', { open: true }, options);
  happened('utility opened', { label: neighbour.utilityLabel, ...options });
  return Promise.resolve(true);
};
export const minimize = (id: string): Promise<boolean> => changed(id, 'utility minimized', { open: false });

export const updateUtility = (id: string, options: Options & { readonly highlighted?: boolean }): Promise<boolean> =>
  changed(
    id,
    'utility changed',
    defined({ label: options.label, icon: options.icon, highlighted: options.highlighted }),
    options
  );

export const updatePanel = (
  id: string,
  options: Options & { readonly width?: number; readonly height?: number }
): Promise<boolean> =>
  changed(
    id,
    'panel changed',
    defined({ panelLabel: options.label, icon: options.icon, width: options.width, height: options.height }),
    options
  );

export function getInfo(id: string): Promise<object> {
  const { open: utilityVisible, label, width, height, highlighted } = checked(id);
  return Promise.resolve({
    id,
    utilityVisible,
    isLoaded: true,
    utilityLabel: label,
    utilityHighlighted: highlighted,
    panelWidth: width,
    panelHeight: height
  });
}

export const getAllUtilityInfo = async (): Promise<readonly object[]> =>
  page.host === 'utility' ? [await getInfo(utilityId), ...neighbours()] : [];

/** The other utilities of the bar, closed; those of an app have a size of their own. */
function neighbours(): readonly { readonly id: string; readonly utilityLabel: string }[] {
  const { width: panelWidth, height: panelHeight } = currentUtility();
  const closed = { utilityVisible: false, isLoaded: true, utilityHighlighted: false, panelWidth, panelHeight };
  return page.utilities.map((utilityLabel, place) => ({ ...closed, id: neighbourId(place), utilityLabel }));
}

export function onUtilityClick(
  id: string,
  listener: (click: { readonly panelVisible: boolean }) => void
): Promise<boolean> {
  checked(id);
  onUtilityPressed(() => listener({ panelVisible: currentUtility().open }));
  return Promise.resolve(true);
}

export const enablePopout = (id: string, enabled: boolean): Promise<boolean> =>
  changed(id, 'pop-out allowed', {}, enabled);
export const enableModal = (id: string, enabled: boolean): Promise<boolean> => changed(id, 'modal', {}, enabled);

/** Rejects when there is no such utility. */
function changed(id: string, what: string, change: Partial<Utility>, details?: unknown): Promise<boolean> {
  return new Promise((resolve) => {
    checked(id);
    happened(what, details ?? {});
    changeUtility(change);
    resolve(true);
  });
}

function checked(id: string): Utility {
  if (page.host !== 'utility' || id !== utilityId) throw new Error(`There is no utility ${id}`);
  return currentUtility();
}

const defined = (change: Partial<Utility>): Partial<Utility> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
