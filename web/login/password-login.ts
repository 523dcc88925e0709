import { ServerRefused } from '../shared/session-server';
import { type LoginScreen } from './login-screen';
import { stateAfterRefusal } from './login-state';

export type PasswordLoginOptions = {
  readonly screen: LoginScreen;
  /** Asks the server; the answer is a code that stands for the login. */
  readonly logIn: (username: string, password: string) => Promise<string>;
  /** Gets another attempt for one that is over; absent where this page has only the one. */
  readonly newAttempt?: () => Promise<unknown>;
  readonly refused?: () => void;
  readonly loggedIn: (code: string) => void;
};

/** Logs in with name and password, and shows what the server says to it. */
export function passwordLogin(options: PasswordLoginOptions): (username: string, password: string) => void {
  const { screen, logIn, newAttempt, refused, loggedIn } = options;

  const signIn = async (username: string, password: string, isSecond = false): Promise<void> => {
    if (username === '' || password === '') return screen.become({ name: 'form', problem: 'missing' });
    screen.become({ name: 'sending' });
    try {
      loggedIn(await logIn(username, password));
    } catch (error) {
      if (!(error instanceof ServerRefused)) return screen.failed('lost');
      if (error.code === 'ATTEMPT_OVER' && newAttempt && !isSecond) {
        await newAttempt();
        return signIn(username, password, true);
      }
      refused?.();
      const next = stateAfterRefusal(error.code, error.retryAfterSeconds);
      screen.become(next);
      if (next.name === 'locked') screen.countDown(next.seconds);
    }
  };
  return (username, password) => void signIn(username, password);
}
