import { happened } from '../happenings';

type Handler = () => Promise<unknown>;

const handlers = new Map<string, Handler>();

/** Asks every view of the page to read anew. */
export class RefreshEvent extends CustomEvent<unknown> {
  static readonly type = 'lightning__refreshevent';

  constructor() {
    super(RefreshEvent.type, { bubbles: true, composed: true });
    happened('refresh', {});
    for (const handler of handlers.values()) void handler();
  }
}

export const REFRESH_COMPLETE = 'refresh_complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refresh_complete_with_errors';
export const REFRESH_ERROR = 'refresh_error';

export function registerRefreshHandler(_context: object, handler: Handler): string {
  const id = `refresh-${handlers.size}`;
  handlers.set(id, handler);
  return id;
}

export function unregisterRefreshHandler(id: string): void {
  handlers.delete(id);
}
