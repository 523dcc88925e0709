import { readPageSettings } from '../shared/read-page-settings';
import { sessionServer } from '../shared/session-server';
import { startLogin } from './start-login';
import { isLoginWindow, startLoginWindow } from './start-login-window';

const settings = readPageSettings(document);
const server = sessionServer(settings.orgId, fetch.bind(window));
if (isLoginWindow(window)) startLoginWindow(window, server);
else startLogin(window, settings, server);
