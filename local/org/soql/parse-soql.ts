import type { Query } from '@jetstreamapp/soql-parser-js';
import { badRequest } from '../api-error';

type Parser = Pick<typeof import('@jetstreamapp/soql-parser-js'), 'parseQuery'>;
let parser: Parser | undefined;

/** Loads the parser, which takes longer than everything else together. */
export function loadParser(): Parser {
  // Not an import: that would be loaded at the start, or be asynchronous.
  parser ??= require('@jetstreamapp/soql-parser-js') as Parser;
  return parser;
}

/** Parses a query, or refuses it as an org does. */
export function parseSoql(soql: string): Query {
  try {
    // ALL ROWS adds deleted records, which this org does not keep.
    return loadParser().parseQuery(soql.trim().replace(/\s+ALL\s+ROWS$/i, ''));
  } catch (error) {
    throw malformed(soql, error instanceof Error ? error.message : String(error));
  }
}

/** A refusal of the query as a whole, with the place of a word in it where there is one. */
export const malformed = (soql: string, message: string, word?: string): Error =>
  badRequest('MALFORMED_QUERY', word === undefined ? firstLine(message) : located(soql, word, message));

/** A refusal of one field. */
export const invalidField = (soql: string, name: string, message: string): Error =>
  badRequest('INVALID_FIELD', located(soql, name, message));

/** A refusal of the type of record. */
export const invalidType = (soql: string, name: string): Error =>
  badRequest(
    'INVALID_TYPE',
    located(
      soql,
      name,
      `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' ` +
        'after the entity name. Please reference your WSDL or the describe call for the appropriate names.'
    )
  );

/** The org's way to show where: the surroundings, a caret, and the column. */
function located(soql: string, word: string, message: string): string {
  const offset = Math.max(0, soql.search(new RegExp(`(?<![\\w.])${escapeRegExp(word)}(?![\\w.])`, 'i')));
  const start = Math.max(0, offset - 20);
  const shown = soql.slice(start, offset + word.length + 20).replace(/\s/g, ' ');
  return `\n${shown}\n${' '.repeat(offset - start)}^\nERROR at Row:1:Column:${offset + 1}\n${message}`;
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
