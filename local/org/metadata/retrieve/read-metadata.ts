import type { OrgData } from '../../org-data';
import { fault, type Fault } from '../fault';
import { isKnownType } from '../schema/metadata-types';
import { knowsAppType } from '../validate/reference';
import type { RawXml } from '../soap/soap-envelope';
import { inCanonicalOrder } from '../xml/canonical-order';
import { xmlElement } from '../xml/xml-element';
import { writeElement } from '../xml/write-xml';
import { contentOf } from './component-content';
import { wholeComponent } from './whole-component';

/** The `<records>` of up to ten components, 200 for two types; a component that is not there is a nil record. */
export function readMetadata(org: OrgData, type: string, fullNames: readonly string[]): readonly RawXml[] | Fault {
  if (!isKnownType(type) || !knowsAppType(org, type))
    return fault('INVALID_TYPE', `INVALID_TYPE: Unknown type:${type}`);
  const limit = type === 'CustomMetadata' || type === 'CustomApplication' ? 200 : 10;
  if (fullNames.length > limit) {
    return fault(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${limit} records in this operation`
    );
  }
  return fullNames.map((fullName) => ({ rawXml: record(org, type, fullName) }));
}

function record(org: OrgData, type: string, fullName: string): string {
  const component = wholeComponent(org, type, fullName);
  const root = component && contentOf(component);
  if (!root) return '<records xsi:nil="true"/>';
  const named = [xmlElement('fullName', fullName), ...root.children.filter((child) => child.name !== 'fullName')];
  const records = { ...root, name: 'records', attributes: { 'xsi:type': root.name }, children: named };
  return writeElement(
    root.name === type ? { ...inCanonicalOrder({ ...records, name: type }, type), name: 'records' } : records,
    0
  );
}
