import { type Page, type Request } from 'playwright-core';

/** What one tab asked for: requests by their kind, and bytes with their headers. The phone's own line is a socket and not in it. */
export type Traffic = {
  readonly requests: number;
  readonly apex: number;
  readonly sent: number;
  readonly received: number;
};

/** Watches a tab with all its frames; `take` gives what was seen since the last time. */
export function watchTraffic(page: Page): { readonly take: () => Promise<Traffic> } {
  let ended: Request[] = [];
  page.on('requestfinished', (request) => void ended.push(request));
  return {
    take: async () => {
      const requests = ended;
      ended = [];
      const sizes = await Promise.all(requests.map((request) => request.sizes()));
      const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
      return {
        requests: requests.length,
        apex: requests.filter((request) => request.url().includes('/__local/apex/')).length,
        sent: sum(sizes.map((each) => each.requestHeadersSize + each.requestBodySize)),
        received: sum(sizes.map((each) => each.responseHeadersSize + each.responseBodySize))
      };
    }
  };
}
