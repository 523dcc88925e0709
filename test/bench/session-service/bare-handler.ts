import { readFileSync } from 'node:fs';
import fastify from 'fastify';

/** What the service answered, by path below the org. */
export type BareAnswers = Readonly<Record<'session' | 'attempts' | 'login', unknown>>;

/** The framework with nothing behind it: answers the same JSON to the same requests, out of the file that it is given. */
async function main(): Promise<void> {
  const answers = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BareAnswers;
  const app = fastify({ logger: false, forceCloseConnections: true });
  app.get('/orgs/:orgId/session', () => Promise.resolve(answers.session));
  app.post('/orgs/:orgId/attempts', (_request, reply) => {
    reply.code(201);
    return Promise.resolve(answers.attempts);
  });
  app.post('/orgs/:orgId/login', () => Promise.resolve(answers.login));
  process.stdout.write(`The bare handler listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
  process.once('SIGTERM', () => void app.close());
}

void main();
