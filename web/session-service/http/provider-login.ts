import type { ProviderLogin } from '../authenticators/authenticator';
import type { Attempt } from '../login/attempts';
import type { OrgSettings } from '../settings/service-settings';

/** For whom an attempt is, as the providers of its org judge it. */
export function providerLogin({ matchBy = 'Username' }: OrgSettings, attempt: Attempt): ProviderLogin {
  const { userName, email, federationId } = attempt;
  return { matchBy, told: { userName, email, federationId } };
}
