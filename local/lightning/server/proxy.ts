import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageOrg } from './page-orgs';

/** Passes a request of a page on to its org, as the page's user. */
export async function passOn(
  message: IncomingMessage,
  response: ServerResponse,
  org: PageOrg,
  path: string
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const answer = await fetch(`${org.url}${path}`, {
    method: message.method ?? 'GET',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    ...(body.length > 0 ? { body } : {})
  });
  const content = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
  response.end(content);
}
