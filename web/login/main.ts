import { readPageSettings } from '../shared/read-page-settings';
import { sessionServer } from '../shared/session-server';
import { startLogin } from './start-login';

const settings = readPageSettings(document);
startLogin(window, settings, sessionServer(settings.orgId, fetch.bind(window)));
