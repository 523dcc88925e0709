import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runJava } from './java';

/** A PMD rule that a class broke. Severity is Code Analyzer's: 1 is critical, 2 high, 3 moderate. */
export type PmdViolation = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: number;
  readonly message: string;
};

type Rules = Readonly<Record<string, { readonly severity: number; readonly tags: readonly string[] } | undefined>>;
type Results = {
  readonly violations: readonly {
    readonly rule: string;
    readonly message: string;
    readonly codeLocation: { readonly file: string; readonly startLine: number };
  }[];
  readonly processingErrors: readonly { readonly file: string; readonly message: string }[];
};

/** Every category but documentation, whose rules are of low severity. */
const categories = ['security', 'bestpractices', 'codestyle', 'design', 'errorprone', 'performance'];

/** What breaks a rule that Salesforce Code Analyzer recommends, of moderate severity or worse. `folder` takes two files. */
export async function pmdViolations(files: readonly string[], folder: string): Promise<readonly PmdViolation[]> {
  const ruleSet = path.join(folder, 'rules.xml');
  const input = path.join(folder, 'pmd-input.json');
  const output = path.join(folder, 'pmd-output.json');
  const references = categories.map((category) => `<rule ref="category/apex/${category}.xml"/>`).join('');
  writeFileSync(
    ruleSet,
    `<ruleset name="Apex" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0"><description>Apex</description>${references}</ruleset>`
  );
  writeFileSync(
    input,
    JSON.stringify({ ruleSetInputFile: ruleSet, runDataPerLanguage: { apex: { filesToScan: files } } })
  );
  await runJava('com.salesforce.sfca.pmdwrapper.PmdWrapper', ['run', input, output]);
  const { violations, processingErrors } = JSON.parse(readFileSync(output, 'utf8')) as Results;
  if (processingErrors.length > 0) throw new Error(`PMD could not read ${JSON.stringify(processingErrors)}`);
  return violations.flatMap(({ rule, message, codeLocation: { file, startLine } }) => {
    const known = recommended()[rule];
    return known?.tags.includes('Recommended') === true && known.severity <= 3
      ? [{ file, line: startLine, rule, severity: known.severity, message }]
      : [];
  });
}

/** Code Analyzer's own list of severities, which PMD does not have. */
function recommended(): Rules {
  const module = require('@salesforce/code-analyzer-pmd-engine/dist/pmd-rule-mappings.js') as {
    readonly RULE_MAPPINGS: Rules;
  };
  return module.RULE_MAPPINGS;
}
