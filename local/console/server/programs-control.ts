import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Processes } from './processes';

/** Answers `GET /programs` with their states, and does `POST /programs/NAME/stop` and `…/start`. */
export async function controlPrograms(
  processes: Pick<Processes, 'stop' | 'restart' | 'states'>,
  message: IncomingMessage,
  response: ServerResponse,
  rest: string
): Promise<void> {
  const [name = '', action = ''] = rest.split('/');
  const isKnown = Object.hasOwn(processes.states(), name);
  if (rest !== '' && (message.method !== 'POST' || !isKnown || (action !== 'stop' && action !== 'start'))) {
    response.writeHead(404).end();
    return;
  }
  if (action === 'stop') await processes.stop(name);
  if (action === 'start') await processes.restart(name);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(processes.states()));
}
