import { componentMistakes } from './component-mistakes';
import { fieldMistakes } from './field-mistakes';
import { packageMistakes } from './package-mistakes';
import { pageMistakes } from './page-mistakes';
import { permissionMistakes } from './permission-mistakes';
import type { PlantedMistake } from './plant';
import { reportMistakes } from './report-mistakes';
import { structureMistakes } from './structure-mistakes';

/** Every mistake, each caught by one rule. */
export const planted: readonly PlantedMistake[] = [
  ...structureMistakes,
  ...fieldMistakes,
  ...permissionMistakes,
  ...pageMistakes,
  ...reportMistakes,
  ...packageMistakes,
  ...componentMistakes
];
