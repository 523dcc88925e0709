/** The first of the wanted languages that is known (`de-AT` and `de_AT` are German), or English. */
export function chooseLanguage(wanted: readonly (string | null)[], known: readonly string[]): string {
  for (const each of wanted) {
    const tag = each?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (known.includes(tag)) return tag;
  }
  return 'en';
}
