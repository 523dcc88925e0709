import { callLog } from './call-log';
import { errorPanel } from './error-panel';
import { queueStatus } from './queue-status';
import type { ComponentStates } from './state';
import { telephonySession } from './telephony-session';

/** Every component that the workbench shows. */
export const states: readonly ComponentStates[] = [callLog, queueStatus, telephonySession, errorPanel];
