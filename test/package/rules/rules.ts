import type { Rule } from '../tree/package-file';
import { accessModes } from './access-modes';
import { activityFields } from './activity-fields';
import { apiVersions } from './api-versions';
import { appReferences } from './app-references';
import { componentCircles } from './component-circles';
import { compiledComponents } from './compiled-components';
import { componentDirections } from './component-directions';
import { componentImports } from './component-imports';
import { componentSettings } from './component-settings';
import { componentSize } from './component-size';
import { componentWidths } from './component-widths';
import { customMetadataRecords } from './custom-metadata-records';
import { customObjects } from './custom-objects';
import { dashboardReferences } from './dashboard-references';
import { developerNames } from './developer-names';
import { documentedFields } from './documented-fields';
import { fieldAttributes } from './field-attributes';
import { fieldPermissions } from './field-permissions';
import { flexipageReferences } from './flexipage-references';
import { labelsTranslated } from './labels-translated';
import { labelsUsed } from './labels-used';
import { layoutReferences } from './layout-references';
import { messageChannels } from './message-channels';
import { metadataNames } from './metadata-names';
import { metadataStructure } from './metadata-structure';
import { onePackageEach } from './one-package-each';
import { packageWalls } from './package-walls';
import { packageableTypes } from './packageable-types';
import { packagedPermissions } from './packaged-permissions';
import { pageActions } from './page-actions';
import { permissionCoverage } from './permission-coverage';
import { permissionReferences } from './permission-references';
import { quickActionReferences } from './quick-action-references';
import { reportReferences } from './report-references';
import { reportTypeReferences } from './report-type-references';
import { roleLadder } from './role-ladder';
import { tabReferences } from './tab-references';
import { templateWords } from './template-words';
import { textLengths } from './text-lengths';
import { translatedParts } from './translated-parts';
import { upsertKeys } from './upsert-keys';

/** Every rule that the files of the packages keep, by its sentence. */
export const rules: readonly { readonly title: string; readonly rule: Rule }[] = [
  { title: 'hold in each metadata file what its type allows', rule: metadataStructure },
  { title: 'name each metadata file as it names itself', rule: metadataNames },
  { title: 'give their own things names without underscores', rule: developerNames },
  { title: 'say of each field, object and page what it is for', rule: documentedFields },
  { title: 'say nothing longer than an org holds', rule: textLengths },
  { title: 'give each field what its type demands', rule: fieldAttributes },
  { title: 'put on activities only fields that activities have', rule: activityFields },
  { title: 'upsert by unique external ids', rule: upsertKeys },
  { title: 'leave settings to administrators and records to their owners', rule: customObjects },
  { title: 'spell field-level security as an org takes it', rule: fieldPermissions },
  { title: 'grant in packages only what an install keeps', rule: packagedPermissions },
  { title: 'grant everything to someone', rule: permissionCoverage },
  { title: 'grant only what is there', rule: permissionReferences },
  { title: 'grant a supervisor all of an agent, and an admin all of a supervisor', rule: roleLadder },
  { title: 'show in apps tabs, pages and utility bars that are there', rule: appReferences },
  { title: 'draw in dashboards reports that are there', rule: dashboardReferences },
  { title: 'place on pages components that may stand there', rule: flexipageReferences },
  { title: 'show in layouts fields that are there', rule: layoutReferences },
  { title: 'keep message channels to themselves', rule: messageChannels },
  { title: 'offer on pages actions that are there', rule: pageActions },
  { title: 'fill in quick actions fields that are there', rule: quickActionReferences },
  { title: 'report columns that report types offer', rule: reportReferences },
  { title: 'offer in report types columns that are there', rule: reportTypeReferences },
  { title: 'open by tabs what is there', rule: tabReferences },
  { title: 'name nothing of Voice in the base', rule: packageWalls },
  { title: 'hold each component in one package', rule: onePackageEach },
  { title: 'hold only what a managed package may hold', rule: packageableTypes },
  { title: 'run code at the API version of the project', rule: apiVersions },
  { title: 'say of each query and write in which mode it runs', rule: accessModes },
  { title: 'set in records what their fields take', rule: customMetadataRecords },
  { title: 'expose components that can be found and set', rule: componentSettings },
  { title: 'show labels that are there, and hold no others', rule: labelsUsed },
  { title: 'say every label in every language', rule: labelsTranslated },
  { title: 'say the name of every part in every language that an org takes', rule: translatedParts },
  { title: 'import into components what is there', rule: componentImports },
  { title: 'let no component need itself through others', rule: componentCircles },
  { title: 'deploy components as they were written', rule: compiledComponents },
  { title: 'keep components small enough for every org', rule: componentSize },
  { title: 'hold no words in templates', rule: templateWords },
  { title: 'put nothing left or right', rule: componentDirections },
  { title: 'fit into the narrowest panel', rule: componentWidths }
];
