import type { Row } from '../org-data';

/** What is kept beside the rows of one sObject, so that some of them are found without a look at each. */
export type RowIndex = {
  readonly put: (row: Row) => void;
  readonly remove: (row: Row) => void;
};
