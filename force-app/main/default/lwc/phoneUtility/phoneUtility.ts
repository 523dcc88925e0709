import { getAllUtilityInfo, updatePanel, updateUtility, type UtilityInfo } from 'lightning/platformUtilityBarApi';

/** What the softphone of Open CTI is called in our utility bar. */
export const softphoneLabel = 'Phone';

const omniChannel = /^(omni[\s-]?(channel|canal)|オムニチャネル)/;

/** The phone in the utility bar of this app, by its label there; undefined where the app has no phone or no utility bar. */
export async function findPhoneUtility(label: string = softphoneLabel): Promise<UtilityInfo | undefined> {
  try {
    return phoneUtility(await getAllUtilityInfo(), label);
  } catch {
    // An app without a utility bar answers with an error.
    return undefined;
  }
}

/**
 * The phone among the utilities of the app: the softphone of Open CTI, by its label; else Omni-Channel, which holds the phone
 * of Salesforce Voice and which the platform names itself, in the person's language.
 */
export function phoneUtility(utilities: readonly UtilityInfo[], label: string): UtilityInfo | undefined {
  return softphone(utilities, label) ?? utilities.find((utility) => omniChannel.test(labelOf(utility)));
}

/** What a person finds in the bar: the label without what the phone shows behind it, such as `(2)` or `: ringing`. */
export function utilityName(utility: UtilityInfo): string {
  return (utility.utilityLabel ?? '').replace(/\s*[:：(（–—|•].*$/, '').trim();
}

/** What the button of a utility shows. */
type Button = { readonly label: string; readonly highlighted?: boolean };

/** Says on the button of a utility of ours what it holds. A label that cannot be changed is no reason to say anything. */
export function labelUtility(utilityId: string | undefined, button: Button): void {
  if (utilityId !== undefined) updateUtility(utilityId, button).catch(() => undefined);
}

/** Names the panel of a utility of ours in the person's language: the file of a utility bar holds one language. */
export function titlePanel(utilityId: string | undefined, label: string): void {
  if (utilityId !== undefined) updatePanel(utilityId, { label }).catch(() => undefined);
}

/**
 * The one with the label, or with the label and what the phone shows behind it, as in `Phone (2)` or `Phone: ringing`. Another
 * utility whose name begins with the same word is not it.
 */
function softphone(utilities: readonly UtilityInfo[], label: string): UtilityInfo | undefined {
  const wanted = label.trim().toLowerCase();
  return (
    utilities.find((utility) => labelOf(utility) === wanted) ??
    utilities.find((utility) => {
      const text = labelOf(utility);
      return text.startsWith(wanted) && /^\s*[:(\-–—|•]/.test(text.slice(wanted.length));
    })
  );
}

function labelOf({ utilityLabel }: UtilityInfo): string {
  return (utilityLabel ?? '').trim().toLowerCase();
}
