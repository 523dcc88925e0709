import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLabels } from './labels';
import { referencesIn, type References } from './references';
import { salesforceModules } from './salesforce-modules';
import { usedBaseComponents } from './used-base-components';

const label = (name: string, words: string): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected><shortDescription>x</shortDescription><value>${words}</value></labels>`;
const translation = (name: string, words: string): string =>
  `<customLabels><label>${words}</label><name>${name}</name></customLabels>`;
const xml = (type: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`;

const files: Readonly<Record<string, string>> = {
  'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', label('PanelTitle', 'Calls &amp; chats')),
  ...Object.fromEntries(
    ['de', 'fr', 'es', 'ja'].map((language) => [
      `translations/${language}.translation-meta.xml`,
      xml('Translations', translation('PanelTitle', `${language} words`))
    ])
  ),
  'objects/Activity/fields/CallKey__c.field-meta.xml': '',
  'objects/Part__c/fields/Text__c.field-meta.xml': '',
  'messageChannels/Phone.messageChannel-meta.xml': '',
  'classes/Logs.cls': `public with sharing class Logs {
  @AuraEnabled(cacheable=true)
  public static List<Task> find(List<String> keys) { return null; }
  public static void hidden() {}
}`,
  'lwc/panel/panel.html': '<template><lightning-no-such-thing></lightning-no-such-thing></template>'
};

describe('what a component imports from the platform', () => {
  let root = '';
  let references: References;

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ringdown-references-'));
    for (const [name, text] of Object.entries(files)) write(root, name, text);
    references = referencesIn(root, readLabels(root));
  });
  after(() => rmSync(root, { recursive: true }));

  it('is looked up in the packages', () => {
    assert.equal(references.label('c.PanelTitle'), 'PanelTitle');
    assert.deepEqual(references.schema('Task.CallKey__c'), { objectApiName: 'Task', fieldApiName: 'CallKey__c' });
    assert.deepEqual(references.schema('Part__c.Text__c'), { objectApiName: 'Part__c', fieldApiName: 'Text__c' });
    assert.deepEqual(references.schema('Task.Who.Name'), { objectApiName: 'Task', fieldApiName: 'Who.Name' });
    assert.deepEqual(references.schema('Contact'), { objectApiName: 'Contact' });
    assert.deepEqual(references.apex('Logs.find'), { className: 'Logs', method: 'find' });
    assert.equal(references.messageChannel('Phone__c'), 'Phone__c');
  });

  const wrong: readonly (readonly [keyof References, string])[] = [
    ['label', 'c.PanelTitel'],
    ['label', 'PanelTitle'],
    ['schema', 'Task.NoSuch__c'],
    ['schema', 'Task.NoSuch'],
    ['schema', 'Part__c.NoSuch__c'],
    ['schema', 'Nothing__c.Text__c'],
    ['schema', 'NoSuchObject'],
    ['apex', 'Logs.seek'],
    ['apex', 'Logs.hidden'],
    ['apex', 'NoSuchClass.find'],
    ['messageChannel', 'Radio__c'],
    ['messageChannel', 'Phone'],
    ['resourceUrl', 'logo']
  ];
  for (const [kind, name] of wrong) {
    it(`is refused when there is no ${kind} ${name}`, () => {
      assert.throws(() => references[kind](name), Error);
    });
  }

  it('names the file that asks for what is not there', () => {
    const plugin = salesforceModules(references, path.join(root, 'page'));
    const id = plugin.resolveId?.('@salesforce/label/c.Gone', '/project/lwc/panel/panel.ts?specifier=c/panel');
    assert.throws(
      () => plugin.load?.(String(id)),
      /^Error: \/project\/lwc\/panel\/panel\.ts: @salesforce\/label\/c\.Gone: /
    );
    const kind = plugin.resolveId?.('@salesforce/weather/today', '/project/lwc/panel/panel.ts');
    assert.throws(() => plugin.load?.(String(kind)), /panel\.ts: @salesforce\/weather\/today/);
  });

  it('has words in every language, or is refused', () => {
    assert.equal(readLabels(root).en['PanelTitle'], 'Calls & chats');
    assert.equal(readLabels(root).ja['PanelTitle'], 'ja words');
    write(root, 'translations/fr.translation-meta.xml', xml('Translations', ''));
    assert.throws(() => readLabels(root), /fr\.translation-meta\.xml lacks the labels PanelTitle/);
  });

  it('is a base component that exists, or one that the runtime brings', () => {
    assert.throws(() => usedBaseComponents(root, new Set()), /panel\.html uses lightning\/noSuchThing/);
    assert.ok(!usedBaseComponents(root, new Set(['noSuchThing'])).includes('noSuchThing'));
  });
});

function write(root: string, name: string, text: string): void {
  const file = path.join(root, 'force-app/main/default', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
