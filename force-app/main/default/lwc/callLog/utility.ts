import { open, updateUtility } from 'lightning/platformUtilityBarApi';
import { labels } from './labels';

/** Opens the panel, where it stands in a utility bar. The cursor stays where the rep types. */
export function openUtility(utilityId: string | undefined): void {
  if (utilityId) void open(utilityId, { autoFocus: false });
}

/** Tells on the button of the bar how many wrap-ups are open. */
export function labelUtility(utilityId: string | undefined, count: number): void {
  if (!utilityId) return;
  const label = count === 0 ? labels.title : `${labels.title} (${count})`;
  void updateUtility(utilityId, { label, highlighted: count > 0 });
}
