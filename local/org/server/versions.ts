import type { ApiResponse } from '../api';
import type { LocalOrg } from '../state/state';

/** `/services/data`: the versions that the org answers to, with the season of each. */
export function versions(org: LocalOrg): ApiResponse {
  const seasons = ['Spring', 'Summer', 'Winter'];
  const body = org.settings.apiVersions.map((version) => {
    // Version 66.0 is that of Spring '26, and there are three in a year.
    const since = Number(version) - 66;
    const year = 26 + Math.floor((since + 1) / 3);
    const season = seasons[((since % 3) + 3) % 3] ?? '';
    return { label: `${season} '${String(year)}`, url: `/services/data/v${version}`, version };
  });
  return { status: 200, body };
}
