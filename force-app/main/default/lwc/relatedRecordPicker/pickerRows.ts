import { fill } from 'c/labelFormat';
import { groupLabels, labels } from './labels';
import { iconOf, type RelatedRecord } from './relatedRecord';
import type { ResultGroup } from './searchResults';

/** A record that is chosen, with the words of its button. */
export type ChosenRow = RelatedRecord & { readonly icon: string; readonly removeLabel: string };

/** A record that the phone side found and nobody chose yet. */
export type SuggestionRow = RelatedRecord & { readonly icon: string; readonly chooseLabel: string };

/** The results of one object as options of a list box. */
export type OptionGroup = {
  readonly objectName: string;
  readonly headingId: string;
  readonly name: string | undefined;
  readonly options: readonly Option[];
};

type Option = RelatedRecord & { readonly domId: string; readonly icon: string; readonly isActive: boolean };

/** The chosen records as they are listed. */
export function chosenRows(records: readonly RelatedRecord[]): readonly ChosenRow[] {
  return records.map((record) => ({
    ...record,
    icon: iconOf(record.objectName),
    removeLabel: fill(labels.remove, record.name)
  }));
}

/** The suggestions that are not chosen. */
export function suggestionRows(
  suggestions: readonly RelatedRecord[],
  chosen: readonly RelatedRecord[]
): readonly SuggestionRow[] {
  const isChosen = ({ recordId }: RelatedRecord): boolean => chosen.some((other) => other.recordId === recordId);
  return suggestions
    .filter((record) => !isChosen(record))
    .map((record) => ({
      ...record,
      icon: iconOf(record.objectName),
      chooseLabel: fill(labels.choose, record.name)
    }));
}

/** The results as options; the active one is counted through all groups. */
export function optionGroups(groups: readonly ResultGroup[], activeIndex: number): readonly OptionGroup[] {
  let index = -1;
  return groups.map(({ objectName, records }) => ({
    objectName,
    headingId: `heading-${objectName}`,
    name: groupLabels[objectName],
    options: records.map((record): Option => {
      index += 1;
      return { ...record, domId: optionId(record), icon: iconOf(objectName), isActive: index === activeIndex };
    })
  }));
}

/** The id of an option, by which the search field names the active one. */
export function optionId({ recordId }: RelatedRecord): string {
  return `option-${recordId}`;
}

/** How much was found, for who cannot see it. */
export function resultWords(count: number): string {
  if (count === 0) return labels.nothing;
  return count === 1 ? labels.oneResult : fill(labels.results, count);
}
