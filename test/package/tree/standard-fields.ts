const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What almost every standard object has. */
const common = 'Id OwnerId CreatedById CreatedDate LastModifiedById LastModifiedDate SystemModstamp IsDeleted';
const activity = `${common} WhoId WhatId Subject ActivityDate Description Type AccountId ReminderDateTime IsReminderSet IsVisibleInSelfService`;
const address = (kind: string): string =>
  ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => kind + part).join(' ');

/** Standard fields of the objects that our packages name [Object Reference]. */
const fieldsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  Account: words(`${common} Name Phone Fax Website AccountNumber Type Industry ParentId IsPersonAccount PersonEmail
    PersonMobilePhone PersonHomePhone PersonOtherPhone ${address('Billing')} ${address('Shipping')}`),
  Case: words(`${common} CaseNumber Subject Description Status Priority Origin Type Reason IsClosed ClosedDate ContactId AccountId
    ParentId ContactEmail ContactPhone ContactMobile ContactFax SuppliedEmail SuppliedName SuppliedPhone SuppliedCompany`),
  Contact:
    words(`${common} Name FirstName LastName Salutation Email Phone MobilePhone HomePhone OtherPhone AssistantPhone Fax Title
    Department AccountId ReportsToId ${address('Mailing')} ${address('Other')}`),
  Event: words(`${activity} Location StartDateTime EndDateTime DurationInMinutes IsAllDayEvent ShowAs EventSubtype`),
  Lead: words(`${common} Name FirstName LastName Salutation Email Phone MobilePhone Fax Company Title Status LeadSource Industry
    IsConverted ConvertedContactId ConvertedAccountId ${address('')}`),
  Task: words(`${activity} Status Priority IsClosed IsHighPriority CallDurationInSeconds CallType CallDisposition CallObject
    TaskSubtype CompletedDateTime IsRecurrence`),
  User: words(`${common} Name FirstName LastName Username Email Phone MobilePhone Extension Alias IsActive ProfileId UserRoleId
    CallCenterId UserPermissionsSupportUser LanguageLocaleKey`),
  VoiceCall:
    words(`${common} Name CallType CallStartDateTime CallEndDateTime CallDurationInSeconds CallDisposition CallOrigin
    CallRecordingId FromPhoneNumber ToPhoneNumber RelatedRecordId UserId VendorCallKey VendorType QueueName PreviousCallId NextCallId
    CallAcceptDateTime CallConnectDateTime CallQueuedDateTime CustomerHoldDuration LongestHoldDuration NumberOfHolds DisconnectReason
    IsRecorded Description`)
};

/** What a layout of tasks shows of the related person [layout of Salesforce's Open CTI sample]. */
export const shownOfTask = words('Phone Email');

/** Fields of a standard object that field-level security covers, as far as packages could name them [profiles and permission sets of real orgs]. */
const securedFields: Readonly<Record<string, ReadonlySet<string>>> = {
  Task: words('ActivityDate Description Type WhoId WhatId IsVisibleInSelfService'),
  Event: words('Description Type WhoId WhatId Location IsAllDayEvent IsVisibleInSelfService')
};

/** What a custom object has besides its custom fields. */
const ofCustomObject = words(`${common} Name`);
const ofSettingsType = words('Id DeveloperName MasterLabel Label Language NamespacePrefix QualifiedApiName');

/** Whether our packages may name this object without bringing it. */
export const isStandardObject = (object: string): boolean => object in fieldsOf;

/** Whether the object has this field without our doing. */
export const isStandardField = (object: string, name: string): boolean => {
  if (object.endsWith('__mdt')) return ofSettingsType.has(name);
  return object.endsWith('__c') ? ofCustomObject.has(name) : (fieldsOf[object]?.has(name) ?? false);
};

/** Whether a permission set can name this standard field at all; many fields of tasks are open to whoever sees the task. */
export const isSecuredField = (object: string, name: string): boolean => securedFields[object]?.has(name) ?? false;
