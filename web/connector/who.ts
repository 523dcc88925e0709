import { type NumberPlace } from '../phone-page/dialled-number';
import { readStatuses, type HostStatus } from '../phone-page/presence-map';
import { isSameId } from '../phone-page/whose-session';
import { type AttemptRequest } from '../shared/session-wire/login-attempt';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { type PresenceRow } from '../../core/presence/presence-map';
import { ConnectorError } from './connector-sdk';
import { readMappedPresence } from './mapped-presence';
import { type ConnectorConfig } from './sdk-methods';

/** Whom Salesforce says it serves. It is not signed: it narrows a session and proves nothing. */
export type Served = AttemptRequest & {
  /** Namespace of the package with our labels, where the contact center names it. */
  readonly labelNamespace?: string;
  readonly isAfterCallWorkAllowed: boolean;
  /** For numbers without a country, as the contact center says it. */
  readonly place: NumberPlace;
  readonly presenceStatuses: readonly HostStatus[];
  readonly presenceRows: readonly PresenceRow[];
};

/** Reads what `init` is given. Throws INVALID_PARAMS when it lacks the user, or names an org that is not the page's. */
export function readConfig(config: ConnectorConfig, settings: PageSettings): Served {
  const [organizationId, userId, userName] = ['organizationId', 'userId', 'userName'].map((name) => config[name]);
  if (typeof userId !== 'string' || typeof userName !== 'string' || typeof organizationId !== 'string')
    throw new ConnectorError('INVALID_PARAMS', 'The configuration names no org or no user.');
  if (!isSameId(organizationId, settings.orgId))
    throw new ConnectorError('INVALID_PARAMS', 'The configuration is of another org.');
  const labelNamespace = config['/ringdown/labelNamespace'];
  const { isACWAllowed, userPresenceStatuses } = config;
  return {
    userId,
    userName,
    callCenter: settings.callCenter,
    place: placeIn(config),
    presenceStatuses: readStatuses(typeof userPresenceStatuses === 'string' ? userPresenceStatuses : undefined),
    presenceRows: readMappedPresence(config),
    isAfterCallWorkAllowed: isACWAllowed === true || isACWAllowed === 'true',
    ...(typeof labelNamespace === 'string' && labelNamespace !== '' ? { labelNamespace } : {})
  };
}

/** The country that a section of ours names, and Salesforce's own item: on Voice "Long Distance Prefix" is a dial code such as +1. */
function placeIn(config: ConnectorConfig): NumberPlace {
  const [country, dialCode] = [config['/ringdown/country'], config['/reqHvcc/reqLongDistPrefix']];
  return {
    ...(typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(typeof dialCode === 'string' ? { dialCode: dialCode.trim() } : {})
  };
}
