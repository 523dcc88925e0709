import { adapterAddress, type Navigation } from '../../opencti/adapter-address';
import type { SoftphoneFrame } from '../../opencti/call-center-settings';
import { make } from '../make';
import type { UtilityBar } from '../view/utility-bar';

/** How the softphone looks now. */
export type SoftphoneState = {
  readonly height: number;
  readonly width: number;
  readonly label: string;
  readonly icon: string;
  readonly panelLabel: string;
  readonly panelIcon: string;
  readonly visible: boolean;
  /** Whether the standby page took over. */
  readonly isStandby: boolean;
  readonly adapterUrl: string;
};

/** The utility that frames the adapter. */
export type Softphone = {
  readonly state: () => SoftphoneState;
  readonly change: (change: Partial<Omit<SoftphoneState, 'visible' | 'isStandby' | 'adapterUrl'>>) => void;
  readonly show: (isVisible: boolean) => void;
  readonly frame: HTMLIFrameElement;
  /** Where the adapter comes from; only this origin is heard. */
  readonly origin: () => string;
  /** The adapter said that it is ready: the standby page is not needed. */
  readonly ready: () => void;
  readonly reload: () => void;
};

const id = 'softphone';

/** Id of the app: what Lightning says of itself in the adapter's address. */
const appId = '06m000000000001AAA';

/** Adds the softphone to the bar and loads the adapter. */
export function openSoftphone(options: {
  readonly bar: UtilityBar;
  readonly settings: SoftphoneFrame;
  readonly navigation: Navigation;
  readonly label: string;
  readonly icon: string;
}): Softphone {
  const { bar, settings, navigation, label, icon } = options;
  const { height, width, standby } = settings;
  // Once there, the standby page stays until the browser is closed [Open CTI guide, notifyInitializationComplete].
  const kept = `opencti-standby ${settings.adapterUrl}`;
  let isStandby = standby !== undefined && sessionStorage.getItem(kept) !== null;
  let timer: number | undefined;
  let look = { height, width, label, icon, panelLabel: label, panelIcon: icon };
  const frame = make('iframe', {
    title: 'Softphone',
    class: 'softphone-frame',
    allow: 'microphone; camera; autoplay; storage-access; clipboard-write; clipboard-read'
  });
  const waiting = make('p', { class: 'softphone-waiting', role: 'status', hidden: true }, 'Loading…');
  const address = (): string => (isStandby && standby ? standby.url : settings.adapterUrl);
  const ready = (): void => {
    window.clearTimeout(timer);
    waiting.hidden = true;
  };
  const load = (): void => {
    const nonce = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0'));
    frame.src = adapterAddress(address(), { origin: location.origin, appId, navigation, nonce: nonce.join('') });
    window.clearTimeout(timer);
    if (!standby || isStandby) return ready();
    waiting.hidden = false;
    timer = window.setTimeout(() => {
      isStandby = true;
      sessionStorage.setItem(kept, 'yes');
      load();
    }, standby.timeout);
  };
  bar.add({ id, label, icon, body: make('div', { class: 'softphone' }, waiting, frame), height, width });
  load();
  return {
    state: () => ({ ...look, visible: bar.isOpen(id), isStandby, adapterUrl: frame.src }),
    change: (change) => {
      look = { ...look, ...change };
      if (change.label !== undefined) bar.label(id, change.label);
      bar.change(id, change);
    },
    show: (isVisible) => (isVisible ? bar.open(id) : bar.minimise(id)),
    frame,
    origin: () => new URL(address(), location.origin).origin,
    ready,
    reload: load
  };
}
