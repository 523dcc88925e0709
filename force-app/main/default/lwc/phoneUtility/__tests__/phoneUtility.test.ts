import { getAllUtilityInfo, updatePanel, updateUtility, type UtilityInfo } from 'lightning/platformUtilityBarApi';
import { findPhoneUtility, labelUtility, phoneUtility, titlePanel, utilityName } from 'c/phoneUtility';

const utility = (utilityLabel: string): UtilityInfo => ({
  id: utilityLabel,
  utilityLabel,
  utilityVisible: false,
  isLoaded: true,
  panelHeight: 1,
  panelWidth: 1
});
const found = (...labels: readonly string[]): string | undefined =>
  phoneUtility(labels.map(utility), 'Phone')?.utilityLabel;

describe('c-phone-utility', () => {
  it.each([
    ['Phone', true],
    ['phone (2)', true],
    ['Phone: ringing', true],
    ['Phone – Ada', true],
    ['Phones', false],
    ['My Phone', false],
    ['Phone Session', false],
    ['Omni-Channel', true],
    ['Omni-Channel (Offline)', true],
    ['Omnicanal', true],
    ['オムニチャネル (オフライン)', true],
    ['Omnibus', false],
    ['', false]
  ])('takes %j for the phone: %j', (label, isPhone) => {
    expect(found('Queues', label) === label).toBe(isPhone);
  });

  it('prefers the softphone to Omni-Channel, and the plain label to a longer one', () => {
    expect(found('Omni-Channel', 'Phone (2)')).toBe('Phone (2)');
    expect(found('Phone: old', 'Phone')).toBe('Phone');
  });

  it('finds none in an app without a utility bar', async () => {
    jest.mocked(getAllUtilityInfo).mockRejectedValueOnce(new Error('no bar'));
    await expect(findPhoneUtility()).resolves.toBeUndefined();
    jest.mocked(getAllUtilityInfo).mockResolvedValueOnce([utility('Phone')]);
    await expect(findPhoneUtility()).resolves.toEqual(utility('Phone'));
  });

  it.each([
    ['Phone', 'Phone'],
    ['Phone (2)', 'Phone'],
    ['Phone: ringing', 'Phone'],
    ['Omni-Channel (Available (Phone))', 'Omni-Channel'],
    ['オムニチャネル（オフライン）', 'オムニチャネル']
  ])('%s is called %s', (label, name) => {
    expect(utilityName(utility(label))).toBe(name);
  });

  it('names a utility and its panel, and is quiet where there is none or the platform refuses', () => {
    titlePanel(undefined, 'Wrap-up');
    labelUtility(undefined, { label: 'Wrap-up' });
    expect(updatePanel).not.toHaveBeenCalled();
    expect(updateUtility).not.toHaveBeenCalled();
    const refusals = [Promise.reject(new Error('refused')), Promise.reject(new Error('refused'))] as const;
    const handled = refusals.map((refusal) => jest.spyOn(refusal, 'catch'));
    jest.mocked(updatePanel).mockReturnValueOnce(refusals[0]);
    jest.mocked(updateUtility).mockReturnValueOnce(refusals[1]);
    titlePanel('utility-1', 'Wrap-up');
    labelUtility('utility-1', { label: 'Wrap-up (1)', highlighted: true });
    for (const spy of handled) expect(spy).toHaveBeenCalledTimes(1);
    expect(jest.mocked(updatePanel).mock.calls).toEqual([['utility-1', { label: 'Wrap-up' }]]);
    expect(jest.mocked(updateUtility).mock.calls).toEqual([['utility-1', { label: 'Wrap-up (1)', highlighted: true }]]);
  });
});
