import { make } from './make';
import { startOmni } from './host/omni';
import { offerOmni } from './host/window-omni';
import { showOpenCti } from './opencti/show-open-cti';
import { showConsole } from './view/console';

const query = new URLSearchParams(location.search);
if (query.get('phone') === 'open-cti') void showOpenCti(query);
else showVoice();

function showVoice(): void {
  const hidden = make('div', { class: 'connector-place' });
  document.body.append(hidden);
  const omni = startOmni(hidden);
  // Only a click in the connector's own frame can ask the browser for leave to store data.
  omni.onChange(({ state }) => hidden.classList.toggle('connector-place_shown', state === 'STORAGE_PROMPT'));
  offerOmni(omni);
  showConsole(omni);
  omni.reload();
}
