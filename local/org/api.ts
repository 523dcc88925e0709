import type { OrgData } from './org-data';

/** One HTTP request after routing: path without query and without doubled slashes. */
export type ApiRequest = {
  readonly method: string;
  /** Such as `/services/data/v67.0/query`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Scheme, host and port that the client used, for URLs in answers. */
  readonly origin: string;
};

export type ApiResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; a string or a Buffer as it is, with its own content-type header; undefined as an empty body. */
  readonly body?: unknown;
};

/** Who is calling, from the access token. */
export type Session = { readonly userId: string };

/** Answers one authenticated request, or returns undefined when the path is not its own. */
export type ApiHandler = (request: ApiRequest, org: OrgData, session: Session) => ApiResponse | undefined;
