import type { Fields, OrgData, Row } from '../../org-data';

/** Updates a row only when one of the fields would change, so that its audit fields stay as they are otherwise. */
export function updateWhereDifferent(org: OrgData, sobject: string, row: Row, fields: Fields): void {
  if (Object.entries(fields).some(([name, value]) => row[name] !== value)) org.update(sobject, row.Id, fields);
}
