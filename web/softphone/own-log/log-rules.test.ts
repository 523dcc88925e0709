import assert from 'node:assert/strict';
import { type Interaction } from '../../../core/interaction/interaction';
import { readLogRules } from './log-rules';
import { type Row } from './org-logs';
import { liveLeg, sampleLeg, sampleSettings } from './stand-ins';

describe('what the org says of logging', () => {
  const org = sampleSettings.org as Row;
  const rules = (change: Row = {}) => readLogRules({ ...sampleSettings, org: { ...org, ...change } }, '');
  const { answeredAt: _answered, ...unanswered } = sampleLeg;
  const missed: Interaction = { ...unanswered, outcome: 'missed' };
  const { queue: _queue, ...missedDirect } = missed;

  it('lets a call be logged by itself in the channels where components would', () => {
    assert.equal(rules().isLogged(sampleLeg), true);
    assert.equal(rules().isLogged(liveLeg), true);
    assert.equal(rules().isLogged({ ...sampleLeg, channel: 'chat' }), false);
    assert.equal(rules().isLogged({ ...sampleLeg, channel: 'sms' }), false);
    assert.deepEqual([rules().timeZone, rules().popsAndLogs], ['Europe/London', 'ringdown']);
  });

  it('leaves what a queue lost to the queue, and logs what the rep missed', () => {
    assert.equal(rules().isLogged(missed), false);
    assert.equal(rules().isLogged(missedDirect), true);
    assert.equal(rules().isLogged({ ...missed, direction: 'outbound', outcome: 'failed' }), true);
  });

  it('lets nothing be logged where the vendor’s page does, in a copy of an org, or by an answer that says nothing', () => {
    assert.equal(rules({ PopsAndLogs__c: ' Vendor ' }).isLogged(sampleLeg), false);
    assert.equal(rules({ PopsAndLogs__c: ' Vendor ' }).popsAndLogs, 'vendor');
    assert.equal(rules({ ConfiguredFor__c: '00D000000000002AAA' }).isLogged(sampleLeg), false);
    const none = readLogRules({}, '');
    assert.deepEqual([none.isLogged(sampleLeg), none.timeZone], [false, 'UTC']);
  });

  it('is read by the names of the package too', () => {
    const { SetupOwnerId } = org;
    const packaged = {
      timeZone: 'nowhere',
      org: { SetupOwnerId, pkg__ConfiguredFor__c: SetupOwnerId },
      channels: [{ pkg__Channel__c: 'Phone', pkg__AutoLog__c: true }]
    };
    assert.deepEqual([readLogRules(packaged, 'pkg__').isLogged(sampleLeg)], [true]);
    assert.equal(readLogRules(packaged, 'pkg__').timeZone, 'UTC');
  });
});
