import assert from 'node:assert/strict';
import { readMappedPresence } from './mapped-presence';

describe('the presence map in a contact center', () => {
  it('has states of several words, and ends with the first row that is not there', () => {
    const config = {
      '/ringdown/presence1': 'available Both Available',
      '/ringdown/presence2': 'On a call ToSalesforce Talking',
      '/ringdown/presence4': 'lunch Both OnBreak'
    };
    assert.deepEqual(readMappedPresence(config), [
      { phoneState: 'available', direction: 'Both', presenceStatus: 'Available' },
      { phoneState: 'On a call', direction: 'ToSalesforce', presenceStatus: 'Talking' }
    ]);
  });

  it('is empty where nobody wrote it, and leaves out what is no row', () => {
    assert.deepEqual(readMappedPresence({}), []);
    const config = { '/ringdown/presence1': 'lunch', '/ringdown/presence2': 'lunch ToPhone OnBreak' };
    assert.deepEqual(
      readMappedPresence(config).map(({ direction }) => direction),
      ['ToPhone']
    );
  });
});
