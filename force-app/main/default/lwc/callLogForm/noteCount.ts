import { countText, orgLimits, splitLogText } from 'c/callLogCore';

/** How long a text is, and the whole of it with what the phone system wrote down. */
export type NoteCount = {
  readonly notes: Count;
  /** Absent when there is nothing but the notes. */
  readonly all?: Count;
  /** Too long for the Task: the whole text is kept in parts beside it. */
  readonly continues: boolean;
};

export type Count = { readonly characters: number; readonly bytes: number };

/** Between the notes and the transcript, as the log joins them. */
const gap = '\n\n';

/** Counts as a rep types: the transcript, which may be megabytes, is counted only when it changes. */
export function noteCounter(): (notes: string, transcript: string) => NoteCount {
  let known = { text: '', ...countText('') };
  return (notes, transcript) => {
    if (known.text !== transcript) known = { text: transcript, ...countText(transcript) };
    const own = countText(notes);
    const joint = countText(notes !== '' && transcript !== '' ? gap : '');
    const units = own.units + joint.units + known.units;
    const isLonger = units > orgLimits.description;
    const continues = isLonger || splitLogText([notes, transcript].filter((text) => text).join(gap)).continues;
    const all = {
      characters: own.characters + joint.characters + known.characters,
      bytes: own.bytes + joint.bytes + known.bytes
    };
    return { notes: own, continues, ...(transcript === '' ? {} : { all }) };
  };
}
