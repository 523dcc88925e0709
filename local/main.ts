import { parseArgs } from 'node:util';
import { resetOrg, serveOrg } from './org/serve-org';

const usage = `node main.js org serve --state DIR --kind sandbox|production|scratch|developer [--port 0] [--catalog FILE] [--idle-exit SECONDS]
  [--tls-key FILE --tls-cert FILE]
node main.js org reset --state DIR --kind KIND [--catalog FILE]`;

/** Starts a stand-in, or starts its contents anew. */
async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      kind: { type: 'string' },
      port: { type: 'string', default: '0' },
      catalog: { type: 'string' },
      'idle-exit': { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-cert': { type: 'string' }
    }
  });
  const { state, kind, catalog } = values;
  const isKind = kind === 'sandbox' || kind === 'production' || kind === 'scratch' || kind === 'developer';
  if (positionals[0] !== 'org' || state === undefined || !isKind) throw new Error(usage);
  if (positionals[1] === 'reset') {
    await resetOrg({ stateDir: state, kind, catalog });
    return 0;
  }
  if (positionals[1] !== 'serve') throw new Error(usage);
  const seconds = values['idle-exit'];
  const idleExit = seconds === undefined ? undefined : Number(seconds) * 1000;
  const [keyFile, certFile] = [values['tls-key'], values['tls-cert']];
  if ((keyFile === undefined) !== (certFile === undefined)) throw new Error(usage);
  const tls = keyFile !== undefined && certFile !== undefined ? { keyFile, certFile } : undefined;
  const { ready, ended } = await serveOrg({ stateDir: state, kind, catalog, port: Number(values.port), tls, idleExit });
  console.log(JSON.stringify(ready));
  await ended;
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
);
