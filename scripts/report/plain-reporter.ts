import type { Clock } from '../clock';
import type { RingdownEvent } from '../events';
import type { Output, Reporter } from './reporter';

/** A pipeline that hears nothing for minutes may kill the job: at most this long between two lines. */
const heartbeat = 30_000;

/** One line per event; repeated progress of one step only when its words changed or the heartbeat is due. */
export function plainReporter(output: Output, clock: Clock): Reporter {
  let lastLine = 0;
  let lastDetail = '';
  const say = (line: string): void => {
    lastLine = clock.now();
    output.stderr(`${line}\n`);
  };
  return { emit, end: () => undefined };

  function emit(event: RingdownEvent): void {
    switch (event.type) {
      case 'step-started':
        return say(`${event.title} …`);
      case 'step-progress': {
        const words = event.detail.replace(/\d+ s/, '');
        if (words === lastDetail && clock.now() - lastLine < heartbeat) return;
        lastDetail = words;
        return say(`  ${event.step}: ${event.detail}`);
      }
      case 'step-finished':
        return say(`  ${event.step}: ${event.outcome}${event.detail === undefined ? '' : ` (${event.detail})`}`);
      case 'waiting':
        return say(`  ${event.what}: trying again in ${(event.milliseconds / 1000).toFixed(1)} s (${event.reason})`);
      default:
        return event satisfies never;
    }
  }
}
