import assert from 'node:assert/strict';
import { openCtiCallCenter, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import { buildDefinition } from './build-definition';
import { importToMetadata, metadataToImport } from './convert';
import { writeCustomSettings, readCustomSettings, type CallCenterDefinition } from './definition';
import { readImportCallCenter, writeImportCallCenter } from './import-dialect';
import {
  readMetadataAnswer,
  readMetadataCallCenter,
  writeMetadataCallCenter,
  type DefinitionReading
} from './metadata-dialect';

describe('the two dialects of a call center', () => {
  const openCti = buildDefinition(openCtiCallCenter());
  const voice = buildDefinition(voiceCallCenter());

  it('read back what they write, whatever characters the values have', () => {
    const random = seeded(8);
    for (let round = 0; round < 300; round += 1) {
      const definition = withOddTexts(openCti, random);
      assert.deepEqual(
        definitionOf(readMetadataCallCenter(writeMetadataCallCenter(definition), definition.fullName)),
        definition
      );
      assert.deepEqual(definitionOf(readImportCallCenter(writeImportCallCenter(definition))), definition);
    }
    assert.deepEqual(definitionOf(readMetadataCallCenter(writeMetadataCallCenter(voice), voice.fullName)), voice);
  });

  it('convert into each other and back without losing an Open CTI call center', () => {
    const there = metadataToImport(writeMetadataCallCenter(openCti), openCti.fullName);
    assert.ok(there.ok);
    assert.deepEqual(there.lost, []);
    const back = importToMetadata(there.content);
    assert.ok(back.ok);
    assert.equal(back.content, writeMetadataCallCenter(openCti));
    assert.equal(back.fullName, openCti.fullName);
  });

  it('say what a contact center loses in the import form', () => {
    const there = metadataToImport(writeMetadataCallCenter({ ...voice, version: '1' }), voice.fullName);
    assert.ok(there.ok);
    assert.ok(
      there.lost.includes('adapterUrl') &&
        there.lost.includes('customSettings.scvVendorLoginUrl') &&
        there.lost.includes('version')
    );
  });

  it('are never mistaken for each other', () => {
    const metadata = writeMetadataCallCenter(openCti);
    const imported = writeImportCallCenter(openCti);
    assert.deepEqual(placesOf(readMetadataCallCenter(imported, 'Support')), ['2:1']);
    assert.deepEqual(placesOf(readImportCallCenter(metadata)), ['2:1']);
  });
});

describe('the metadata dialect', () => {
  it('reports what is unknown, missing, doubled and apart, each with its place', () => {
    const source = [
      '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">',
      '<vendorInfoApiName>x</vendorInfoApiName>',
      '<customSettings>[1]</customSettings>',
      '<displayName>A</displayName><displayName>B</displayName>',
      '<displayNameLabel>A</displayNameLabel>',
      '<sections><items><sortOrder>0</sortOrder><label>l</label><name>n</name></items><label>l</label><name>a</name></sections>',
      '<internalNameLabel>A</internalNameLabel>',
      '<sections><label>l</label><name>b</name></sections>',
      '</CallCenter>'
    ].join('\n');
    assert.deepEqual(placesOf(readMetadataCallCenter(source, 'A')), ['2:1', '3:1', '4:29', '6:11', '6:18', '8:1']);
  });

  it('takes an answer of the org as it comes: elements left out, newer ones, a fullName', () => {
    const reading = readMetadataAnswer(
      '<fullName>A</fullName><displayName>A</displayName><brandNew>1</brandNew><sections><items><name>n</name></items><name>s</name></sections>',
      'A'
    );
    assert.deepEqual(definitionOf(reading).sections, [
      { name: 's', label: '', items: [{ name: 'n', label: '', value: '' }] }
    ]);
  });

  it('leaves the channels of an org out of what it deploys, and keeps the presence statuses', () => {
    const reading = readMetadataAnswer(
      '<contactCenterChannels><channel>x</channel></contactCenterChannels><displayName>A</displayName><vendorCallCenterStatusMaps><externalStatus>away</externalStatus><servicePresenceStatus>Away</servicePresenceStatus></vendorCallCenterStatusMaps>',
      'A'
    );
    const written = writeMetadataCallCenter(definitionOf(reading));
    assert.ok(!written.includes('contactCenterChannels'));
    assert.ok(written.includes('<servicePresenceStatus>Away</servicePresenceStatus>'));
  });

  it('keeps the order of customSettings, even of keys that look like numbers', () => {
    assert.equal(
      writeCustomSettings(
        new Map([
          ['b', '1'],
          ['10', '2'],
          ['a', '"']
        ])
      ),
      '{"b":"1","10":"2","a":"\\""}'
    );
    assert.deepEqual(
      [...(readCustomSettings('{"reqUseApi":true,"reqTimeout":5000}') ?? [])],
      [
        ['reqUseApi', 'true'],
        ['reqTimeout', '5000']
      ]
    );
    for (const text of ['', 'x', '[]', 'null', '"a"']) assert.equal(readCustomSettings(text), undefined);
  });
});

describe('the import dialect', () => {
  const file = (sections: string): string => `<callCenter>${sections}</callCenter>`;
  const general =
    '<section sortOrder="0" name="reqGeneralInfo" label="G"><item sortOrder="1" name="reqDisplayName" label="D">Acme</item><item sortOrder="0" name="reqInternalName" label="I">acme</item></section>';

  it('goes by sortOrder, not by the place in the file', () => {
    const definition = definitionOf(readImportCallCenter(file(`<section sortOrder="1" name="b" label=""/>${general}`)));
    assert.deepEqual(
      [definition.fullName, definition.displayName, definition.sections.map(({ name }) => name)],
      ['acme', 'Acme', ['reqGeneralInfo', 'b']]
    );
  });

  it('wants sortOrder from 0 without a gap or a repeat, and both names', () => {
    const wrong = [
      file(`${general}<section sortOrder="2" name="b" label=""/>`),
      file(`${general}<section sortOrder="0" name="b" label=""/>`),
      file(`${general}<section name="b" label=""/>`),
      file(`${general}<section sortOrder="-1" name="b" label=""/>`),
      file('<section sortOrder="0" name="reqGeneralInfo" label="G"/>'),
      file('<section sortOrder="0" name="other" label="G"/>'),
      file(`${general}<sections/>`)
    ];
    for (const source of wrong) assert.ok(placesOf(readImportCallCenter(source)).length > 0, source);
  });
});

function definitionOf(reading: DefinitionReading): CallCenterDefinition {
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.definition;
}

function placesOf(reading: DefinitionReading): readonly string[] {
  assert.ok(!reading.ok);
  return reading.problems.map(({ line, column }) => `${line}:${column}`);
}

/** The same definition with texts full of what XML and JSON escape. */
function withOddTexts(definition: CallCenterDefinition, random: () => number): CallCenterDefinition {
  const alphabet = [
    '&',
    '<',
    '>',
    '"',
    "'",
    '\\',
    '\n',
    '\r',
    '\t',
    ' ',
    'é',
    '漢',
    '😀',
    '{',
    '}',
    ']]>',
    '&amp;',
    'a',
    '1',
    '--'
  ];
  const text = (): string =>
    Array.from({ length: Math.floor(random() * 12) }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  const values = new Map([...(definition.customSettings ?? [])].map(([key]) => [key, text()]));
  const adapterUrl = text();
  return {
    ...definition,
    displayName: text(),
    displayNameLabel: text(),
    internalNameLabel: text(),
    adapterUrl,
    customSettings: values,
    sections: definition.sections.map((section) => ({
      ...section,
      label: text(),
      items: section.items.map((item) => ({
        ...item,
        label: text(),
        value: item.name === 'reqAdapterUrl' ? adapterUrl : (values.get(item.name) ?? text())
      }))
    }))
  };
}

/** mulberry32: small, and the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
