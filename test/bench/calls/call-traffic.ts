import { type Page, type Request, type WebSocket } from 'playwright-core';

/** What one tab asked for: requests by their kind, and bytes with their headers; frames of the phone's line are counted apart. */
export type Traffic = {
  readonly requests: number;
  readonly apex: number;
  readonly sent: number;
  readonly received: number;
  readonly frames: number;
  readonly frameBytes: number;
};

/** Watches a tab with all its frames; `take` gives what was seen since the last time. */
export function watchTraffic(page: Page): { readonly take: () => Promise<Traffic> } {
  let ended: Request[] = [];
  let frames: number[] = [];
  page.on('requestfinished', (request) => void ended.push(request));
  page.on('websocket', (socket: WebSocket) => {
    const note = ({ payload }: { readonly payload: string | Buffer }): void =>
      void frames.push(Buffer.byteLength(payload));
    socket.on('framesent', note);
    socket.on('framereceived', note);
  });
  return {
    take: async () => {
      const [requests, seen] = [ended, frames];
      [ended, frames] = [[], []];
      const sizes = await Promise.all(requests.map((request) => request.sizes()));
      const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
      return {
        requests: requests.length,
        apex: requests.filter((request) => request.url().includes('/__local/apex/')).length,
        sent: sum(sizes.map((each) => each.requestHeadersSize + each.requestBodySize)),
        received: sum(sizes.map((each) => each.responseHeadersSize + each.responseBodySize)),
        frames: seen.length,
        frameBytes: sum(seen)
      };
    }
  };
}
