import assert from 'node:assert/strict';
import { type RepMessage } from '../../../core/phone-message/rep-message';
import { refusalNotice } from '../refusal-notice';
import { samplePicture } from '../sample-call';
import { firstScreen, type Hands, type Screen } from '../screen';
import { languageOf } from '../words';
import { drawSoftphone } from './draw-softphone';
import { type Drawn } from './drawn';

const english = languageOf(['en']);
const message = (messageId: string, change: Partial<RepMessage> = {}): RepMessage => ({
  ...{ messageId, text: `Message ${messageId}`, isImportant: false, from: 'Sue' },
  sentAt: '2026-01-05T09:00:00Z',
  ...change
});

describe('messages of supervisors on the softphone', () => {
  let wishes: unknown[];
  beforeEach(() => {
    wishes = [];
  });
  const nothing = (): undefined => undefined;
  const hands: Hands = {
    ...{ dial: nothing, dialAnyway: nothing, search: nothing, startAgain: nothing, change: nothing },
    ...{ openWindow: nothing, closeWindow: nothing },
    wish: (wish) => wishes.push(wish)
  };
  const within = (drawn: Drawn | string): readonly Drawn[] =>
    typeof drawn === 'string' ? [] : [drawn, ...drawn.children.flatMap(within)];
  const textOf = (drawn: Drawn | string): string =>
    typeof drawn === 'string' ? drawn : drawn.children.map(textOf).join(' ');
  const drawn = (messages: readonly RepMessage[] | undefined, change: Partial<Screen> = {}): readonly Drawn[] => {
    const { login, phone } = samplePicture();
    const screen = { ...firstScreen(0, true), picture: { login, phone: { ...phone!, messages } }, ...change };
    return drawSoftphone(screen as Screen, english, hands, '/login').flatMap(within);
  };
  const shown = (parts: readonly Drawn[]): readonly Drawn[] =>
    parts.filter(({ attributes }) => String(attributes.class).startsWith('message ') || attributes.class === 'message');

  it('are said as they come: their place is there before', () => {
    for (const none of [[], undefined]) {
      const place = drawn(none).find(({ attributes }) => attributes['aria-live'] === 'polite');
      assert.deepEqual(place?.children, []);
    }
  });

  it('stand with what is important first, then the newest, each with who wrote it, and when', () => {
    const important = message('2', { isImportant: true, until: '2026-01-05T10:00:00Z' });
    const rows = shown(drawn([message('1'), important, message('3')])).map(textOf);
    assert.deepEqual(
      rows.map((row) => /Message \d/.exec(row)?.[0]),
      ['Message 2', 'Message 3', 'Message 1']
    );
    assert.ok(rows[0]?.includes('Important') && rows[0].includes('from Sue') && rows[0].includes('until '));
    assert.equal(rows[1]?.includes('Important'), false);
  });

  it('are text, whatever stands in them, in a direction of their own', () => {
    const text = '<img src=x onerror=alert(1)> \u202e مرحبا';
    const isolated = drawn([message('1', { text })]).filter(({ tag }) => tag === 'bdi');
    assert.deepEqual(isolated[0]?.children, [text]);
  });

  it('are marked as read, once', () => {
    const buttonOf = (change: Partial<Screen> = {}): Drawn =>
      drawn([message('1', { text: 'word '.repeat(40) })], change).find(({ attributes }) =>
        String(attributes['aria-label']).startsWith('Mark as read')
      )!;
    const button = buttonOf();
    assert.ok(String(button.attributes['aria-label']).length < 80, 'its name is no speech');
    button.on.click?.();
    const wish = { type: 'mark-message-read', messageId: '1' } as const;
    assert.deepEqual(wishes, [wish]);
    const waiting = buttonOf({ busy: new Set([JSON.stringify(wish)]) });
    waiting.on.click?.();
    assert.deepEqual([wishes.length, waiting.attributes['aria-disabled']], [1, 'true']);
    assert.equal(refusalNotice(wish, { ok: false, code: 'unknown-message', words: '' }).word, 'messageGone');
  });
});
