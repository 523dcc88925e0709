import { fieldsOf, textOf } from './plain-value';

/** The element of a page that holds its settings as JSON. */
export const pageSettingsId = 'page-settings';

/** What the service writes into a page: the org that it serves, and who may frame it. */
export type PageSettings = {
  readonly orgId: string;
  readonly callCenter: string;
  /** Origins that may frame the page, exactly. */
  readonly hostOrigins: readonly string[];
  /** Pixels. */
  readonly loginFrameHeight: number;
};

/** Reads the text of the settings element, or nothing when it is not what the service writes. */
export function parsePageSettings(text: string): PageSettings | undefined {
  const fields = fieldsOf(jsonOf(text));
  const orgId = textOf(fields?.orgId);
  const callCenter = textOf(fields?.callCenter);
  const { hostOrigins, loginFrameHeight } = fields ?? {};
  if (!orgId || !callCenter || !Array.isArray(hostOrigins) || typeof loginFrameHeight !== 'number') return undefined;
  const origins = hostOrigins.filter((origin): origin is string => typeof origin === 'string');
  return { orgId, callCenter, hostOrigins: origins, loginFrameHeight };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
