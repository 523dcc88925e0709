import type { ApiRequest, ApiResponse } from '../api';

/** What lets pages of this computer, on whatever port, ask below `/__local/`; no other origin, and no other address of the org. */
export function corsHeaders({ path, headers }: ApiRequest): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin === undefined || !path.startsWith('/__local/') || !isLocal(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    vary: 'Origin'
  };
}

/** The answer to a browser that asks whether it may ask; undefined for anything else. */
export const preflight = (request: ApiRequest): ApiResponse | undefined =>
  request.method === 'OPTIONS' && request.path.startsWith('/__local/')
    ? { status: 204, headers: corsHeaders(request) }
    : undefined;

const isLocal = (origin: string): boolean => /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin);
