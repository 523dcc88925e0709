import type { CallCenterItem, CallCenterSection, ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { CallCenterDefinition, CustomSettings } from './definition';
import {
  customSettingsOrder,
  dialingSection,
  generalSection,
  itemLabels,
  voiceSection,
  type CustomSetting,
  type ItemName
} from './names';

/**
 * The whole definition of a call center. Its items and its customSettings are made from the same values, because the org
 * does not compare the two and a softphone may read either.
 */
export function buildDefinition(callCenter: ResolvedCallCenter): CallCenterDefinition {
  const settings = softphoneSettings(callCenter);
  return {
    fullName: callCenter.internalName,
    adapterUrl: callCenter.adapterUrl,
    customSettings: inGuideOrder(settings),
    displayName: callCenter.displayName,
    displayNameLabel: callCenter.displayNameLabel,
    internalNameLabel: callCenter.internalNameLabel,
    sections:
      callCenter.kind === 'voice'
        ? voiceSections(callCenter)
        : [...openCtiSections(callCenter, settings), ...callCenter.sections],
    statusMaps: []
  };
}

type Settings = { readonly [name in CustomSetting]?: string };

/** `reqUseApi` or `reqCallCenterType` must be there: without them the org takes the file for a desktop CTI of old. */
function softphoneSettings({ kind, softphone, standby, singleSignOn, loginUrl }: ResolvedCallCenter): Settings {
  return {
    reqUseApi: 'true',
    reqSoftphoneHeight: String(softphone.height),
    reqSoftphoneWidth: String(softphone.width),
    reqSalesforceCompatibilityMode: softphone.mode,
    ...(standby && { reqStandbyUrl: standby.url, reqTimeout: String(standby.timeoutMilliseconds) }),
    ...(kind === 'voice' && { reqCallCenterType: 'SCVBYOT' }),
    ...(kind === 'voice' && !singleSignOn && loginUrl !== undefined && { scvVendorLoginUrl: loginUrl })
  };
}

function inGuideOrder(settings: Settings): CustomSettings {
  return new Map(
    customSettingsOrder.flatMap((name): [string, string][] => {
      const value = settings[name];
      return value === undefined ? [] : [[name, value]];
    })
  );
}

function openCtiSections(callCenter: ResolvedCallCenter, settings: Settings): readonly CallCenterSection[] {
  const general: CallCenterSection = {
    ...generalSection,
    items: [
      ...item('reqAdapterUrl', callCenter.adapterUrl),
      ...item('reqStandbyUrl', settings.reqStandbyUrl),
      ...item('reqTimeout', settings.reqTimeout),
      ...item('reqUseApi', settings.reqUseApi),
      ...item('reqSoftphoneHeight', settings.reqSoftphoneHeight),
      ...item('reqSoftphoneWidth', settings.reqSoftphoneWidth),
      ...item('reqSalesforceCompatibilityMode', settings.reqSalesforceCompatibilityMode)
    ]
  };
  return callCenter.dialing ? [general, { ...dialingSection, items: dialingItems(callCenter.dialing) }] : [general];
}

function dialingItems(dialing: NonNullable<ResolvedCallCenter['dialing']>): readonly CallCenterItem[] {
  return [
    ...item('reqOutsidePrefix', dialing.outsidePrefix),
    ...item('reqLongDistPrefix', dialing.longDistancePrefix),
    ...item('reqInternationalPrefix', dialing.internationalPrefix)
  ];
}

/** The two sections that a contact center must have, then the vendor's own. */
function voiceSections(callCenter: ResolvedCallCenter): readonly CallCenterSection[] {
  const { internalName, displayName, internalNameLabel, displayNameLabel, voice, dialing } = callCenter;
  const named = voice && `${voice.vendorInfoNamespace}__${voice.vendorInfoName}`;
  return [
    {
      ...generalSection,
      items: [
        { name: 'reqInternalName', label: internalNameLabel, value: internalName },
        { name: 'reqDisplayName', label: displayNameLabel, value: displayName },
        ...item('reqVendorInfoApiName', named)
      ]
    },
    {
      ...voiceSection,
      items: [
        // There even when empty: the set of fields is fixed once imported, and the certificate can be pasted later.
        ...item('reqTelephonyIntegrationCertificate', voice?.certificate ?? ''),
        ...item('reqLongDistPrefix', dialing?.longDistancePrefix ?? '')
      ]
    },
    ...callCenter.sections
  ];
}

function item(name: ItemName, value: string | undefined): readonly CallCenterItem[] {
  return value === undefined ? [] : [{ name, label: itemLabels[name], value }];
}
