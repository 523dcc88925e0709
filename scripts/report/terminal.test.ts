import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { askAtTerminal, outliveClosedPipe } from './terminal';

describe('a question at the terminal', () => {
  const open = () => {
    const input = new PassThrough();
    const interruption = new AbortController();
    const answer = askAtTerminal('Which org? ', interruption.signal, { input, output: new PassThrough() });
    return { input, interruption, answer };
  };

  it('gives what was typed', async () => {
    const { input, answer } = open();
    input.write('acme\n');
    assert.equal(await answer, 'acme');
  });

  it('fails when the input ends instead', async () => {
    const { input, answer } = open();
    input.end();
    await assert.rejects(answer);
  });

  it('fails at once when the run is interrupted', async () => {
    const { interruption, answer } = open();
    interruption.abort(new Error('interrupted'));
    await assert.rejects(answer);
  });
});

describe('output into a pipe', () => {
  it('outlives the reader that closed it, and no other error', () => {
    const stream = new EventEmitter();
    outliveClosedPipe(stream);
    outliveClosedPipe(stream);
    assert.equal(stream.listenerCount('error'), 1);
    stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    assert.throws(() => stream.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' })));
  });
});
