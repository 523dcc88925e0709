import { make } from './make';
import { startOmni } from './host/omni';
import { offerOmni } from './host/window-omni';
import { showConsole } from './view/console';

const hidden = make('div', { class: 'connector-place' });
document.body.append(hidden);
const omni = startOmni(hidden);
offerOmni(omni);
showConsole(omni);
omni.reload();
