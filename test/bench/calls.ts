import { openCtiRep } from '../scenarios/open-cti-rep';
import { orgSide } from '../scenarios/org-side';
import { type Rep } from '../scenarios/rep';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';
import { loadContacts, searchOnce } from './calls/contact-base';
import { timedCall, type TimedCall } from './calls/timed-call';
import { watchTraffic, type Traffic } from './calls/call-traffic';
import { percentile } from './measure';
import { inBytes, type Tell } from './session-service/figures';

const few = 1000;
const many = 1_000_000;
/** Before these the page, the programs and the index of the org are not yet warm. */
const warmUps = 5;

/** What a call costs in the console in Chromium, among few contacts and among a million: time to the pop, time to the saved log, requests. */
export async function calls(tell: Tell, turns = 100, most = many): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const world = await openWholeWorld({ isOpenCti: true });
  try {
    await orgSide(world.org).set('ScreenPopRule', 'ContactByPhone', whileRinging);
    const rep = await readyRep(world);
    const measured: Measured[] = [];
    let loaded = 0;
    for (const contacts of [few, most]) {
      await loadContacts(world.org, { from: loaded, to: contacts }, say);
      loaded = contacts;
      // The org has an index from the first search on; loading more adds to it.
      await searchOnce(world.org, 0);
      const searches: number[] = [];
      for (let turn = 0; turn < turns; turn += 1)
        searches.push(await searchOnce(world.org, placeOf(turn, turns, contacts)));
      tell([`org alone, search for one number, of ${turns} among ${contacts} contacts`, shortly(searches)]);
      const done = await measure(world, rep, { contacts, turns, say });
      rowsOf(contacts, turns, done).forEach(tell);
      measured.push(done);
    }
    const [one, other] = measured;
    if (one && other) tell([`calls among ${most} contacts, beside ${few}`, beside(one, other)]);
    await rep.close();
  } finally {
    await world.close();
  }
}

/** The rule as the package brings it opens a record when the call is taken; here it opens while it rings, before any hand moves. */
const whileRinging = {
  ...{ Attribute__c: 'caller-number', SObjectName__c: 'Contact', FieldName__c: 'Phone', Moment__c: 'Offered' },
  ...{ OneMatch__c: 'Open', ManyMatches__c: 'Chooser', NoMatch__c: 'Nothing', IsActive__c: true, Order__c: 30 }
};

type Measured = {
  readonly calls: readonly TimedCall[];
  readonly traffic: Traffic;
  readonly resident: number;
};

async function readyRep(world: WholeWorld): Promise<Rep> {
  const browser = await world.browser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US', timezoneId: 'UTC' });
  context.setDefaultTimeout(60_000);
  const desk = (): Promise<void> => Promise.reject(new Error('no desk phone here'));
  const rep = await openCtiRep({
    ...{ agent: 'priya', context, url: world.url, password: world.password, desk },
    navigation: 'console'
  });
  await rep.chooses('Available');
  await rep.isShown('Available');
  return rep;
}

async function measure(
  world: WholeWorld,
  rep: Rep,
  given: { readonly contacts: number; readonly turns: number; readonly say: (line: string) => void }
): Promise<Measured> {
  const { contacts, turns, say } = given;
  // Callers from all over the base, and never one twice: their record would be open already.
  const callerOf = (turn: number): number => placeOf(turn, turns + warmUps, contacts);
  for (let turn = 0; turn < warmUps; turn += 1) await timedCall(world, rep, callerOf(turn));
  const traffic = watchTraffic(rep.page());
  const done: TimedCall[] = [];
  for (let turn = warmUps; turn < turns + warmUps; turn += 1) {
    done.push(await timedCall(world, rep, callerOf(turn)));
    if (done.length % 20 === 0) say(`${done.length} calls among ${contacts} contacts …`);
  }
  return { calls: done, traffic: await traffic.take(), resident: process.memoryUsage().rss };
}

const placeOf = (turn: number, of: number, contacts: number): number => Math.floor(((turn + 0.5) * contacts) / of);

function rowsOf(contacts: number, turns: number, { calls: done, traffic, resident }: Measured): readonly Row[] {
  const each = (value: number): string => (value / turns).toFixed(1);
  const { requests, apex, sent, received } = traffic;
  const of = `of ${turns} calls among ${contacts} contacts`;
  return [
    [`from ring to screen pop, ${of}`, shortly(done.map(({ pop }) => pop))],
    [`from hang-up to Task confirmed, ${of}`, shortly(done.map(({ confirmed }) => confirmed))],
    [
      `one ${of}`,
      `${each(requests)} requests (${each(apex)} of Apex), ${inBytes(sent / turns)} sent, ${inBytes(received / turns)} received`
    ],
    [`memory of the process with org, console and bench, ${of}`, inBytes(resident)]
  ];
}

type Row = readonly [name: string, value: string];

const shortly = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`;

function beside(one: Measured, other: Measured): string {
  const times = (of: (call: TimedCall) => number, share: number): string =>
    (percentile(other.calls.map(of), share) / percentile(one.calls.map(of), share)).toFixed(2);
  const both = (of: (call: TimedCall) => number): string => `p50 ${times(of, 0.5)} times, p99 ${times(of, 0.99)} times`;
  return `ring to pop ${both(({ pop }) => pop)}; hang-up to confirmed ${both(({ confirmed }) => confirmed)}`;
}

if (require.main === module)
  void calls(
    ([name, value]) => void process.stdout.write(`${name}: ${value}\n`),
    ...process.argv.slice(2, 4).map(Number)
  ).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
