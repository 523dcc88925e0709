import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Phrase } from './phrase';
import { readScenario, type Scenario } from './read-scenario';

const root = path.join(__dirname, '../..');

/** The scenarios in the `situations` of a folder, by the names of their files. */
export function scenariosIn<World>(folder: string, vocabulary: readonly Phrase<World>[]): readonly Scenario<World>[] {
  const situations = path.join(folder, 'situations');
  return readdirSync(situations)
    .filter((file) => file.endsWith('.scenario'))
    .sort()
    .map((file) => {
      const place = path.join(situations, file);
      return readScenario(path.relative(root, place), readFileSync(place, 'utf8'), vocabulary);
    });
}
