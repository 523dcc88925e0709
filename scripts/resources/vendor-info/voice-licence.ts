import type { ResolvedConfig } from '../../config/resolved-config';
import { numberAt, recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import type { Finding } from '../resource';
import { soqlText } from '../soql';
import { listNames } from '../user-assignment/holding';
import { matchUsers } from '../user-assignment/match-users';

/** The permission set license of Voice with a partner's telephony; ServiceCloudVoicePsl is the one for Amazon Connect. */
const license = 'ServiceCloudVoiceExternalTelephonyPsl';
const licenceId = 'vendor-info:voice-licence';
const holdersId = 'vendor-info:voice-licence-holders';

/** Whether the org has bought Voice, and who has a seat of it. Nothing is asked for call centers of Open CTI alone. */
export function voiceLicenceQuestions({ callCenters }: ResolvedConfig): readonly Question[] {
  if (callCenters.every(({ kind }) => kind !== 'voice')) return [];
  return [
    {
      id: licenceId,
      via: 'data',
      soql: `SELECT DeveloperName, TotalLicenses, UsedLicenses FROM PermissionSetLicense WHERE DeveloperName = ${soqlText(license)}`
    },
    {
      id: holdersId,
      via: 'data',
      soql: `SELECT AssigneeId FROM PermissionSetLicenseAssign WHERE PermissionSetLicense.DeveloperName = ${soqlText(license)}`
    }
  ];
}

/** Without the licence an org refuses vendor info and contact center alike; without a seat a rep cannot take a call. */
export function voiceLicenceFindings(config: ResolvedConfig, answers: Answers): readonly Finding[] {
  const answer = answers.get(licenceId);
  if (!answer) return [];
  if (!answer.ok) return [licenceUnknown(answer.message)];
  const [row] = answer.records;
  const total = row && (numberAt(row, 'TotalLicenses') ?? 0);
  if (row === undefined || total === undefined || total === 0) return [licenceMissing(total)];
  return seatless(config, answers, Math.max(0, total - (numberAt(row, 'UsedLicenses') ?? 0)));
}

function seatless(config: ResolvedConfig, answers: Answers, free: number): readonly Finding[] {
  if (!answers.has(holdersId) || refusalOf(answers, holdersId)) return [];
  const holders = new Set(recordsOf(answers, holdersId).map((row) => textAt(row, 'AssigneeId')));
  const voice = config.callCenters.filter(({ kind }) => kind === 'voice').map(({ key }) => key);
  const agents = config.users.callCenters
    .filter(({ callCenter }) => voice.includes(callCenter))
    .flatMap(({ match }) => matchUsers(match, config, answers));
  const without = new Map(agents.filter(({ id }) => !holders.has(id)).map(({ id, username }) => [id, username]));
  if (without.size === 0) return [];
  const who = `${without.size} ${without.size === 1 ? 'user' : 'users'} of a contact center`;
  return [
    {
      code: 'VOICE_USERS_WITHOUT_LICENCE',
      severity: 'warning',
      message: `${who} cannot take calls, having no ${license}: ${listNames([...without.values()])}. Free seats: ${free}.`,
      fix: 'Assign them the permission set ContactCenterAgentExternalTelephony, which gives the license along.'
    }
  ];
}

function licenceMissing(total: number | undefined): Finding {
  const lack = total === undefined ? `has no permission set license ${license}` : `has no seat of ${license}`;
  return {
    code: 'VOICE_LICENCE_MISSING',
    severity: 'blocked',
    message: `The org ${lack}: it refuses vendor infos and contact centers of Voice with Partner Telephony.`,
    fix: 'Have Salesforce add Voice with Partner Telephony to this org (Setup > Company Settings > Company Information > Permission Set Licenses), or move the call center to kind: open-cti.'
  };
}

function licenceUnknown(said: string): Finding {
  return {
    code: 'VOICE_LICENCE_UNKNOWN',
    severity: 'warning',
    message: `Whether the org has Voice with Partner Telephony (${license}) could not be read: ${said}`,
    fix: 'Compare with Setup > Company Settings > Company Information > Permission Set Licenses.'
  };
}
