import { note } from '../host/transcript';

/** Keeps what goes wrong with a component where everything that happens in the page is kept. */
export const componentFailed =
  (name: string) =>
  (error: unknown): void =>
    note({
      direction: 'host',
      name: `component ${name}`,
      payload: null,
      problem: error instanceof Error ? error.message : String(error)
    });
