import assert from 'node:assert/strict';
import path from 'node:path';
import { appTabs } from './app-tabs';

const root = path.join(__dirname, '../../../..');

describe('The tabs of an app of the packages', () => {
  for (const app of ['RingdownConsole', 'RingdownVoiceConsole'])
    it(`are those of ${app}, in its order, with the components of their pages`, () => {
      const tabs = appTabs(root, app);
      assert.deepEqual(tabs[0], { kind: 'home', components: ['phoneLauncher'] });
      assert.ok(tabs.some((tab) => tab.kind === 'object' && tab.object === 'Contact'));
      assert.deepEqual(
        tabs.filter(({ kind }) => kind === 'page'),
        [
          { kind: 'page', name: 'RingdownMonitor', label: 'Ringdown Monitor', components: ['agentMonitor'] },
          { kind: 'page', name: 'RingdownSetup', label: 'Ringdown Setup', components: ['setupHealth'] }
        ]
      );
    });

  it('are of no app that the packages do not have', () => {
    assert.throws(() => appTabs(root, 'Nowhere'), /applications\/Nowhere/);
  });
});
