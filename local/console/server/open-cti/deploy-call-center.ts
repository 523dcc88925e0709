import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageOrg } from '../../../lightning/server/page-orgs';
import { deploy } from '../contact-center';

/** The call center of the console's reps: the project's example of Open CTI, as the tool deploys one. */
export const openCtiCallCenter = 'ExampleSupport';

/** What the file of the project leaves open. */
export type CallCenterValues = {
  readonly adapterUrl: string;
  /** Without one the call center has no standby page. */
  readonly standby?: { readonly url: string; readonly timeout: number };
};

/** Deploys the call center with the address of this console's softphone. */
export async function deployCallCenter(
  root: string,
  org: Pick<PageOrg, 'url' | 'accessToken'>,
  values: CallCenterValues
): Promise<void> {
  await deploy(org, 'CallCenter', openCtiCallCenter, {
    [`callCenters/${openCtiCallCenter}.callCenter`]: callCenterFile(root, values)
  });
}

/** The project's file with these values. */
export function callCenterFile(root: string, { adapterUrl, standby }: CallCenterValues): string {
  const folder = path.join(root, 'force-app/post-install/default/callCenters');
  const text = readFileSync(path.join(folder, `${openCtiCallCenter}.callCenter-meta.xml`), 'utf8');
  const settings = /<customSettings>(.*)<\/customSettings>/s;
  const {
    reqStandbyUrl: _url,
    reqTimeout: _timeout,
    ...kept
  } = JSON.parse(unescaped(settings.exec(text)?.[1] ?? '{}')) as Record<string, string>;
  const written = standby ? { reqTimeout: String(standby.timeout), reqStandbyUrl: standby.url, ...kept } : kept;
  return text
    .replace(settings, () => `<customSettings>${escaped(JSON.stringify(written))}</customSettings>`)
    .replace(
      /<items>(?:(?!<\/items>)[\s\S])*?<name>(reqStandbyUrl|reqTimeout)<\/name>[\s\S]*?<\/items>/g,
      (item, name) => (standby ? withValue(item, name === 'reqTimeout' ? String(standby.timeout) : standby.url) : '')
    )
    .replaceAll('https://phone.example.com/softphone/', () => escaped(adapterUrl));
}

const withValue = (item: string, value: string): string =>
  item.replace(/<value>[^<]*<\/value>/, () => `<value>${escaped(value)}</value>`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
