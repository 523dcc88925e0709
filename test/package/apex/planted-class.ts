import type { ApexClass } from './apex-class';

/** A mistake made on purpose in a copy of a real class. */
export type PlantedMistake = {
  readonly mistake: string;
  readonly from: string;
  readonly replace: string | RegExp;
  readonly by: string;
  /** What the check must say about it. */
  readonly noticed: RegExp;
};

/** The copy, under a name of its own, so that many can be checked in one run beside the real classes. */
export function plantedClass(planted: PlantedMistake, number: number, classes: readonly ApexClass[]): ApexClass {
  const original = classes.find(({ name }) => name === planted.from);
  if (original === undefined) throw new Error(`there is no class ${planted.from} to plant a mistake in`);
  const changed = original.text.replace(planted.replace, planted.by);
  if (changed === original.text) throw new Error(`${planted.from} has nothing where "${planted.mistake}" is planted`);
  const name = `Planted${number}${planted.from}`;
  return { name, text: changed.replace(new RegExp(`\\bclass ${planted.from}\\b`), `class ${name}`) };
}
