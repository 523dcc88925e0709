import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fill } from 'c/labelFormat';
import type { Place } from 'c/phoneBridge';
import { labels } from './labels';

/** One place as it is shown; the place where the rep sits comes first, and is none to log out of from afar. */
export type PlaceRow = {
  readonly placeId: string;
  readonly name: string;
  readonly since: string;
  readonly lastActive: string;
  readonly isThis: boolean;
  readonly isElsewhere: boolean;
  readonly action: string;
  /** Two of one browser differ by their time. */
  readonly actionName: string;
};

/** Where else the rep is logged in. */
export const others = (places: readonly Place[]): readonly Place[] => places.filter(({ isThis }) => !isThis);

/** The rows of these places, of which one may be ending. */
export function placeRows(places: readonly Place[], ending: string | undefined): readonly PlaceRow[] {
  const style = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE });
  const timeOf = (time: string): string => style.format(new Date(time));
  const here = places.filter(({ isThis }) => isThis);
  return [...here, ...others(places)].map(({ placeId, name = labels.unknownPlace, since, lastActiveAt, isThis }) => {
    const begun = timeOf(since);
    const action = placeId === ending ? labels.loggingOut : labels.logOutThere;
    const times = { since: fill(labels.placeSince, begun), lastActive: fill(labels.lastActive, timeOf(lastActiveAt)) };
    return {
      placeId,
      name,
      ...times,
      isThis,
      isElsewhere: !isThis,
      action,
      actionName: `${action}: ${name}, ${begun}`
    };
  });
}
