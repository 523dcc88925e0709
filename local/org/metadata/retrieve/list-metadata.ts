import type { OrgData } from '../../org-data';
import { fault, type Fault } from '../fault';
import { isKnownType, metadataType } from '../schema/metadata-types';
import { fileProperties } from './file-properties';
import { currentComponents } from './current-components';

/** What listMetadata asks for: a type and, for reports and dashboards, the folder. */
export type ListQuery = { readonly type: string; readonly folder?: string };

/** The components of up to three types. */
export function listMetadata(org: OrgData, queries: readonly ListQuery[]): readonly unknown[] | Fault {
  if (queries.length > 3) return fault('LIMIT_EXCEEDED', 'listMetadata accepts no more than 3 queries');
  const unknown = queries.find((query) => !isKnownType(query.type));
  if (unknown) return fault('INVALID_TYPE', `INVALID_TYPE: Unknown type:${unknown.type}`);
  return queries.flatMap(({ type, folder }) =>
    currentComponents(org, type)
      .filter(
        ({ fullName }) => !metadataType(type)?.inFolder || (folder !== undefined && fullName.startsWith(`${folder}/`))
      )
      .map((component) => fileProperties(org, component, component.files[0]?.path ?? ''))
  );
}
