import { fieldLengths } from 'c/callLogCore';
import type { Interaction } from 'c/phoneBridge';

const links = ['recordingUrl', 'transcriptUrl'] as const;

/** What the phone said without the addresses that no field of a Task holds, and those of them that it had not said before. */
export function withoutLongLinks(
  said: Interaction,
  before: Interaction | undefined
): { readonly interaction: Interaction; readonly urls: readonly string[] } {
  const long = links.filter((link) => (said[link]?.length ?? 0) > fieldLengths.url);
  const interaction = Object.fromEntries(Object.entries(said).filter(([name]) => !long.some((link) => link === name)));
  return {
    interaction: interaction as unknown as Interaction,
    urls: long.flatMap((link) => (said[link] === undefined || said[link] === before?.[link] ? [] : [said[link]]))
  };
}
