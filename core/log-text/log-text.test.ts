import assert from 'node:assert/strict';
import { boundaryBefore, measureByRules, measureCharacter, sizeAt } from './character-boundary';
import { joinLogText, keptText, type LogTextLimits, orgLimits, readLogPart, splitLogText } from './log-text';

const small: LogTextLimits = { description: 40, part: 90 };
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What the platform does to a text on its way in: line breaks become CR LF, white space at the ends goes. */
const stored = (text: string): string => text.replace(/\r\n|\n|\r/g, '\r\n').trim();

function check(text: string, limits: LogTextLimits = small): void {
  const split = splitLogText(text, limits);
  assert.equal(joinLogText(split), text);
  assert.equal(split.continues, split.parts.length > 0);
  assert.ok(stored(split.description).length <= limits.description);
  for (const part of split.parts) {
    assert.ok(stored(part).length <= limits.part, `${stored(part).length} units in a part`);
    assert.equal(part, part.trim());
    assert.ok(!/\p{Cs}/u.test(part), 'an unpaired surrogate');
  }
  assert.equal(split.parts.map((part) => readLogPart(stored(part))).join(''), split.continues ? text : '');
  assert.equal(
    split.parts.map((part) => readLogPart(part.replace(/\r\n/g, '\n'))).join(''),
    split.continues ? text : ''
  );
}

