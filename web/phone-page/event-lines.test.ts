import assert from 'node:assert/strict';
import { readEvents } from './event-lines';

async function heard(...chunks: readonly (string | Uint8Array)[]): Promise<{ events: string[]; beats: number }> {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      controller.close();
    }
  });
  const events: string[] = [];
  let beats = 0;
  await readEvents(
    stream,
    (event, data) => events.push(`${event} ${data}`),
    () => (beats += 1)
  );
  return { events, beats };
}

describe('a stream of events', () => {
  it('is read however it is cut', async () => {
    const whole = 'retry: 1000\n\nevent: changed\ndata: {"reason":"idle"}\n\n';
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const { events } = await heard(whole.slice(0, cut), whole.slice(cut));
      assert.deepEqual(events, ['changed {"reason":"idle"}']);
    }
    assert.deepEqual((await heard(whole.replace(/\n/g, '\r\n'))).events, ['changed {"reason":"idle"}']);
  });

  it('beats with whatever arrives', async () => {
    assert.deepEqual(await heard(':\n\n', ':\n\n', new Uint8Array([0xe2]), new Uint8Array([0x82, 0xac])), {
      events: [],
      beats: 3
    });
  });

  it('does not grow with a sender that never ends a line', async () => {
    const { events } = await heard(...Array.from({ length: 50 }, () => 'x'.repeat(1_000)), '\n\nevent: changed\n\n');
    assert.deepEqual(events, ['changed ']);
  });
});
