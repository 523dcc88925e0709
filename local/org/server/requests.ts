import type { ApiRequest } from '../api';

/** A request as the org saw it, without its secrets. */
export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 when the connection was broken and nothing was answered. */
  readonly status: number;
};

/** What is kept of a request: keys in queries and tokens are masked. */
export function recordedRequest(request: ApiRequest, status: number): RecordedRequest {
  const query = Object.fromEntries([...request.query].map(([name, value]) => [name, masked(name, value)]));
  return { method: request.method, path: request.path, query, status };
}

/** The texts of the queries in a request: its own, and those of a composite request. */
export function queriesIn(request: ApiRequest): readonly string[] {
  const own = request.query.get('q');
  if (own !== null) return [own];
  if (!/\/composite(\/batch)?$/.test(request.path)) return [];
  const addresses = request.body.toString('utf8').matchAll(/"url"\s*:\s*"([^"]*\/query(?:All)?\/?\?[^"]*)"/g);
  return [...addresses].flatMap(([, address = '']) => new URL(address, 'http://local').searchParams.get('q') ?? []);
}

function masked(name: string, value: string): string {
  if (/token|secret|password|assertion/i.test(name)) return '***';
  return value.replace(/(InstallationKey\s*=\s*)'(?:[^'\\]|\\.)*'/gi, "$1'***'");
}
