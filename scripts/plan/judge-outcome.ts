import type { Change } from '../resources/change';
import type { ApplyOutcome } from './apply-plan';

export type Judgement = {
  /** Planned changes that are there when the org is read back. */
  readonly done: readonly Change[];
  /** What still differs and waits for a person, or for what a person is to do first. */
  readonly remaining: readonly Change[];
  /** What still differs although the org answered with success, and nobody is asked to do it. */
  readonly unexplained: readonly string[];
};

/** Compares what was planned with what was read back; an exit code of Salesforce's counts for nothing here. */
export function judgeOutcome(planned: readonly Change[], { after, proofs, refused }: ApplyOutcome): Judgement {
  const open = new Set(after.changes.map(({ address }) => address));
  const refusedAddresses = new Set(refused.map(({ change }) => change.address));
  const remaining = after.changes.filter((change) => waitsForPerson(change, after.changes));
  const unexplained = after.changes.filter(
    (change) => !waitsForPerson(change, after.changes) && !refusedAddresses.has(change.address)
  );
  // A question that the org refused gives no change either: unread is not read back.
  const unread = after.findings
    .filter(({ severity }) => severity === 'blocked')
    .map(({ code, message }) => `${code}: ${message}`);
  return {
    done: planned.filter(({ address }) => !open.has(address)),
    remaining,
    unexplained: [...unexplained.map(({ summary }) => summary), ...unread, ...proofs.missing]
  };
}

function waitsForPerson(change: Change, open: readonly Change[]): boolean {
  switch (change.kind) {
    case 'ask-person':
      return true;
    case 'deploy-component':
      return change.byHand !== undefined;
    case 'write-record':
      // A user cannot be put into a call center that is not there yet.
      return Object.values(change.fields).some(
        (value) => typeof value === 'object' && value !== null && 'idOf' in value && value.idOf.type === 'CallCenter'
      );
    case 'telephony-key':
      // A key signs once the contact center has its certificate, which a person may have to paste.
      return open.some(({ address }) => address === change.address.replace(/^telephony-key/, 'call-center'));
    case 'install-package':
    case 'deploy-package':
      return false;
    default:
      return change satisfies never;
  }
}