const alphabet = [
  ...[
    'a',
    'b',
    'z',
    ' ',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u0000',
    '\u0007',
    '\u241b',
    '\u241bCRLF ',
    '\u241b000A',
    '0'
  ],
  ...['é', 'e\u0301', '\u0301', '\u200d', 'ß', '中', '文', '한', '\u1112\u1161\u11ab', 'ก\u0e33', 'क्षि', 'न', '\u0600'],
  ...['😀', '👍🏽', '👩‍👩‍👧‍👦', '🇩🇪', '🇫🇷', '🇫', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\ud800', '\udc00', '\uffff', '\u00a0', '\u2028']
];

function randomTexts(count: number, longest: number): readonly string[] {
  let seed = 20260105;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  return Array.from({ length: count }, () => {
    const some = Array.from({ length: 1 + random(6) }, () => alphabet[random(alphabet.length)] ?? '');
    return Array.from({ length: random(longest) }, () => some[random(some.length)]).join('');
  });
}

describe('the text of a log', () => {
  it('comes back to the code unit, also when the org changes line breaks and trims', () => {
    for (const text of randomTexts(1500, 400)) check(text);
  });

  it('comes back at every length around the limits', () => {
    for (const filling of ['a', 'é', '😀', '\n', '\r\n', '\u0000', 'e\u0301', ' ', '\ud83d', '👩‍👩‍👧‍👦']) {
      for (let count = 0; count < 200; count++) check(filling.repeat(count));
    }
  });

  it('stays in the description while it fits', () => {
    assert.deepEqual(splitLogText(''), { description: '', parts: [], continues: false });
    const full = 'x'.repeat(orgLimits.description);
    assert.deepEqual(splitLogText(full), { description: full, parts: [], continues: false });
    assert.equal(splitLogText(`${full}x`).continues, true);
    assert.deepEqual(splitLogText(' as typed\n'), { description: ' as typed\n', parts: [], continues: false });
  });

  it('counts a line break as two, as the org does', () => {
    assert.equal(splitLogText('\n'.repeat(16_000)).continues, false);
    assert.equal(splitLogText('\n'.repeat(16_001)).continues, true);
    assert.equal(splitLogText('\r\n'.repeat(16_000)).continues, false);
    assert.equal(splitLogText('\r\n'.repeat(16_001)).continues, true);
  });

  it('is whole in the parts when the description cannot hold it', () => {
    const { description, parts, continues } = splitLogText('bell \u0007 rang');
    assert.deepEqual({ description, continues }, { description: 'bell \ufffd rang', continues: true });
    assert.deepEqual(parts.map(readLogPart), ['bell \u0007 rang']);
  });

  it('is cut between characters', () => {
    for (const text of randomTexts(1000, 300)) {
      const ends = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
      let end = 0;
      const { parts } = splitLogText(text, small);
      // No character of the alphabet is as long as a part, unless marks pile up.
      if ([...graphemes.segment(text)].some(({ segment }) => segment.length > 10)) continue;
      for (const part of parts) assert.ok(ends.has((end += readLogPart(part).length)), JSON.stringify(text));
    }
  });

  it('begins in the description, cut between characters and as long as fits', () => {
    const limits = { description: 40, part: 131_072 };
    const rows: readonly (readonly [text: string, description: string])[] = [
      [`${'x'.repeat(39)}👍🏽 more`, 'x'.repeat(39)],
      [`${'x'.repeat(36)}👍🏽 more`, `${'x'.repeat(36)}👍🏽`],
      [`${'x'.repeat(39)}e\u0301 more`, 'x'.repeat(39)],
      [`${'x'.repeat(39)}\r\nmore`, 'x'.repeat(39)],
      [`${'x'.repeat(30)}    ${'y'.repeat(30)}`, `${'x'.repeat(30)}    yyyyyy`],
      ['🇩🇪'.repeat(30), '🇩🇪'.repeat(10)],
      [`\u241b${'x'.repeat(60)}`, `\u241b${'x'.repeat(39)}`]
    ];
    for (const [text, description] of rows) assert.equal(splitLogText(text, limits).description, description);
  });

  it('is cut at a code point where one character is longer than a field', () => {
    for (const text of [
      `e${'\u0301'.repeat(500)}`,
      '😀\u200d'.repeat(200),
      `${'x'.repeat(60)}${'\u0301'.repeat(500)}`
    ]) {
      check(text);
      assert.ok(splitLogText(text, small).parts.length < 40);
    }
  });

  it('is read by a person as it was written', () => {
    const lines = 'Anna: hello\nBen: hi\n'.repeat(20);
    const { parts } = splitLogText(lines, { description: 40, part: 131_072 });
    assert.equal(parts[0]?.replace(/␛000A$/, '\n'), lines);
  });

  it('of five million characters is split and joined in order, in a moment', function () {
    this.timeout(20_000);
    const lines = Array.from(
      { length: 60_000 },
      (_none, line) => `${line} Grüße, 世界 👩‍👩‍👧‍👦 e\u0301 ${'word '.repeat(12)}\r\n`
    );
    for (const text of [lines.join(''), 'नमस्ते '.repeat(700_000), '👍🏽'.repeat(1_200_000), '\u0301'.repeat(5_000_000)]) {
      const started = performance.now();
      const split = splitLogText(text);
      assert.ok(joinLogText(split) === text);
      assert.ok(performance.now() - started < 10_000, `${Math.round(performance.now() - started)} ms`);
      assert.ok(split.parts.every((part) => stored(part).length <= orgLimits.part));
    }
  });

  it('is the same for the org when only white space at the ends and line breaks differ', () => {
    assert.equal(keptText('a\r\nb\n'), keptText(' a\nb'));
    assert.notEqual(keptText('a b'), keptText('a  b'));
  });

  it('needs a part with room', () =>
    assert.throws(() => splitLogText('a\u0000', { description: 10, part: 20 }), RangeError));
});

describe('a character boundary', () => {
  it('is found as if the whole text had been segmented', () => {
    for (const text of randomTexts(400, 60)) {
      const starts = [...graphemes.segment(text)].map(({ index }) => index);
      for (let at = 1; at < text.length; at++) {
        const expected = starts.filter((start) => start <= at).pop() ?? 0;
        const found = boundaryBefore(text, at, 0);
        if (expected > 0) assert.equal(found, expected, `${JSON.stringify(text)} at ${at}`);
      }
    }
  });

  it('without Intl.Segmenter never falls inside a character', () => {
    for (const character of [
      'é',
      'e\u0301\u0302',
      '👍🏽',
      '👩‍👩‍👧‍👦',
      '🇩🇪',
      '❤️',
      '1️⃣',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      '\r\n',
      '\u1112\u1161\u11ab',
      'ｶﾞ'
    ]) {
      assert.equal(measureByRules(`${character}x`), character.length, character);
      assert.equal(measureByRules(character), measureCharacter(character));
    }
    assert.equal(measureByRules(''), 0);
    for (const text of randomTexts(200, 60).filter((text) => !/[\u0600\u0e33]|क्/.test(text))) {
      const starts = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
      for (let at = 0; at < text.length; at += sizeAt(text, at, text.length, measureByRules)) assert.ok(starts.has(at));
    }
  });
});
