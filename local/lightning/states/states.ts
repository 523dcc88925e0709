import { errorPanel } from './error-panel';
import type { ComponentStates } from './state';

/** Every component that the workbench shows. */
export const states: readonly ComponentStates[] = [errorPanel];
