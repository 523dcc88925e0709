import { productionNotConfirmed } from '../errors/apply';
import type { OrgFacts } from './plan';

export type Confirmation = {
  /** `--confirm-org`, 15 or 18 characters. */
  readonly confirmOrg?: string;
  /** Asks the person at the terminal; absent where there is none. */
  readonly ask?: (question: string) => Promise<string>;
};

/** Lets nothing be written to a production org that nobody named: a person types its domain, a pipeline passes its id. */
export async function guardProduction(
  org: OrgFacts,
  orgName: string,
  { confirmOrg, ask }: Confirmation
): Promise<void> {
  if (confirmOrg !== undefined) {
    if (!isSameId(confirmOrg, org.id)) throw productionNotConfirmed(orgName, confirmOrg, org.id, org.domain);
    return;
  }
  if (org.kind !== 'production') return;
  if (ask === undefined) throw productionNotConfirmed(orgName, undefined, org.id, org.domain);
  const typed = (await ask(`${org.name} is PRODUCTION. Type its domain (${org.domain}) to go on: `)).trim();
  if (typed !== org.domain) throw productionNotConfirmed(orgName, typed, org.id, org.domain);
}

function isSameId(given: string, id: string): boolean {
  return (given.length === 15 || given.length === 18) && given.slice(0, 15) === id.slice(0, 15);
}
