import type { OrgData } from '../../org-data';

/** Salesforce's key prefixes of components that are not rows of an sObject here. */
const prefixes: Readonly<Record<string, string>> = {
  ApexClass: '01p',
  ApexPage: '066',
  ApexTrigger: '01q',
  AuraDefinitionBundle: '0Ab',
  CorsWhitelistOrigin: '07M',
  CustomApplication: '02u',
  CustomField: '00N',
  CustomLabel: '101',
  CustomObject: '01I',
  CustomPermission: '0CP',
  CustomTab: '01r',
  Dashboard: '01Z',
  DashboardFolder: '00l',
  ExternalClientApplication: '0xI',
  FlexiPage: '0M0',
  Group: '00G',
  InstalledPackage: '0A3',
  Layout: '00h',
  LightningComponentBundle: '0Rb',
  ListView: '00B',
  Profile: '00e',
  Queue: '00G',
  QuickAction: '09D',
  RecordType: '012',
  RemoteSiteSetting: '0rp',
  Report: '00O',
  ReportFolder: '00l',
  ReportType: '070',
  Role: '00E',
  StaticResource: '081'
};

/** The first three characters of the id of a component in an org: a custom metadata record has those of its type. */
export const idPrefixIn = (org: OrgData, type: string, fullName: string): string =>
  (type === 'CustomMetadata' && org.component('CustomObject', `${fullName.split('.')[0]}__mdt`)?.keyPrefix) ||
  idPrefixOf(type);

/** The first three characters of a component's id. */
export const idPrefixOf = (type: string): string => prefixes[type] ?? '0xC';
