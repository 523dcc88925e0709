import assert from 'node:assert/strict';
import { formatPhoneNumber } from './format-phone-number';
import { parsePhoneNumber } from './parse-phone-number';
import { phoneNumberVariants } from './phone-number-variants';
import { type ParsedNumber } from './phone-number';
import vectors from './vectors.json';

type Vector = {
  readonly text: string;
  readonly country?: string;
  readonly kind: string;
  readonly e164?: string;
  readonly extension?: string;
  readonly digits?: string;
  readonly emergency?: boolean;
  readonly reason?: string;
};

function told(number: ParsedNumber): Omit<Vector, 'text' | 'country'> {
  if (number.kind === 'unreadable') return { kind: number.kind, reason: number.reason };
  if (number.kind === 'short-code') return number;
  const { kind, e164, extension } = number;
  return extension === undefined ? { kind, e164 } : { kind, e164, extension };
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

const rows: readonly Vector[] = vectors;

describe('a phone number', () => {
  for (const { text, country, ...expected } of rows) {
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    it(`${JSON.stringify(shown)} in ${country ?? 'no country'} is ${expected.e164 ?? expected.digits ?? expected.reason}`, () => {
      assert.deepEqual(told(parsePhoneNumber(text, { country })), expected);
    });
  }

  it('is valid wherever the table holds one that is not kept for films', () => {
    const doubtful = rows.filter(({ text, country }) => {
      const number = parsePhoneNumber(text, { country });
      return number.kind === 'number' && !number.valid;
    });
    assert.deepEqual(
      doubtful.map(({ text }) => text),
      ['07700 900123', '01632 960123']
    );
  });

  it('reads the same again from each way to write it', () => {
    for (const { text, country } of rows) {
      const number = parsePhoneNumber(text, { country });
      if (number.kind === 'unreadable') continue;
      for (const style of ['national', 'international', 'e164'] as const) {
        const written = formatPhoneNumber(number, style);
        const again: ParsedNumber = parsePhoneNumber(written, { country: homeOf(number) ?? country });
        assert.deepEqual(again, style === 'e164' ? withoutExtension(number) : number, `${text} as ${written}`);
      }
    }
  });

  it('is found by every way to write it', () => {
    for (const { text, country } of rows) {
      const number = parsePhoneNumber(text, { country });
      if (number.kind !== 'number') continue;
      const variants = phoneNumberVariants(number);
      assert.equal(variants[0], number.e164);
      assert.equal(new Set(variants).size, variants.length);
      for (const written of ['national', 'international', 'e164'] as const) {
        const bare = formatPhoneNumber(withoutExtension(number), written);
        assert.ok(variants.includes(bare), `${bare} of ${text}`);
      }
    }
  });

  it('of random digits and signs never throws, and reads the same again when it is one', () => {
    const next = random(20260105);
    const signs = [...'0123456789012345678901234567890123456789+()-./ #*x,;:@<>aZ٣５é😀\u0000'];
    const countries = [undefined, 'US', 'DE', 'GB', 'IT', 'AR', 'BR', 'MX', 'JP', 'XX', '', 'de'];
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: next(18) }, () => signs[next(signs.length)]).join('');
      const country = countries[next(countries.length)];
      const number = parsePhoneNumber(round % 3 === 0 ? `+${text}` : text, { country });
      if (number.kind === 'number') {
        const written = formatPhoneNumber(number, 'international');
        const again = parsePhoneNumber(written);
        assert.equal(again.kind === 'number' && again.e164, number.e164, `${text} as ${written}`);
        assert.equal(again.kind === 'number' && again.extension, number.extension);
      }
      assert.ok(phoneNumberVariants(number).every((variant) => /\d/.test(variant)));
    }
  });

  it('never throws for what is no text', () => {
    for (const value of [undefined, null, 5, {}, []]) {
      assert.equal(parsePhoneNumber(value as string).kind, 'unreadable');
    }
  });
});

describe('the form of a phone number', () => {
  const london = parsePhoneNumber('+44 20 7946 0958 x12');
  const german = { country: 'DE' };

  it('is national for its own country and international for everyone else', () => {
    assert.equal(formatPhoneNumber(london, 'national'), '020 7946 0958 ext. 12');
    assert.equal(formatPhoneNumber(london, 'national', { country: 'gb' }), '020 7946 0958 ext. 12');
    assert.equal(formatPhoneNumber(london, 'national', german), '+44 20 7946 0958 ext. 12');
    assert.equal(formatPhoneNumber(london, 'international'), '+44 20 7946 0958 ext. 12');
    assert.equal(formatPhoneNumber(london, 'e164'), '+442079460958');
    assert.equal(formatPhoneNumber(parsePhoneNumber('+800 1234 5678'), 'national'), '+800 1234 5678');
  });

  it('leaves emergency numbers, short codes and words alone', () => {
    for (const style of ['national', 'international', 'e164'] as const) {
      for (const text of ['112', '110', '4123', '*123#', 'anonymous', 'sip:alice@example.com']) {
        assert.equal(formatPhoneNumber(parsePhoneNumber(text, german), style, german), text);
      }
    }
  });
});

describe('the variants of a phone number', () => {
  const variantsOf = (text: string): readonly string[] =>
    phoneNumberVariants(parsePhoneNumber(text, { country: 'US' }));

  it('are all the ways in which records hold it', () => {
    assert.deepEqual(variantsOf('+442079460958'), [
      '+442079460958',
      '442079460958',
      '00442079460958',
      '011442079460958',
      '02079460958',
      '2079460958',
      '+44 20 7946 0958',
      '020 7946 0958',
      '+44 (0)20 7946 0958'
    ]);
    const american = ['+14155550132', '14155550132', '4155550132', '(415) 555-0132', '415-555-0132', '1-415-555-0132'];
    for (const variant of american) assert.ok(variantsOf('415 555 0132').includes(variant), variant);
    for (const variant of ['+390612345678', '0612345678']) assert.ok(variantsOf('+39 06 1234 5678').includes(variant));
    assert.ok(!variantsOf('+39 06 1234 5678').includes('612345678'), 'the zero of Italy belongs to the number');
    assert.ok(variantsOf('+52 55 1234 5678').includes('+5215512345678'));
    assert.ok(variantsOf('+54 9 11 2345 6789').includes('+541123456789'));
    assert.ok(variantsOf('+7 495 123 45 67').includes('84951234567'));
  });

  it('are one for a short code and none for what is no number', () => {
    assert.deepEqual(variantsOf('988'), ['988']);
    assert.deepEqual(variantsOf('anonymous'), []);
  });
});

function homeOf(number: ParsedNumber): string | undefined {
  return number.kind === 'number' ? number.country : undefined;
}

function withoutExtension(number: ParsedNumber): ParsedNumber {
  if (number.kind !== 'number') return number;
  const { extension: _extension, ...rest } = number;
  return rest;
}
