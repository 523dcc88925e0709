import { loadConfig } from '../config/load-config';
import { orgRefused, wrongCommandLine } from '../errors/run';
import { exitCode } from '../exit-code';
import { describeNumber } from '../resources/number-matches/describe-number';
import {
  explainDecisions,
  explained,
  explainSearch,
  hasNumberingPlan,
  readNumber,
  searchesFor
} from '../resources/number-matches/explain-number';
import { handCandidates, handSearch } from '../resources/number-matches/hand-search';
import { popSettingQuestions, popSettings } from '../resources/number-matches/pop-settings';
import { objectQuestions, recordSearch } from '../resources/number-matches/record-searches';
import { organizationQuestion } from '../resources/organization/read-organization';
import { refusalOf } from '../resources/org-record';
import type { Answers } from '../resources/question';
import type { CommandContext, CommandResult } from './command';
import { requireOrg } from './open-run';

/** Says how a number is read, which records have it and why, and what would pop when it calls. Writes nothing. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { options, env, cwd, emit, positionals } = context;
  const text = positionals.join(' ').trim();
  if (text === '') throw wrongCommandLine('which number?', 'npx ringdown match explain --help');
  const given = options.country?.toUpperCase();
  if (given !== undefined && !hasNumberingPlan(given))
    throw wrongCommandLine(
      `--country ${options.country ?? ''}: no country that has a numbering plan`,
      'npx ringdown match explain --help'
    );
  const config = loadConfig({ file: options.config, org: requireOrg(context), env, cwd });
  const org = await context.connect(config);
  emit({ type: 'step-started', step: 'read', title: `Searching ${config.org.name}` });
  const first = await org.ask(popSettingQuestions(config));
  stopWhenUnread(first);
  const settings = popSettings(config, first);
  const read = readNumber(text, given ?? settings.country);
  const wanted = searchesFor(read, settings);
  const objects = objectQuestions(wanted);
  const described: Answers = objects.length === 0 ? new Map() : await org.ask(objects);
  const made = wanted.map((search) => recordSearch(search, read.number, described));
  const byHand = handSearch(read.variants);
  const questions = [
    ...made.flatMap((one) => (one.kind === 'search' ? [one.question] : [])),
    ...(byHand ? [byHand] : [])
  ];
  const answers: Answers = questions.length === 0 ? new Map() : await org.ask(questions);
  emit({ type: 'step-finished', step: 'read', outcome: 'done', detail: `${org.requestCount()} requests` });
  const explanation = {
    org: config.org.name,
    read,
    settings,
    searches: made.map((one) => explainSearch(one, read, answers)),
    byHand: explained(handCandidates(answers), read.number, read.country),
    ...(byHand && { handQuery: byHand.sosl }),
    decisions: explainDecisions(made, settings, read, answers)
  };
  return {
    exitCode: exitCode.done,
    data: { ...explanation, requests: org.requestCount() },
    lines: describeNumber(explanation)
  };
}

/** The other questions may be refused: an org without our package has none of its settings. */
function stopWhenUnread(answers: Answers): void {
  const refusal = refusalOf(answers, organizationQuestion.id);
  if (refusal) throw orgRefused('reading the org', refusal.code, refusal.message, undefined);
}
