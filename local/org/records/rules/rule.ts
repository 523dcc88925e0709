import type { Fields, Row } from '../../org-data';
import type { LocalOrg } from '../../state/state';

/** What an sObject asks of its records beyond its schema, and what else a write does. */
export type Rule = {
  /** Throws what an org answers; gives the fields that follow from those that were sent. */
  readonly check?: (org: LocalOrg, fields: Fields, before: Row | undefined, userId: string) => Fields;
  readonly after?: (org: LocalOrg, row: Row, before: Row | undefined) => void;
  /** In place of storing a row; gives the id. */
  readonly create?: (org: LocalOrg, userId: string, fields: Fields) => string;
  readonly update?: (org: LocalOrg, before: Row, fields: Fields) => void;
  readonly remove?: (org: LocalOrg, before: Row) => void;
};
