import type { CatalogFile } from '../catalog/catalog';
import { readCatalog } from '../catalog/read-catalog';

/** What a definition's features bring into an org, as far as this one knows them: the Voice licence; the rest is there always. */
export function catalogOf(features: unknown): CatalogFile {
  const names = Array.isArray(features) ? features.map(String) : String(features ?? '').split(/[;,]/);
  return names.some((name) => /^ServiceCloudVoicePartnerTelephony(:|$)/.test(name.trim())) ? readCatalog('voice') : {};
}
