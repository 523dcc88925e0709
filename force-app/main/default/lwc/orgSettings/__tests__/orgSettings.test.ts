import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import { orgSettingsOf, popSettingsOf, readOrgSettings, readOrgWithPops } from 'c/orgSettings';

jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

const here = '00D000000000001EAA';

describe('c-org-settings', () => {
  it.each([
    ['nothing', undefined],
    ['no record', null],
    ['an empty record', { SetupOwnerId: here }],
    ['empty ids', { ConfiguredFor__c: '', SetupOwnerId: '' }],
    ['another org', { ConfiguredFor__c: '00D000000000002EAA', SetupOwnerId: here }],
    ['no owner', { ConfiguredFor__c: here }]
  ])('is of an org that is not configured when Apex answers %s', (_what, answer) => {
    expect(orgSettingsOf(answer)).toEqual({ isConfigured: false, popsAndLogs: 'ringdown' });
  });

  it.each([
    [here, here],
    [here.slice(0, 15), here],
    [here, here.slice(0, 15)]
  ])('knows by %s that org %s is configured', (ConfiguredFor__c, SetupOwnerId) => {
    expect(orgSettingsOf({ ConfiguredFor__c, SetupOwnerId }).isConfigured).toBe(true);
  });

  it.each([
    [undefined, 'ringdown'],
    ['', 'ringdown'],
    ['Ringdown', 'ringdown'],
    ['Vendor', 'vendor'],
    ['vendor ', 'vendor']
  ])('takes %j for who pops and logs as %s', (PopsAndLogs__c, expected) => {
    expect(orgSettingsOf({ PopsAndLogs__c }).popsAndLogs).toBe(expected);
  });

  it('names the country only where there is one', () => {
    expect(orgSettingsOf({ DefaultCountry__c: 'DE' }).country).toBe('DE');
    expect(orgSettingsOf({ DefaultCountry__c: '' })).not.toHaveProperty('country');
  });

  it('asks Apex, and passes on what it refuses with', async () => {
    jest.mocked(currentOrg).mockResolvedValueOnce({ ConfiguredFor__c: here, SetupOwnerId: here });
    await expect(readOrgSettings()).resolves.toMatchObject({ isConfigured: true });
    jest.mocked(currentOrg).mockRejectedValueOnce({ body: { message: 'No access' } });
    await expect(readOrgSettings()).rejects.toEqual({ body: { message: 'No access' } });
  });

  describe('says how records open', () => {
    const usual = { tab: 'tab', inStandard: 'button', onCall: true, outbound: false, window: { kind: 'reuse' } };

    it.each([[undefined], [null], [{}], [{ PopTab__c: 'Elsewhere', PopOnCall__c: ' ', PopWindowWidth__c: '12' }]])(
      'as usual when Apex answers %j',
      (answer) => {
        expect(popSettingsOf(answer)).toEqual(usual);
      }
    );

    it('as the administrator set it', async () => {
      const row = {
        PopTab__c: 'Subtab',
        PopInStandard__c: 'ScreenPop',
        PopOnCall__c: 'off',
        PopOutbound__c: 'on',
        PopWindow__c: 'New',
        PopWindowWidth__c: 1200,
        PopWindowHeight__c: 800.4,
        PopWindowLeft__c: 0,
        PopWindowTop__c: -10
      };
      jest.mocked(currentOrg).mockResolvedValueOnce({ ...row, ConfiguredFor__c: here, SetupOwnerId: here });
      await expect(readOrgWithPops()).resolves.toMatchObject({
        isConfigured: true,
        pops: {
          tab: 'subtab',
          inStandard: 'screen-pop',
          onCall: false,
          outbound: true,
          window: { kind: 'new', width: 1200, height: 800, left: 0, top: -10 }
        }
      });
    });
  });
});
