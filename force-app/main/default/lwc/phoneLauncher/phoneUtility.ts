import type { UtilityInfo } from 'lightning/platformUtilityBarApi';

/**
 * The softphone among the utilities of the app: the one with its label, or with its label and what the phone shows behind
 * it, as in `Phone (2)` or `Phone: ringing`. Another utility whose name begins with the same word is not it.
 */
export function phoneUtility(utilities: readonly UtilityInfo[], label: string): UtilityInfo | undefined {
  const wanted = label.trim().toLowerCase();
  const labels = utilities.map((utility) => ({ utility, text: (utility.utilityLabel ?? '').trim().toLowerCase() }));
  const found =
    labels.find(({ text }) => text === wanted) ??
    labels.find(({ text }) => text.startsWith(wanted) && /^\s*[:(\-–—|•]/.test(text.slice(wanted.length)));
  return found?.utility;
}
