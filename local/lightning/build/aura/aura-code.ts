/** The two scripts of an Aura component as one expression: a function of the framework and the window that it runs with. */
export const auraCode = (controller: string, helper: string): string =>
  `($A, window) => ({ controller: ${expression(controller)}, helper: ${expression(helper)} })`;

/** Each file is one object in brackets. */
const expression = (script: string): string => script.trim().replace(/;$/, '') || '({})';
