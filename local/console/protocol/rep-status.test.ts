import assert from 'node:assert/strict';
import { openRepStatus, type Locks, type Memory, type RepStatus } from './rep-status';

const name = 'omni-channel priya@acme.test';
const [available, away] = ['0N5000000000001AAA', '0N5000000000003AAA'] as const;

describe('The status of a rep in many tabs', () => {
  it('begins offline in the first tab', async () => {
    assert.equal(await browser().open().begin(), '0');
  });

  it('begins in a new tab as it is in the others', async () => {
    const { open } = browser();
    const first = open();
    await first.begin();
    first.keep(available);
    assert.equal(await open().begin(), available);
  });

  it('is offline again when all tabs were closed', async () => {
    const { open, closeAll } = browser();
    const only = open();
    await only.begin();
    only.keep(available);
    closeAll();
    assert.equal(await open().begin(), '0');
  });

  it('outlives a reload of the only tab', async () => {
    const { open, closeAll } = browser();
    const ofTab = memory();
    open(ofTab).keep(away);
    closeAll();
    assert.equal(await open(ofTab).begin(), away);
  });

  it('is after a reload what another tab chose, and not what this tab had', async () => {
    const { open } = browser();
    const ofTab = memory();
    const other = open();
    await other.begin();
    ofTab.setItem(name, available);
    other.keep(away);
    assert.equal(await open(ofTab).begin(), away);
  });

  it('outlives a reload of the only tab left, also when another one had chosen it', async () => {
    const { open, closeAll } = browser();
    const ofTab = memory();
    const stays = open(ofTab);
    stays.keep(available);
    open().keep(away);
    stays.hear(away);
    closeAll();
    assert.equal(await open(ofTab).begin(), away);
  });

  it('is not the one of yesterday for two tabs that are opened at once', async () => {
    const { open, closeAll } = browser();
    const yesterday = open();
    await yesterday.begin();
    yesterday.keep(available);
    closeAll();
    const [first, second] = [open(), open()];
    assert.deepEqual(await Promise.all([second.begin(), first.begin()]), ['0', '0']);
  });
});

/** A browser with what its tabs share. */
function browser(): { readonly open: (ofTab?: Memory) => RepStatus; readonly closeAll: () => void } {
  const ofAllTabs = memory();
  let held: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const locks: Locks = {
    request: (lock, { mode }, whileHeld) => {
      if (mode === 'exclusive') return (turn = turn.then(whileHeld));
      held.push(lock);
      return whileHeld();
    },
    query: () => Promise.resolve({ held: held.map((lock) => ({ name: lock })) })
  };
  return {
    open: (ofTab = memory()) => openRepStatus({ name, locks, ofTab, ofAllTabs }),
    closeAll: () => (held = [])
  };
}

function memory(): Memory {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}
