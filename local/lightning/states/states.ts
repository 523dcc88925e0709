import { agentMonitor } from './agent-monitor';
import { callHistory } from './call-history';
import { callLog } from './call-log';
import { callLogText } from './call-log-text';
import { errorPanel } from './error-panel';
import { messageBoard } from './message-board';
import { phoneLauncher } from './phone-launcher';
import { phonePlaces } from './phone-places';
import { phonePreferences } from './phone-preferences';
import { presenceSync } from './presence-sync';
import { queueStatus } from './queue-status';
import { repMessages } from './rep-messages';
import { screenPops } from './screen-pops';
import { setupHealth } from './setup-health';
import type { ComponentStates } from './state';
import { telephonySession } from './telephony-session';
import { voiceCallText } from './voice-call-text';

/** Every component that the workbench shows. */
export const states: readonly ComponentStates[] = [
  callLog,
  repMessages,
  screenPops,
  callHistory,
  callLogText,
  voiceCallText,
  queueStatus,
  agentMonitor,
  presenceSync,
  telephonySession,
  phonePlaces,
  phonePreferences,
  messageBoard,
  phoneLauncher,
  setupHealth,
  errorPanel
];
