import type { BareAnswers } from './bare-handler';
import { openConnection, requestText } from './plain-connection';
import { orgId, origin, password, userNameOf } from './service-folder';

/** Logs one rep in and checks the session, and gives what the service answered. */
export async function answersOf(port: number): Promise<BareAnswers> {
  const connection = await openConnection(port);
  const headers = { origin, 'x-ringdown': '1' };
  const post = async (end: string, body: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await connection.ask(requestText({ method: 'POST', path: `/orgs/${orgId}/${end}`, headers, body }));
    if (answer.status >= 300) throw new Error(`${end} was answered with ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Readonly<Record<string, unknown>>;
  };
  try {
    const whom = { userId: '005000000000001AAA', userName: 'rep@example.com', callCenter: 'Support' };
    const attempts = await post('attempts', whom);
    const { attemptId, secret } = attempts;
    const login = await post('login', { attemptId, secret, username: userNameOf(0), password });
    return { attempts, login, session: { state: 'signed-in', session: login.session } };
  } finally {
    connection.close();
  }
}
