/** What Lightning tells an adapter about the page that frames it. */
export type FramedIn = {
  readonly origin: string;
  /** Of the app; 18 characters. */
  readonly appId: string;
  readonly navigation: Navigation;
  readonly nonce: string;
};

/** How the app navigates: in tabs, or from page to page. */
export type Navigation = 'console' | 'standard';

/**
 * The adapter's address with the parameters that Lightning adds. No document lists them: they are what an org's browser printed
 * (developerforce/open-cti-demo-adapter, issue 36), and the library does not start without `mode` and `sfdcIframeOrigin`.
 */
export function adapterAddress(adapterUrl: string, { origin, appId, navigation, nonce }: FramedIn): string {
  const url = new URL(adapterUrl, origin);
  const added = {
    mode: 'Lightning',
    ltn_app_id: appId,
    isdtp: 'vw',
    sfdcIframeOrigin: origin,
    clc: navigation === 'console' ? '1' : '0',
    nonce
  };
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value);
  return url.href;
}
