import type { PageOrg } from '../../lightning/server/page-orgs';
import { askJson } from './ask-json';
import { deployContactCenter } from './contact-center';
import { names } from './names';

/**
 * Lets the phone side write VoiceCalls: the session service makes a key pair, the contact center that carries its certificate is
 * deployed into the org, and the key is put to use. Each start makes a new one: the org is a new one too.
 */
export async function giveVoiceCallKey(options: {
  readonly root: string;
  readonly service: string;
  readonly cert: string;
  readonly adminToken: string;
  readonly orgId: string;
  readonly org: Pick<PageOrg, 'url' | 'accessToken'>;
}): Promise<void> {
  const { root, service, cert, adminToken, orgId, org } = options;
  const keys = `${service}/admin/orgs/${orgId}/keys`;
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', 'x-ringdown': '1' };
  // Keys of earlier starts, whose org is gone; there may be only so many.
  const known = (await askJson({ method: 'GET', url: keys, cert, headers })) as {
    readonly keys: readonly { readonly keyId: string; readonly state: string }[];
  };
  for (const { keyId, state } of known.keys)
    if (state !== 'active') await askJson({ method: 'DELETE', url: `${keys}/${keyId}`, cert, headers, body: '{}' });
  const made = (await askJson({ method: 'POST', url: keys, cert, headers, body: '{}' })) as {
    readonly keyId: string;
    readonly certificate: string;
  };
  const pages = `https://${names.service}/orgs/${orgId}`;
  const { certificate } = made;
  await deployContactCenter(root, org, { connectorUrl: `${pages}/connector`, loginUrl: `${pages}/login`, certificate });
  await askJson({ method: 'POST', url: `${keys}/${made.keyId}/activate`, cert, headers, body: '{}' });
}
