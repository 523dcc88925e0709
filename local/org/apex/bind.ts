import { ApexException } from './apex-exception';

/** The variables of a query by name. */
export type Binds = Readonly<Record<string, unknown>>;

/** The query with each `:name` as a literal. */
export function bound(soql: string, binds: Binds): string {
  return soql.replace(/:([A-Za-z]\w*)/g, (written, name: string) => (name in binds ? literal(binds[name]) : written));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? `(${value.map(literal).join(', ')})` : nothing;
  if (typeof value === 'string')
    return `'${value.replace(/['\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'NULL';
  throw new ApexException('System.QueryException', 'Invalid bind expression');
}

/** An empty list holds no value that any record has. */
const nothing = `('\u0000')`;
