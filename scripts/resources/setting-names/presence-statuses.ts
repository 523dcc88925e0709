import type { ResolvedConfig } from '../../config/resolved-config';
import { recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { Finding } from '../resource';
import { mayStillCome, unknownName } from './unknown-name';

const id = 'setting-names:presence-statuses';

/** The presence statuses of the org; few rows. */
export function presenceQuestions({ presence = [] }: ResolvedConfig): readonly Question[] {
  return presence.length === 0 ? [] : [{ id, via: 'data', soql: 'SELECT DeveloperName FROM ServicePresenceStatus' }];
}

/** Statuses that the org does not have, or that it has no presence at all. */
export function presenceFindings(
  config: ResolvedConfig,
  answers: Answers,
  packagesPending: boolean
): readonly Finding[] {
  const { presence = [] } = config;
  const refusal = refusalOf(answers, id);
  // The object is there only once Omni-Channel is turned on (Object Reference, ServicePresenceStatus, Special Access Rules).
  if (refusal?.code === 'INVALID_TYPE') return [noOmniChannel(config)];
  if (refusal !== undefined) return refusedQuestion(answers, id, 'its presence statuses');
  const known = recordsOf(answers, id).flatMap((row) => textAt(row, 'DeveloperName') ?? []);
  const mayBring = packagesPending && config.packages.length > 0;
  return presence.flatMap(({ phoneState, status }, index) => {
    if (known.includes(status) || (mayBring && mayStillCome(status, known))) return [];
    const expected = 'the developer name of a presence status in the org';
    return [
      unknownName(
        { at: `presence[${index}].status`, path: `presence.${phoneState}`, expected, got: status, known },
        config
      )
    ];
  });
}

function noOmniChannel({ origins, file }: ResolvedConfig): Finding {
  const place = origins.find(({ path }) => path === 'presence[0].status')?.origin;
  return {
    code: 'OMNI_CHANNEL_OFF',
    severity: 'blocked',
    message: `${place === undefined ? '' : `${place} `}presence maps states to presence statuses, but this org has none: Omni-Channel is not turned on.`,
    fix: `Turn on Setup > Omni-Channel Settings > Enable Omni-Channel, or take presence out of ${file}, for this org with overrides.`
  };
}
