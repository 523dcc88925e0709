import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { checkShape } from './check-shape';
import { soundPart, type SoundPart } from './sound-part';

const schema = z.strictObject({
  size: z.int().optional(),
  things: z.array(z.strictObject({ id: z.string(), count: z.int().optional() }))
});

const soundOf = (value: unknown): SoundPart<z.infer<typeof schema>> =>
  soundPart(
    schema,
    value,
    checkShape(schema, value, () => undefined)
  );

describe('the sound part of a value', () => {
  it('is all of it when nothing is wrong', () => {
    const value = { size: 1, things: [{ id: 'a' }] };
    assert.equal(soundOf(value).value, value);
  });

  it('is without what was optional and wrong, and without unknown keys', () => {
    const { value, isTouched } = soundOf({ size: 'x', colour: 'red', things: [] });
    assert.deepEqual(value, { things: [] });
    assert.ok(isTouched(['size']) && isTouched(['colour', 'deep']) && !isTouched(['things']));
  });

  it('is without an item that lacks what is required, and still knows where the others stood', () => {
    const { value, originalPath } = soundOf({ things: [{}, { id: 'a' }, { id: 5 }, { id: 'b', count: 'x' }] });
    assert.deepEqual(value, { things: [{ id: 'a' }, { id: 'b' }] });
    assert.deepEqual(originalPath(['things', 0, 'id']), ['things', 1, 'id']);
    assert.deepEqual(originalPath(['things', 1, 'id']), ['things', 3, 'id']);
  });

  it('is nothing when the root lacks what is required', () => {
    assert.equal(soundOf({ size: 1 }).value, undefined);
    assert.equal(soundOf('text').value, undefined);
  });
});
