import type { ResolvedCallCenter, ResolvedVoice } from '../../config/resolved-config/call-center';
import { textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import type { Finding } from '../resource';
import { soqlList } from '../soql';

const classesId = 'vendor-info:classes';

/** A contact center with the vendor info that it names. */
export type Wanted = { readonly callCenter: ResolvedCallCenter; readonly voice: ResolvedVoice };

/** Asks for the Apex classes that vendor infos name; a deploy that names a missing one is refused as a whole. */
export function classQuestions(wanted: readonly Wanted[]): readonly Question[] {
  const names = wanted.flatMap(({ voice }) =>
    voice.integrationClass === undefined ? [] : [partsOf(voice.integrationClass).name]
  );
  if (names.length === 0) return [];
  return [
    {
      id: classesId,
      via: 'tooling',
      soql: `SELECT Id, Name, NamespacePrefix FROM ApexClass WHERE Name IN ${soqlList(names)}`
    }
  ];
}

/** Classes that the org lacks; what the org does not tell is a warning. */
export function classFindings(wanted: readonly Wanted[], answers: Answers): readonly Finding[] {
  const answer = answers.get(classesId);
  if (!answer) return [];
  return wanted.flatMap(({ callCenter, voice }) => {
    const { integrationClass } = voice;
    if (integrationClass === undefined) return [];
    const at = `callCenters.${callCenter.key}.voice.integrationClass`;
    return answer.ok
      ? missingClass(integrationClass, at, answer.records)
      : [classUnknown(integrationClass, answer.message)];
  });
}

function missingClass(integrationClass: string, at: string, rows: readonly OrgRecord[]): readonly Finding[] {
  const { namespace, name } = partsOf(integrationClass);
  const named = rows.filter((row) => isSame(textAt(row, 'Name'), name));
  if (named.some((row) => isSame(textAt(row, 'NamespacePrefix'), namespace))) return [];
  const elsewhere = named.map((row) => [textAt(row, 'NamespacePrefix'), name].filter(Boolean).join('__'));
  // In an org with a namespace of its own, its own classes have that namespace and may be named without.
  const mayBeOwn = namespace === undefined && elsewhere.length > 0;
  return [
    {
      code: 'INTEGRATION_CLASS_MISSING',
      severity: mayBeOwn ? 'warning' : 'blocked',
      message: `The org has no Apex class ${integrationClass}${elsewhere.length > 0 ? `, but ${elsewhere.join(', ')}` : ''}.`,
      fix:
        elsewhere.length > 0
          ? `Write ${elsewhere.join(' or ')} as ${at}.`
          : `Deploy the class, install the package that brings it, or correct ${at}; a packaged class is written namespace__Name.`
    }
  ];
}

function classUnknown(integrationClass: string, said: string): Finding {
  return {
    code: 'INTEGRATION_CLASS_UNKNOWN',
    severity: 'warning',
    message: `Whether the org has the Apex class ${integrationClass} could not be read: ${said}`,
    fix: 'Look in Setup > Custom Code > Apex Classes; a deploy that names a missing class is refused.'
  };
}

/** `ns__Name`, `ns.Name` or `Name`; a class name itself never has two underscores together. */
function partsOf(integrationClass: string): { readonly namespace: string | undefined; readonly name: string } {
  const [, namespace, name = integrationClass] = /^(\w+?)(?:__|\.)(\w+)$/.exec(integrationClass) ?? [];
  return { namespace, name };
}

/** Apex names are compared without regard to case. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}
