/** The words of phone systems and networks for a caller who hides, or whom nobody knows. */
const hiding = new RegExp(
  '^(sips?:)?(' +
    [
      'anonymous|withheld|private|unknown|restricted|unavailable|blocked|hidden|suppressed|no caller id|n/a|none',
      'anonym|unbekannt|unterdrückt|privat|anonyme|masqué|inconnu|privé|anónimo|oculto|privado|desconocido',
      '非通知|通知不可能|公衆電話|表示圏外|\\*{3,}|-+|\\?+'
    ].join('|') +
    ')([ -]?(caller|number|nummer|anrufer|call|numéro|número))?(@[^ ]*)?$',
  'i'
);

/** True for what phone systems send in place of a number that is hidden. */
export function isWithheld(text: string): boolean {
  return hiding.test(text.replace(/^(numéro|número|number|nummer) /i, '')) || /@anonymous\.invalid\b/i.test(text);
}

/** What an address says about a number: the number itself, no number, or that it is no address at all. */
export type AddressContent =
  { readonly kind: 'plain' } | { readonly kind: 'number'; readonly text: string } | { readonly kind: 'other' };

/** Takes the number out of `tel:`, `callto:`, `sip:` and `sips:` addresses, also in the form `"Ann" <sip:...>`. */
export function readAddress(text: string): AddressContent {
  const bracketed = /<([^<>]+)>[^<>]*$/.exec(text)?.[1] ?? text;
  const scheme = /^(tel|callto|sips?):/i.exec(bracketed)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return bracketed === text && !/[^\s]@[^\s]/.test(text) ? { kind: 'plain' } : { kind: 'other' };
  const rest = unescaped(bracketed.slice(scheme.length + 1)).replace(/^\/\//, '');
  // A password may follow the user of a SIP address, and parameters may follow anything.
  const user = scheme.startsWith('sip') ? (rest.split('@')[0] ?? '').replace(/:.*$/, '') : rest.replace(/\?.*$/, '');
  const [number = '', ...parameters] = user.split(';');
  if (!/^[+\d(*#][\d\s().*#/-]*$/.test(number)) return { kind: 'other' };
  const context = parameter(parameters, 'phone-context');
  const extension = parameter(parameters, 'ext');
  const whole = context?.startsWith('+') && !number.startsWith('+') ? context + number.replace(/^0/, '') : number;
  return { kind: 'number', text: extension === undefined ? whole : `${whole} ext. ${extension}` };
}

function parameter(parameters: readonly string[], name: string): string | undefined {
  const found = parameters.find((given) => given.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
