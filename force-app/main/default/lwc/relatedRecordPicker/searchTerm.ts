/** The fewest characters that the platform searches for. */
export const shortestSearch = 2;

// Source: SOQL and SOSL Reference, "FIND {SearchQuery}", reserved characters.
const reserved = /[?&|!{}[\]()^~*:\\"'+-]/g;
const caseNumberLength = 8;
/** As many spellings of a number as are worth asking for; the platform takes 10,000 characters at most. */
const mostVariants = 12;

/**
 * What to search for, as SOSL: the spellings of a number or the address as whole phrases joined by OR, anything else as
 * the beginnings of words that all occur. Undefined when there is too little to search for.
 */
export function searchTermOf(text: string, numberVariants: readonly string[] = []): string | undefined {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (lettersAndDigits(typed) < shortestSearch) return undefined;
  if (typed.includes('@')) return phrase(typed);
  const spellings = [typed, ...caseNumberOf(typed), ...numberVariants].filter(
    (spelling) => lettersAndDigits(spelling) >= shortestSearch
  );
  if (numberVariants.length > 0 || /^\d+$/.test(typed)) {
    return [...new Set(spellings)].slice(0, mostVariants).map(phrase).join(' OR ');
  }
  return beginnings(typed);
}

/** A case number is eight digits in most orgs; nobody types its zeros. */
function caseNumberOf(typed: string): readonly string[] {
  return /^\d+$/.test(typed) && typed.length < caseNumberLength ? [typed.padStart(caseNumberLength, '0')] : [];
}

function beginnings(typed: string): string | undefined {
  const words = typed.split(/[\s?&|!{}[\]()^~*:\\"'+,;-]+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  // AND, OR and NOT are operators in any case, unless they have a wildcard or quotes.
  return words.map((word) => `${word}*`).join(' AND ');
}

function phrase(spelling: string): string {
  return `"${spelling.replace(reserved, '\\$&')}"`;
}

function lettersAndDigits(text: string): number {
  return [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
}
