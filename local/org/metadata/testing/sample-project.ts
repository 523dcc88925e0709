import { metadataFile as m } from './package-zip-of';

/** A source project with a component of nearly every type that the org knows. */
export const sampleProject: Readonly<Record<string, string>> = {
  'reports/Calls.reportFolder-meta.xml': m('ReportFolder', '<name>Calls</name><accessType>Public</accessType>'),
  'reports/Calls/Mine.report-meta.xml': m(
    'Report',
    '<columns><field>SUBJECT</field></columns><format>Tabular</format><name>Mine</name><reportType>Activity</reportType><scope>organization</scope><showDetails>true</showDetails><timeFrameFilter><dateColumn>DUE_DATE</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>'
  ),
  'dashboards/Calls.dashboardFolder-meta.xml': m('DashboardFolder', '<name>Calls</name>'),
  'objects/Config__mdt/Config__mdt.object-meta.xml': m(
    'CustomObject',
    '<label>Config</label><pluralLabel>Configs</pluralLabel><visibility>Public</visibility>'
  ),
  'objects/Config__mdt/fields/Value__c.field-meta.xml': m(
    'CustomField',
    '<fullName>Value__c</fullName><fieldManageability>SubscriberControlled</fieldManageability><label>Value</label><length>255</length><type>Text</type>'
  ),
  'customMetadata/Config.Default.md-meta.xml': m(
    'CustomMetadata',
    '<label>Default</label><protected>false</protected><values><field>Value__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:string">x</value></values>'
  ),
  'objects/Log__c/Log__c.object-meta.xml': m(
    'CustomObject',
    '<deploymentStatus>Deployed</deploymentStatus><label>Log</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Logs</pluralLabel><sharingModel>ReadWrite</sharingModel>'
  ),
  'objects/Log__c/listViews/All.listView-meta.xml': m(
    'ListView',
    '<fullName>All</fullName><filterScope>Everything</filterScope><label>All</label>'
  ),
  'objects/Task/recordTypes/Call.recordType-meta.xml': m(
    'RecordType',
    '<fullName>Call</fullName><active>true</active><label>Call</label>'
  ),
  'objects/Task/listViews/Calls.listView-meta.xml': m(
    'ListView',
    '<fullName>Calls</fullName><filterScope>Mine</filterScope><label>Calls</label>'
  ),
  'layouts/Task-Call %2F Log.layout-meta.xml': m(
    'Layout',
    '<layoutSections><customLabel>false</customLabel><detailHeading>false</detailHeading><editHeading>true</editHeading><label>Info</label><layoutColumns><layoutItems><behavior>Edit</behavior><field>Subject</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections><showEmailCheckbox>false</showEmailCheckbox><showHighlightsPanel>false</showHighlightsPanel><showInteractionLogPanel>false</showInteractionLogPanel><showRunAssignmentRulesCheckbox>false</showRunAssignmentRulesCheckbox><showSubmitAndAttachButton>false</showSubmitAndAttachButton>'
  ),
  'quickActions/LogACall.quickAction-meta.xml': m(
    'QuickAction',
    '<optionsCreateFeedItem>false</optionsCreateFeedItem><standardLabel>LogACall</standardLabel><targetObject>Task</targetObject><type>LogACall</type>'
  ),
  'flexipages/Bar.flexipage-meta.xml': m(
    'FlexiPage',
    '<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>eager</name><type>decorator</type><value>true</value></componentInstanceProperties><componentName>opencti:softPhone</componentName><identifier>opencti_softphone</identifier></componentInstance></itemInstances><name>utilityItems</name><type>Region</type></flexiPageRegions><masterLabel>Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name><properties><name>isLeftAligned</name><value>true</value></properties></template><type>UtilityBar</type>'
  ),
  'applications/Console.app-meta.xml': m(
    'CustomApplication',
    '<formFactors>Large</formFactors><isNavAutoTempTabsDisabled>false</isNavAutoTempTabsDisabled><isNavPersonalizationDisabled>false</isNavPersonalizationDisabled><label>Console</label><navType>Console</navType><tabs>standard-Case</tabs><uiType>Lightning</uiType><utilityBar>Bar</utilityBar>'
  ),
  'messageChannels/Phone.messageChannel-meta.xml': m(
    'LightningMessageChannel',
    '<isExposed>false</isExposed><lightningMessageFields><description>x</description><fieldName>id</fieldName></lightningMessageFields><masterLabel>Phone</masterLabel>'
  ),
  'aura/bar/bar.cmp': '<aura:component/>',
  'aura/bar/bar.cmp-meta.xml': m('AuraDefinitionBundle', '<apiVersion>67.0</apiVersion><description>x</description>'),
  'staticresources/Logo.resource-meta.xml': m(
    'StaticResource',
    '<cacheControl>Public</cacheControl><contentType>text/plain</contentType>'
  ),
  'staticresources/Logo.txt': 'hi',
  'standardValueSets/TaskType.standardValueSet-meta.xml': m(
    'StandardValueSet',
    '<sorted>false</sorted><standardValue><fullName>Call</fullName><default>false</default><label>Call</label></standardValue>'
  ),
  'settings/ServiceCloudVoice.settings-meta.xml': m(
    'ServiceCloudVoiceSettings',
    '<enableSCVExternalTelephony>true</enableSCVExternalTelephony>'
  ),
  'settings/Security.settings-meta.xml': m(
    'SecuritySettings',
    '<enablePermissionsPolicy>true</enablePermissionsPolicy>'
  ),
  'permissionsetgroups/G.permissionsetgroup-meta.xml': m(
    'PermissionSetGroup',
    '<label>G</label><permissionSets>P</permissionSets>'
  ),
  'permissionsets/P.permissionset-meta.xml': m(
    'PermissionSet',
    '<applicationVisibilities><application>Console</application><visible>true</visible></applicationVisibilities><customMetadataTypeAccesses><enabled>true</enabled><name>Config__mdt</name></customMetadataTypeAccesses><hasActivationRequired>false</hasActivationRequired><label>P</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Log__c</object><viewAllRecords>false</viewAllRecords></objectPermissions><recordTypeVisibilities><recordType>Task.Call</recordType><visible>true</visible></recordTypeVisibilities>'
  ),
  'translations/de.translation-meta.xml': m(
    'Translations',
    '<customLabels><label>Hallo</label><name>Hi</name></customLabels>'
  ),
  'labels/CustomLabels.labels-meta.xml': m(
    'CustomLabels',
    '<labels><fullName>Hi</fullName><language>en_US</language><protected>true</protected><shortDescription>Hi</shortDescription><value>Hi</value></labels>'
  ),
  'remoteSiteSettings/R.remoteSite-meta.xml': m(
    'RemoteSiteSetting',
    '<disableProtocolSecurity>false</disableProtocolSecurity><isActive>true</isActive><url>https://x.example.com</url>'
  ),
  'corsWhitelistOrigins/C.corsWhitelistOrigin-meta.xml': m(
    'CorsWhitelistOrigin',
    '<urlPattern>https://x.example.com</urlPattern>'
  ),
  'externalClientApps/A.eca-meta.xml': m(
    'ExternalClientApplication',
    '<contactEmail>a@example.com</contactEmail><distributionState>Local</distributionState><isProtected>false</isProtected><label>A</label>'
  ),
  'extlClntAppOauthSettings/A_oauth.ecaOauth-meta.xml': m(
    'ExtlClntAppOauthSettings',
    '<commaSeparatedOauthScopes>Api</commaSeparatedOauthScopes><externalClientApplication>A</externalClientApplication><label>A_oauth</label>'
  ),
  'lwc/ring/ring.js': 'export default 1',
  'lwc/ring/ring.js-meta.xml': m(
    'LightningComponentBundle',
    '<apiVersion>67.0</apiVersion><isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__UtilityBar"><property name="a" type="String"/></targetConfig></targetConfigs><targets><target>lightning__UtilityBar</target></targets>'
  ),
  'lwc/ring/ring.svg': '<svg/>',
  'triggers/T.trigger': 'trigger T on Task (before insert) {}',
  'triggers/T.trigger-meta.xml': m('ApexTrigger', '<apiVersion>67.0</apiVersion><status>Active</status>'),
  'serviceChannels/S.serviceChannel-meta.xml': m(
    'ServiceChannel',
    '<interactionComponent>x</interactionComponent><label>S</label><relatedEntityType>Case</relatedEntityType><secondaryRoutingPriorityField>x</secondaryRoutingPriorityField>'
  ),
  'customPermissions/CP.customPermission-meta.xml': m(
    'CustomPermission',
    '<isLicensed>false</isLicensed><label>CP</label>'
  )
};
