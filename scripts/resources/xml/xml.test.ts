import assert from 'node:assert/strict';
import { isXmlText } from './escape';
import { readXml } from './read-xml';
import { writeXml } from './write-xml';

describe('XML', () => {
  it('reads back any text that it writes, in elements and attributes', () => {
    for (const text of [
      '',
      ' ',
      'a&b<c>"d\'e',
      ']]>',
      '\r\n\t',
      'é漢😀',
      '&amp;',
      '{"a":"b\\"c"}',
      '  padded  ',
      '--',
      '<![CDATA[x]]>'
    ]) {
      const reading = readXml(
        writeXml({ name: 'a', attributes: { b: text }, content: [{ name: 'c', content: text }] })
      );
      assert.ok(reading.ok);
      assert.equal(reading.root.attributes['b'], text);
      assert.equal(reading.root.children[0]?.text, text);
    }
  });

  it('says where an element stands', () => {
    const reading = readXml('<a>\n  <b/>\n  <c x="1">\n</c></a>');
    assert.ok(reading.ok);
    assert.deepEqual(
      reading.root.children.map(({ name, line, column }) => [name, line, column]),
      [
        ['b', 2, 3],
        ['c', 3, 3]
      ]
    );
  });

  it('points at the & of a URL that was pasted as it is', () => {
    const reading = readXml('<a>\n  <b>https://x.example/?tenant=Acme&sandbox=true</b>\n</a>');
    assert.ok(!reading.ok);
    assert.deepEqual([reading.problem.line, reading.problem.column], [2, 36]);
  });

  it('does not mistake a comment, CDATA or an entity for a bare &', () => {
    assert.ok(readXml('<a><!-- & --><![CDATA[&]]>&amp;&#38;&#x26;</a>').ok);
    const reading = readXml('<a><!-- & --><b></a>');
    assert.ok(!reading.ok);
    assert.ok(!reading.problem.message.includes('&amp;'));
  });

  it('refuses text without an element, and an element that is not closed', () => {
    for (const source of ['', 'name: value', '<a>', '<a></b>']) assert.ok(!readXml(source).ok, source);
  });

  it('knows which characters XML cannot hold', () => {
    assert.ok(isXmlText('tab\t line\n return\r emoji😀'));
    for (const text of ['\u0000', '\u001b', '\ufffe', '\ud800']) assert.ok(!isXmlText(text));
  });
});
