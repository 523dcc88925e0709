import { phoneNumberVariants } from '../../../core/phone-number/phone-number-variants';
import { parsePhoneNumber } from '../../../core/phone-number/parse-phone-number';
import { type RecordMatch } from '../../../core/interaction/interaction';
import { fieldsOf, textOf } from '../../shared/session-wire/plain-value';
import { type OpenCti } from '../open-cti';
import { type KeptLeg } from './kept-legs';
import { LogRefusal } from './org-logs';

/**
 * Whom or what a leg is about: what the phone system found, or the record from which the rep dialled, or the only one that has the
 * number, as Salesforce searches by the rep's softphone layout. Of several nobody can say which.
 */
export async function relatedRecords(
  { interaction, dialled }: Pick<KeptLeg, 'interaction' | 'dialled'>,
  openCti: Pick<OpenCti, 'searchAndScreenPop'>
): Promise<readonly RecordMatch[]> {
  const { match = [], direction, from, to } = interaction;
  if (match.length === 1) return match;
  if (dialled) return [dialled];
  // A colleague is no one whom a Task is about.
  if (match.length > 1 || direction === 'internal') return [];
  const callType = direction === 'outbound' ? 'OUTBOUND' : 'INBOUND';
  for (const searchParams of searchesFor((direction === 'outbound' ? to : from) ?? '')) {
    // One after the other: the next is for a number that is written otherwise.
    const outcome = await openCti.searchAndScreenPop({ searchParams, callType, deferred: true });
    if (!outcome.ok && outcome.why === 'timed-out') throw new LogRefusal({ kind: 'offline', message: outcome.words });
    const found = outcome.ok ? recordsIn(outcome.value) : [];
    if (found.length > 0) return found.length === 1 ? found : [];
  }
  return [];
}

/** E.164, and the number as people of its country write it. */
function searchesFor(text: string): readonly string[] {
  const number = parsePhoneNumber(text);
  if (number.kind !== 'number') return [];
  const [e164 = '', , , , national = ''] = phoneNumberVariants(number);
  return [e164, national].filter((each) => each !== '');
}

/** Open CTI answers records by their ids, and beside them where it would pop. */
function recordsIn(value: unknown): readonly RecordMatch[] {
  return Object.entries(fieldsOf(value) ?? {}).flatMap(([recordId, found]): readonly RecordMatch[] => {
    const fields = fieldsOf(found);
    if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(recordId) || recordId.startsWith('005')) return [];
    return [{ recordId, name: textOf(fields?.Name) ?? '', objectName: textOf(fields?.RecordType) ?? '' }];
  });
}
