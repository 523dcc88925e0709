import objects from '@salesforce/apex/KeptCalls.objects';
import unlinkedKept from '@salesforce/apex/KeptCalls.unlinked';
import unlinked from '@salesforce/apex/CallLogs.unlinked';
import { labels } from './labels';
import { unlinkedCalls, unlinkedLogs, type UnlinkedLog } from './unlinkedLog';

/** Of the ids of VoiceCall, in every org that has it. */
const keyPrefix = '0LQ';

let hasKeptCalls: boolean | undefined;

/** The rep's logs that are about nobody, at most so many, the newest first: Tasks, and with Voice the calls that Salesforce keeps. */
export async function askForLogs(most: number): Promise<readonly UnlinkedLog[]> {
  const [tasks, calls] = await Promise.all([unlinked({ most }), keptCalls(most)]);
  const found = [...unlinkedLogs(tasks, labels.untitled), ...calls];
  return found.sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, most);
}

async function keptCalls(most: number): Promise<readonly UnlinkedLog[]> {
  hasKeptCalls ??= await hasVoice();
  if (!hasKeptCalls) return [];
  try {
    return unlinkedCalls(await unlinkedKept({ most }), labels);
  } catch (failure) {
    if (!isRefusedQuery(failure)) throw failure;
    // A rep who may not see calls, or one of their fields: there is nothing to ask for while the page lives.
    hasKeptCalls = false;
    return [];
  }
}

async function hasVoice(): Promise<boolean> {
  const found: unknown = await objects({ keyPrefix });
  return Array.isArray(found) && found.length > 0;
}

function isRefusedQuery(failure: unknown): boolean {
  const { body } = (failure ?? {}) as { readonly body?: { readonly exceptionType?: unknown } };
  return body?.exceptionType === 'System.QueryException';
}
