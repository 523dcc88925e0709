/** A metadata type that our packages may hold, and how its files stand in source format. */
export type SourceType = {
  /** Metadata API type, such as `PermissionSet`. */
  readonly name: string;
  /** Folder below `default`, and in the deployed zip. */
  readonly folder: string;
  /**
   * `file`: one `X.suffix-meta.xml`, without `-meta.xml` in the zip. `code`: `X.suffix` with `X.suffix-meta.xml` beside it, both
   * kept. `bundle`: a folder, as it is. `object`: `X.suffix-meta.xml` and a folder for each kind of part, put together again.
   * `in-folder`: like `file`, in a folder that is a component itself.
   */
  readonly shape: 'file' | 'code' | 'bundle' | 'object' | 'in-folder';
  readonly suffix: string;
  /** Of `in-folder`: `F.reportFolder-meta.xml`, which the zip calls `F-meta.xml`. */
  readonly folderSuffix?: string;
};

const file = (name: string, folder: string, suffix: string): SourceType => ({ name, folder, suffix, shape: 'file' });
const code = (name: string, folder: string, suffix: string): SourceType => ({ name, folder, suffix, shape: 'code' });

/** Folders and suffixes as in Salesforce's registry of types (source-deploy-retrieve). A folder that is not here is refused. */
export const sourceTypes: readonly SourceType[] = [
  code('ApexClass', 'classes', 'cls'),
  code('ApexTrigger', 'triggers', 'trigger'),
  { name: 'AuraDefinitionBundle', folder: 'aura', suffix: 'cmp', shape: 'bundle' },
  file('CustomApplication', 'applications', 'app'),
  file('CustomLabels', 'labels', 'labels'),
  file('CustomMetadata', 'customMetadata', 'md'),
  { name: 'CustomObject', folder: 'objects', suffix: 'object', shape: 'object' },
  { name: 'CustomObjectTranslation', folder: 'objectTranslations', suffix: 'objectTranslation', shape: 'object' },
  file('CustomPermission', 'customPermissions', 'customPermission'),
  file('CustomTab', 'tabs', 'tab'),
  { name: 'Dashboard', folder: 'dashboards', suffix: 'dashboard', shape: 'in-folder', folderSuffix: 'dashboardFolder' },
  file('FlexiPage', 'flexipages', 'flexipage'),
  file('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  file('Layout', 'layouts', 'layout'),
  { name: 'LightningComponentBundle', folder: 'lwc', suffix: 'js', shape: 'bundle' },
  file('LightningMessageChannel', 'messageChannels', 'messageChannel'),
  file('PathAssistant', 'pathAssistants', 'pathAssistant'),
  file('PermissionSet', 'permissionsets', 'permissionset'),
  file('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup'),
  file('QuickAction', 'quickActions', 'quickAction'),
  { name: 'Report', folder: 'reports', suffix: 'report', shape: 'in-folder', folderSuffix: 'reportFolder' },
  file('ReportType', 'reportTypes', 'reportType'),
  file('Translations', 'translations', 'translation')
];

/** A kind of part of an object: the folder it stands in, and its element in the object's file. */
export type PartType = {
  readonly type: string;
  readonly folder: string;
  readonly suffix: string;
  readonly element: string;
};

/** What a custom object, and a translation of one, is taken apart into. */
export const partTypes: readonly PartType[] = [
  { type: 'BusinessProcess', folder: 'businessProcesses', suffix: 'businessProcess', element: 'businessProcesses' },
  { type: 'CompactLayout', folder: 'compactLayouts', suffix: 'compactLayout', element: 'compactLayouts' },
  { type: 'CustomField', folder: 'fields', suffix: 'field', element: 'fields' },
  { type: 'FieldSet', folder: 'fieldSets', suffix: 'fieldSet', element: 'fieldSets' },
  { type: 'Index', folder: 'indexes', suffix: 'index', element: 'indexes' },
  { type: 'ListView', folder: 'listViews', suffix: 'listView', element: 'listViews' },
  { type: 'RecordType', folder: 'recordTypes', suffix: 'recordType', element: 'recordTypes' },
  { type: 'SharingReason', folder: 'sharingReasons', suffix: 'sharingReason', element: 'sharingReasons' },
  { type: 'ValidationRule', folder: 'validationRules', suffix: 'validationRule', element: 'validationRules' },
  { type: 'WebLink', folder: 'webLinks', suffix: 'webLink', element: 'webLinks' }
];
