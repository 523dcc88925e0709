import type { PhoneMessage, Session, ToPhone } from 'c/phoneBridge';
import {
  followPresence,
  isSame,
  loggedOut,
  notFollowing,
  type Following,
  type FromOmni,
  type PresenceDeed,
  type PresenceNews,
  type ToOmni
} from 'c/presenceCore';
import type { OmniStatusRow, PresenceSettings } from './presenceSettings';

/** What the rep is told besides, and where both sides stand. */
export type DeskView = {
  readonly phone?: string;
  readonly omni?: string;
  readonly bridge?: Session['bridge'];
  readonly isAbsent: boolean;
  /** Omni-Channel was opened in another tab or browser. */
  readonly isElsewhere: boolean;
  readonly told?: Extract<PresenceDeed, { readonly type: 'tell' }>;
};

export type PresenceDesk = {
  hearPhone(message: PhoneMessage): void;
  hearOmni(message: FromOmni): void;
  passTime(now: number): void;
};

export type DeskOptions = PresenceSettings & {
  readonly askPhone: (message: ToPhone) => void;
  readonly askOmni: (message: ToOmni) => void;
  readonly changed: (view: DeskView) => void;
};

/** Hears both sides and asks each for what follows; at rest while the phone is that of Salesforce Voice. */
export function openPresenceDesk({ rows, statuses, askPhone, askOmni, changed }: DeskOptions): PresenceDesk {
  let following: Following = notFollowing;
  let view: DeskView = { isAbsent: false, isElsewhere: false };
  let wasSignedIn = false;

  const show = (change: Partial<DeskView>): void => {
    view = { ...view, ...change };
    changed(view);
  };
  function take(news: PresenceNews): void {
    const { state, deeds } = followPresence(following, news, rows);
    following = state;
    // What was told before is over with the next wish.
    if (view.told && deeds.length > 0) show({ told: undefined });
    for (const deed of deeds) perform(deed, news.at);
    if (deeds.length > 0 || news.type !== 'time') show({ phone: following.phone?.statusName, omni: following.omni });
  }
  function perform(deed: PresenceDeed, at: number): void {
    if (deed.type === 'tell') show({ told: deed });
    else if (deed.type === 'set-phone') askPhone({ type: 'set-presence', body: { status: deed.state } });
    else {
      const status = statuses.find(({ developerName }) => isSame(developerName, deed.status));
      if (status) askOmni({ type: 'omni-set-status', body: { statusId: status.id } });
      else if (isSame(deed.status, loggedOut)) askOmni({ type: 'omni-log-out', body: {} });
      // The map names a status that the org does not have.
      else take({ type: 'refused', side: 'omni', at });
    }
  }
  const isResting = (): boolean => view.bridge !== 'open-cti' || view.isElsewhere;

  return {
    hearPhone: (message) => {
      const at = Date.now();
      if (message.type === 'session') {
        const { bridge, state } = message.body.session;
        if (bridge !== view.bridge) {
          show({ bridge });
          if (bridge === 'open-cti') askOmni({ type: 'omni-hello', body: {} });
        }
        if (wasSignedIn && state === 'signed-out' && !isResting())
          take({ type: 'phone', phone: { status: 'offline', statusName: 'offline' }, at });
        wasSignedIn = state === 'signed-in' || state === 'expiring' || (wasSignedIn && state === 'reconnecting');
      } else if (message.type === 'presence' && !isResting()) {
        const { status, statusName } = message.body.mine;
        take({ type: 'phone', phone: { status, statusName }, at });
      } else if (message.type === 'refused' && following.asked?.side === 'phone') {
        const { asked, subject } = message.body.refusal;
        if (asked === 'set-presence' && subject === following.asked.target)
          take({ type: 'refused', side: 'phone', at });
      }
    },
    hearOmni: (message) => {
      const at = Date.now();
      if (message.type === 'omni-absent') {
        show({ isAbsent: true });
        return;
      }
      // Whoever logs in elsewhere is not logged out: the other tab or browser keeps the two together.
      if (message.type === 'omni-logged-out' && /^DuplicateLogin/.test(message.body.reason ?? '')) {
        following = notFollowing;
        show({ isElsewhere: true, omni: undefined });
        return;
      }
      if (message.type === 'omni-status' && message.body.statusId && view.isElsewhere) show({ isElsewhere: false });
      if (isResting()) return;
      if (message.type === 'omni-refused') take({ type: 'refused', side: 'omni', at });
      else {
        show({ isAbsent: false });
        take({ type: 'omni', status: nameOf(message, statuses), at });
      }
    },
    passTime: (at) => take({ type: 'time', at })
  };
}

function nameOf(message: FromOmni, statuses: readonly OmniStatusRow[]): string {
  if (message.type !== 'omni-status' || !message.body.statusId) return loggedOut;
  const { statusId, statusApiName } = message.body;
  // Ids come with 15 or 18 characters; the first 15 identify.
  const known = statuses.find(({ id }) => id.slice(0, 15) === statusId.slice(0, 15));
  return known?.developerName ?? statusApiName ?? statusId;
}
