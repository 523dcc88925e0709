import { type Interaction } from '../interaction/interaction';
import { boundaryBefore } from '../log-text/character-boundary';
import { type CallFacts, type CallLog, type WrapUp } from './call-log';
import { fieldLengths, mostSeconds } from './field-values';
import { followUpKeyOf } from './log-keys';

type Fact = keyof CallFacts;

const longest: Readonly<Record<Fact, number>> = {
  queue: fieldLengths.queue,
  from: fieldLengths.phone,
  to: fieldLengths.phone,
  vendorCallId: fieldLengths.vendorCallId,
  recordingUrl: fieldLengths.url,
  transcriptUrl: fieldLengths.url
};
const facts = Object.keys(longest) as readonly Fact[];

/** The log of an interaction. What is too long for its field is cut there and stands whole in the text, so nothing is lost. */
export function callLogOf(interaction: Interaction, wrapUp: WrapUp): CallLog {
  const { callKey, talkSeconds, holdSeconds } = interaction;
  const tooLong = facts.flatMap((fact) =>
    (interaction[fact]?.length ?? 0) > longest[fact] ? [interaction[fact]] : []
  );
  return {
    callKey,
    interactionKey: interaction.interactionKey,
    channel: interaction.channel,
    direction: interaction.direction,
    ...fitting(interaction),
    startedAt: interaction.startedAt,
    ...known('answeredAt', interaction.answeredAt),
    ...known('endedAt', interaction.endedAt),
    talkSeconds: Math.min(mostSeconds, talkSeconds),
    holdSeconds: Math.min(mostSeconds, holdSeconds),
    wrapUpSeconds: Math.min(mostSeconds, wrapUp.wrapUpSeconds ?? 0),
    durationSeconds: Math.min(mostSeconds, talkSeconds + holdSeconds),
    ...known('outcome', interaction.outcome),
    subject: cutTo(wrapUp.subject, fieldLengths.subject),
    ...(wrapUp.type === undefined ? {} : { type: wrapUp.type }),
    ...known('disposition', wrapUp.disposition && cutTo(wrapUp.disposition, fieldLengths.disposition)),
    text: [wrapUp.notes, interaction.text, tooLong.join('\n')].filter((piece) => piece).join('\n\n'),
    ...known('whoId', wrapUp.whoId),
    ...known('whatId', wrapUp.whatId),
    ...known('followUp', wrapUp.followUp && followUpOf(callKey, wrapUp.followUp))
  };
}

/** The text cut between two characters so that a field of so many UTF-16 units holds it. */
export function cutTo(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, boundaryBefore(text, length, 0));
}

function followUpOf(callKey: string, { subject, dueDate }: NonNullable<WrapUp['followUp']>): CallLog['followUp'] {
  return { key: followUpKeyOf(callKey), subject: cutTo(subject, fieldLengths.subject), dueDate };
}

function fitting(interaction: Interaction): CallFacts {
  return Object.fromEntries(
    facts.flatMap((fact) => {
      const value = interaction[fact];
      if (!value) return [];
      if (value.length <= longest[fact]) return [[fact, value]];
      // Half an address leads nowhere.
      return fact.endsWith('Url') ? [] : [[fact, cutTo(value, longest[fact])]];
    })
  );
}

function known<Name extends string, Value>(
  name: Name,
  value: Value | undefined | ''
): { readonly [Key in Name]?: Value } {
  return (value === undefined || value === '' ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
