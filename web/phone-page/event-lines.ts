/** Calls `hear` for each event of a stream of server-sent events, and `beat` for whatever arrives; settles when the stream ends. */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  hear: (event: string, data: string) => void,
  beat: () => void
): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    beat();
    const blocks = `${rest}${value}`.replace(/\r\n?/g, '\n').split('\n\n');
    rest = (blocks.pop() ?? '').slice(-longestBlock);
    for (const block of blocks) {
      const [event, data] = [field(block, 'event'), field(block, 'data')];
      if (event !== undefined) hear(event, data ?? '');
    }
  }
}

/** An event of ours is a few words. */
const longestBlock = 10_000;

function field(block: string, name: string): string | undefined {
  return new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
}
