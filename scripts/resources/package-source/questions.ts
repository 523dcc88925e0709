import type { ResolvedConfig } from '../../config/resolved-config';
import type { Question } from '../question';
import { soqlList } from '../soql';
import { markerType } from './package-files';

export const markersId = 'package-source:markers';
export const classesId = 'package-source:classes';
export const setsId = 'package-source:permission-sets';
export const grantsId = 'package-source:field-permissions';
export const classGrantsId = 'package-source:class-access';
export const objectGrantsId = 'package-source:object-permissions';

/** What an objectPermissions element of a permission set says, and the column that holds the same. */
export const objectRights = {
  allowRead: 'PermissionsRead',
  allowCreate: 'PermissionsCreate',
  allowEdit: 'PermissionsEdit',
  allowDelete: 'PermissionsDelete',
  viewAllRecords: 'PermissionsViewAllRecords',
  modifyAllRecords: 'PermissionsModifyAllRecords'
} as const;

/** The permission sets of our packages. */
export const packagedSets: readonly string[] = [
  'RingdownAdmin',
  'RingdownAgent',
  'RingdownSupervisor',
  'RingdownVoiceAgent'
];

/** Rows of our permission sets, whoever asks. */
export const packagedSetsQuestion: Question = {
  id: setsId,
  via: 'data',
  soql: `SELECT Id, Name, NamespacePrefix FROM PermissionSet WHERE Name IN ${soqlList(packagedSets)}`
};

/**
 * What source the org has, and whether the parts that say most are still there: Apex classes, and the classes, objects and fields that
 * our permission sets open. A field that is deleted takes its rows of access along, and these rows show whatever the running user may see.
 */
export function sourceQuestions({ ringdown }: ResolvedConfig): readonly Question[] {
  if (ringdown?.source === undefined) return [];
  const classes = ringdown.packages.flatMap(({ members }) =>
    members.filter(({ type }) => type === 'ApexClass').map(({ fullName }) => fullName)
  );
  return [
    { id: markersId, via: 'data', soql: `SELECT DeveloperName, Hash__c FROM ${markerType}` },
    packagedSetsQuestion,
    {
      id: grantsId,
      via: 'data',
      soql: `SELECT Parent.Name, Field FROM FieldPermissions WHERE Parent.NamespacePrefix = null AND Parent.Name IN ${soqlList(packagedSets)}`
    },
    {
      id: objectGrantsId,
      via: 'data',
      soql: `SELECT Parent.Name, SobjectType, ${Object.values(objectRights).join(', ')} FROM ObjectPermissions WHERE Parent.NamespacePrefix = null AND Parent.Name IN ${soqlList(packagedSets)}`
    },
    ...(classes.length > 0
      ? [
          {
            id: classGrantsId,
            via: 'data' as const,
            soql: `SELECT Parent.Name, SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'ApexClass' AND Parent.NamespacePrefix = null AND Parent.Name IN ${soqlList(packagedSets)}`
          },
          {
            id: classesId,
            via: 'data' as const,
            soql: `SELECT Id, Name, NamespacePrefix FROM ApexClass WHERE Name IN ${soqlList(classes)}`
          }
        ]
      : [])
  ];
}
