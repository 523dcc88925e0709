import { countInWords } from '../countWords';

jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'de-DE' }), { virtual: true });
jest.mock('@salesforce/label/c.CallLogCount', () => ({ __esModule: true, default: '{0} / {1}' }), {
  virtual: true
});

it('writes numbers as the language of the rep in Salesforce does, whatever that of the browser is', () => {
  expect(countInWords()('ü'.repeat(1_234), '').notes).toBe('1.234 / 2.468');
});
