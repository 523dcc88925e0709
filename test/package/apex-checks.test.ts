import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readApexClasses, type ApexClass } from './apex/apex-class';
import { classFile, writeApexProject } from './apex/apex-project';
import { shapeFaults } from './apex/class-shape';
import { plantedClass, type PlantedMistake } from './apex/planted-class';
import { pmdMistakes, semanticMistakes, shapeMistakes } from './apex/planted-mistakes';
import { pmdViolations, type PmdViolation } from './apex/pmd-violations';
import { queriedFields } from './apex/queried-fields';
import { semanticIssues, type SemanticIssue } from './apex/semantic-issues';

const packageFolder = path.join(__dirname, '../../force-app/main/default');

describe('the Apex classes', () => {
  const classes = readApexClasses(path.join(packageFolder, 'classes'));
  const semanticCopies = copies(semanticMistakes);
  const pmdCopies = copies(pmdMistakes, semanticMistakes.length);
  let project: string | undefined;
  let issues: readonly SemanticIssue[];
  let violations: readonly PmdViolation[];

  before(async function () {
    this.timeout(120_000);
    const checked = [...classes, ...semanticCopies];
    const fields = checked.map(queriedFields).filter((found) => found !== undefined);
    const folder = (project = writeApexProject(packageFolder, [...checked, ...fields, ...pmdCopies]));
    const read = [...classes, ...pmdCopies].map(({ name }) => classFile(folder, name));
    [issues, violations] = await Promise.all([semanticIssues(folder), pmdViolations(read, folder)]);
  });

  after(() => {
    if (project !== undefined) rmSync(project, { recursive: true, force: true });
  });

  it('there are some, and each but a test names fields in queries that can be checked', () => {
    assert.ok(classes.length > 10);
    const text = queriedFields(classes.find(({ name }) => name === 'CallLogs') as ApexClass)?.text ?? '';
    for (const touched of ['new Task(CallKey__c = null)', 'new Task(IsDeleted = null)', 'new Task().Who.Name'])
      assert.ok(text.includes(touched), `${touched} is not checked`);
  });

  it('mean what the platform and the objects of the package have', () => {
    assert.deepEqual(
      issues.filter(({ file }) => !path.basename(file).startsWith('Planted')),
      []
    );
  });

  it('break no recommended rule of moderate severity or worse', () => {
    assert.deepEqual(
      violations.filter(({ file }) => !path.basename(file).startsWith('Planted')),
      []
    );
  });

  it('are with sharing, documented, and one query or one DML statement in user mode a method', () => {
    assert.deepEqual(classes.flatMap(shapeFaults), []);
  });

  semanticMistakes.forEach(({ mistake, noticed }, number) => {
    it(`the semantic check notices ${mistake}`, () => {
      const { name } = semanticCopies[number] as ApexClass;
      const own = issues.filter(({ file }) => [`${name}.cls`, `${name}Fields.cls`].includes(path.basename(file)));
      assert.match(own.map(({ message }) => message).join('\n'), noticed);
    });
  });

  pmdMistakes.forEach(({ mistake, noticed }, number) => {
    it(`PMD notices ${mistake}`, () => {
      const { name } = pmdCopies[number] as ApexClass;
      const own = violations.filter(({ file }) => path.basename(file) === `${name}.cls`);
      assert.match(own.map(({ rule }) => rule).join('\n'), noticed);
    });
  });

  for (const planted of shapeMistakes) {
    it(`the shape check notices ${planted.mistake}`, () => {
      assert.match(shapeFaults(plantedClass(planted, 0, classes)).join('\n'), planted.noticed);
    });
  }

  function copies(mistakes: readonly PlantedMistake[], first = 0): readonly ApexClass[] {
    return mistakes.map((planted, number) => plantedClass(planted, first + number, classes));
  }
});
