import { type LoginState, type Problem } from './login-state';

/** What is shown, one state at a time, and what changes it by itself. */
export type LoginScreen = {
  readonly state: () => LoginState;
  readonly become: (next: LoginState) => void;
  /** The form with what was wrong; without a network that is why. */
  readonly failed: (problem: Problem) => void;
  /** Shows the wait in full seconds, and then that the rep can try again. */
  readonly countDown: (seconds: number) => void;
  /** Does this unless something else is shown by then. */
  readonly after: (milliseconds: number, work: () => void) => void;
};

export function openScreen(window: Window, render: (state: LoginState) => void): LoginScreen {
  let state: LoginState = { name: 'waiting', isLong: false };
  let stopClock = (): void => undefined;

  const become = (next: LoginState): void => {
    stopClock();
    state = next;
    render(state);
  };
  window.addEventListener('offline', () => state.name === 'form' && become({ name: 'form', problem: 'offline' }));
  window.addEventListener(
    'online',
    () => state.name === 'form' && state.problem === 'offline' && become({ name: 'form' })
  );

  return {
    state: () => state,
    become,
    failed: (problem) => become({ name: 'form', problem: window.navigator.onLine ? problem : 'offline' }),
    countDown: (seconds) => {
      const until = performance.now() + seconds * 1000;
      const clock = window.setInterval(() => {
        const left = Math.ceil((until - performance.now()) / 1000);
        if (left <= 0) return become({ name: 'form', notice: 'canTryAgain' });
        state = { name: 'locked', seconds: left };
        render(state);
      }, 1000);
      stopClock = () => window.clearInterval(clock);
    },
    after: (milliseconds, work) => {
      const clock = window.setTimeout(work, milliseconds);
      stopClock = () => window.clearTimeout(clock);
    }
  };
}
