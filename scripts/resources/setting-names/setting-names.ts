import type { Resource } from '../resource';
import { nearObjectQuestions, objectFindings, objectQuestions } from './objects-and-fields';
import { presenceFindings, presenceQuestions } from './presence-statuses';

/** Names of the org's own things that the settings mention: a misspelt one is found before anything is written. */
export const settingNames: Resource = {
  name: 'setting-names',
  ask: (config) => [...objectQuestions(config), ...presenceQuestions(config)],
  askMore: (config, answers) => nearObjectQuestions(config, answers),
  compare({ config, answers, packagesPending }) {
    const findings = [
      ...objectFindings(config, answers, packagesPending),
      ...presenceFindings(config, answers, packagesPending)
    ];
    return { changes: [], findings, holds: [], recheckAfterInstall: packagesPending };
  }
};
