import type { Clock } from '../clock';
import type { RingdownEvent } from '../events';
import type { Output, Reporter } from './reporter';

/** On a terminal: the step under way in one line that is rewritten, finished steps above it. */
export function liveReporter({ stderr }: Output, clock: Clock): Reporter {
  const started = new Map<string, { readonly title: string; readonly at: number }>();
  const rewrite = (line: string): void => stderr(`\r\u001b[K${line}`);
  return { emit, end: () => rewrite('') };

  function emit(event: RingdownEvent): void {
    switch (event.type) {
      case 'step-started':
        started.set(event.step, { title: event.title, at: clock.now() });
        return rewrite(`  … ${event.title}`);
      case 'step-progress':
        return rewrite(`  … ${started.get(event.step)?.title ?? event.step}: ${event.detail}`);
      case 'step-finished': {
        const step = started.get(event.step);
        const seconds = step === undefined ? '' : ` ${((clock.now() - step.at) / 1000).toFixed(1)} s`;
        return rewrite(`  ${event.outcome === 'failed' ? '✗' : '✓'} ${step?.title ?? event.step}${seconds}\n`);
      }
      case 'waiting':
        return rewrite(
          `  … ${event.what}: trying again in ${(event.milliseconds / 1000).toFixed(1)} s (${event.reason})`
        );
      default:
        return event satisfies never;
    }
  }
}
