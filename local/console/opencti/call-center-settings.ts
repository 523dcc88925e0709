/** A call center as an org's Metadata API shows it. */
export type CallCenter = {
  readonly internalName: string;
  readonly displayName: string;
  readonly displayNameLabel: string;
  readonly internalNameLabel: string;
  readonly adapterUrl: string;
  readonly sections: readonly CallCenterSection[];
};

/** A section of a call center and its items, in their order. */
export type CallCenterSection = {
  readonly name: string;
  readonly label: string;
  readonly items: readonly { readonly name: string; readonly label: string; readonly value: string }[];
};

/** What `getCallCenterSettings` returns: flat, with labels and order [Open CTI guide, getCallCenterSettings]. */
export function callCenterSettings(center: CallCenter): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {
    '/displayNameLabel': center.displayNameLabel,
    '/internalNameLabel': center.internalNameLabel,
    '/label': center.displayName
  };
  const order = (place: number): string => place.toFixed(1);
  center.sections.forEach((section, place) => {
    const at = `/${section.name}`;
    settings[`${at}/label`] = section.label;
    settings[`${at}/sortOrder`] = order(place);
    section.items.forEach((item, itemPlace) => {
      settings[`${at}/${item.name}`] = item.value;
      settings[`${at}/${item.name}/label`] = item.label;
      // The names stand first and have no item of their own in the definition.
      settings[`${at}/${item.name}/sortOrder`] = order(place === 0 ? itemPlace + 2 : itemPlace);
    });
  });
  settings['/reqGeneralInfo/reqInternalName'] = center.internalName;
  settings['/reqGeneralInfo/reqDisplayName'] = center.displayName;
  return Object.fromEntries(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How the softphone is shown. */
export type SoftphoneFrame = {
  readonly adapterUrl: string;
  readonly height: number;
  readonly width: number;
  /** The page that takes over when the first one does not say in time that it is ready. */
  readonly standby?: { readonly url: string; readonly timeout: number };
  /** Whether Lightning Experience shows it at all; the default is Classic alone. */
  readonly isForLightning: boolean;
};

/** What the settings say of the softphone's frame. */
export function softphoneFrame(settings: Readonly<Record<string, string>>): SoftphoneFrame {
  const item = (name: string): string => settings[`/reqGeneralInfo/${name}`] ?? '';
  const [url, timeout] = [item('reqStandbyUrl'), Number(item('reqTimeout'))];
  return {
    adapterUrl: item('reqAdapterUrl'),
    height: Number(item('reqSoftphoneHeight')),
    width: Number(item('reqSoftphoneWidth')),
    isForLightning: item('reqSalesforceCompatibilityMode').includes('Lightning'),
    ...(url !== '' && timeout > 0 ? { standby: { url, timeout } } : {})
  };
}
