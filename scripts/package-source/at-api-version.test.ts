import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atApiVersion } from './at-api-version';

const translation = (content: string) => ({
  path: 'translations/de.translation-meta.xml',
  text: `<?xml version="1.0" encoding="UTF-8" ?>\n<Translations>\n${content}</Translations>\n`
});
const tab = '  <customTabs>\n    <label>Setup</label>\n    <name>Setup</name>\n  </customTabs>\n';
const reportType = '  <reportTypes>\n    <label>Teile</label>\n    <name>Parts</name>\n  </reportTypes>\n';
const named = (element: string, name: string): string =>
  `  <${element}>\n    <label>x</label>\n    <name>${name}</name>\n  </${element}>\n`;
const all = translation(
  tab + named('dashboards', 'B/One') + named('dashboards', 'B/Two') + reportType + named('reports', 'R/One')
);
const code = (path: string, version: string) => ({ path, text: `<X><apiVersion>${version}</apiVersion></X>` });

describe('atApiVersion', () => {
  it('leaves the source of its own version as it is', () => {
    const files = [all, code('classes/A.cls-meta.xml', '67.0'), code('lwc/a/a.js-meta.xml', '67.0')];
    assert.deepEqual(atApiVersion(files, '67.0'), files);
    assert.deepEqual(atApiVersion(files, '68.0'), files);
  });

  it('leaves out names of reports and dashboards before the version that knows them, and nothing else', () => {
    assert.deepEqual(atApiVersion([all], '66.0'), [translation(tab + reportType)]);
  });

  it('leaves out a translation that says nothing else', () => {
    assert.deepEqual(atApiVersion([translation(named('reports', 'R/One'))], '66.0'), []);
  });

  it('declares code at no later version, and an earlier one stays', () => {
    const files = [
      code('classes/A.cls-meta.xml', '67.0'),
      code('lwc/a/a.js-meta.xml', '67.0'),
      code('classes/B.cls-meta.xml', '65.0')
    ];
    assert.deepEqual(atApiVersion(files, '66.0'), [
      code('classes/A.cls-meta.xml', '66.0'),
      code('lwc/a/a.js-meta.xml', '66.0'),
      code('classes/B.cls-meta.xml', '65.0')
    ]);
  });

  it('touches nothing that only speaks of a version', () => {
    const files = [{ path: 'classes/A.cls', text: '// <apiVersion>67.0</apiVersion>' }];
    assert.deepEqual(atApiVersion(files, '66.0'), files);
  });
});
