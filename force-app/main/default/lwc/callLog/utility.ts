import { open } from 'lightning/platformUtilityBarApi';
import { labelUtility, titlePanel } from 'c/phoneUtility';
import { labels } from './labels';

/** Opens the panel, where it stands in a utility bar. The cursor stays where the rep types. */
export function openUtility(utilityId: string | undefined): void {
  if (utilityId) open(utilityId, { autoFocus: false }).catch(() => undefined);
}

/** Names panel and button in the rep's language. */
export function nameUtility(utilityId: string | undefined, count: number): void {
  titlePanel(utilityId, labels.title);
  countOnUtility(utilityId, count);
}

/** Tells on the button of the bar how many wrap-ups are open. */
export function countOnUtility(utilityId: string | undefined, count: number): void {
  const label = count === 0 ? labels.title : `${labels.title} (${count})`;
  labelUtility(utilityId, { label, highlighted: count > 0 });
}
