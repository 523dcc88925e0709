import assert from 'node:assert/strict';
import { contactShape } from './call-shape';
import { flowContacts, isForConnector, takesFlows } from './omni-flows';

const flows = [
  { name: 'Support_Routing', label: 'Support routing' },
  { name: 'acme__Billing', label: 'Bills' }
];

describe('The flows that a rep may hand a call to', () => {
  it('are offered when the connector takes them', () => {
    assert.deepEqual([takesFlows({ TRANSFER_TO_OMNI_FLOW: true }), takesFlows({}), takesFlows()], [true, false, false]);
  });

  it('are contacts of the kind Flow under their full names, as the SDK takes them', () => {
    const [support, bills] = flowContacts(flows, '', []);
    assert.deepEqual(support, { id: 'Support_Routing', type: 'Flow', name: 'Support routing' });
    assert.ok(contactShape.safeParse(bills).success);
  });

  it('are found by a part of what they are called, among all kinds or their own', () => {
    const names = (contains: string, types: readonly string[]) =>
      flowContacts(flows, contains, types).map(({ name }) => name);
    assert.deepEqual(names('bill', ['FLOW']), ['Bills']);
    assert.deepEqual(names('ACME', []), ['Bills']);
    assert.deepEqual(names('', ['AGENT', 'FLOW']), ['Support routing', 'Bills']);
    assert.deepEqual([names('', ['AGENT']), names('nobody', [])], [[], []]);
  });

  it('are nothing that a connector is asked for', () => {
    assert.deepEqual(
      [[], ['AGENT'], ['AGENT', 'FLOW'], ['FLOW']].map((types) => isForConnector(types)),
      [true, true, true, false]
    );
  });
});
