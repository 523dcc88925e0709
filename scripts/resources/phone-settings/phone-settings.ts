import type { ResolvedConfig } from '../../config/resolved-config';
import { namespaced } from '../namespaced';
import type { Resource } from '../resource';
import { desiredRecords, wholeTypes } from './desired-records';
import { foreignRecords, leftRecords, retirement } from './left-records';
import { packageMissing } from './package-missing';
import { placedRecords } from './placed-records';
import { recordChange, recordWords } from './record-change';
import { heldRecords, recordQuestions, recordsId, recordTypes, type HeldRecord, type RecordType } from './record-rows';
import { shippedRecords } from './shipped-records';

/** Logging, screen pop and presence: records of our custom metadata types. */
export const phoneSettings: Resource = {
  name: 'phone-settings',
  ask: (config) => recordQuestions(config),
  compare(input) {
    const { config, answers, packagesPending } = input;
    const { ringdown } = config;
    if (ringdown === undefined || desiredRecords(config).length + wholeTypes(config).length === 0)
      return { changes: [], findings: [], holds: [] };
    const parts = recordTypes.map((type) => ({
      name: namespaced(ringdown.namespace, `${type}__mdt`),
      questionId: recordsId(type)
    }));
    const missing = packagesPending ? [] : packageMissing(parts, answers);
    if (missing.length > 0) return { changes: [], findings: missing, holds: [] };
    const held = (type: RecordType): readonly HeldRecord[] => {
      const rows = heldRecords(type, ringdown.namespace, answers);
      // What a package of this plan brings is there before the settings are written.
      const coming = packagesPending ? shippedRecords(type, ringdown.packages) : [];
      return [...rows, ...coming.filter(({ name }) => !rows.some((row) => row.name === name))];
    };
    const wanted = placedRecords(config, held);
    const changes = wanted.flatMap((one) => recordChange(one, ringdown.namespace));
    const left = leftRecords(config, held, wanted);
    return {
      changes: [...changes, ...left.flatMap((one) => retirement(one, ringdown.namespace))],
      findings: foreignRecords(left),
      holds: changes.length > 0 ? [] : holding(config),
      recheckAfterInstall: packagesPending
    };
  }
};

function holding(config: ResolvedConfig): readonly string[] {
  const desired = desiredRecords(config);
  const count = (type: RecordType): number => desired.filter((one) => one.type === type).length;
  const parts = recordTypes.flatMap((type) => {
    const many = count(type);
    return many === 0 ? [] : [`${many} ${recordWords[type]}${many === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? [] : [`Settings: ${parts.join(', ')} as in the file`];
}
