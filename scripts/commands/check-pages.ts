import type { ResolvedConfig } from '../config/resolved-config';
import { checkedPages, checkPage, type PageCheck } from '../resources/session-service/page-checks';
import type { CommandContext } from './command';

/** Asks for each page that Salesforce frames, from this computer as a rep's browser would, and says what is true of it. */
export async function checkPages(
  { readPage, emit, clock }: Pick<CommandContext, 'readPage' | 'emit' | 'clock'>,
  config: ResolvedConfig
): Promise<readonly PageCheck[]> {
  const pages = checkedPages(config);
  if (pages.length === 0) return [];
  const step = 'pages';
  emit({ type: 'step-started', step, title: `Asking for ${pages.length} pages that Salesforce frames` });
  const checks = await Promise.all(
    pages.map(async (page) => checkPage(page, await readPage(page.url, page.framedBy[0]), clock.now()))
  );
  emit({ type: 'step-finished', step, outcome: 'done' });
  return checks.flat();
}

/** `= `, or `! ` with what to do. */
export function describePageChecks(checks: readonly PageCheck[]): readonly string[] {
  return checks.flatMap(({ page, url, result, message, check, fix }) => [
    `  ${result === 'ok' ? '=' : '!'} ${result === 'warning' ? 'warning ' : ''}${result === 'ok' ? '' : `${check}: `}The ${page} page ${url} ${message}`,
    ...(fix === undefined ? [] : [`      ${fix}`])
  ]);
}
