import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import presenceMap from '@salesforce/apex/PhoneSettings.presenceMap';
import screenPopRules from '@salesforce/apex/PhoneSettings.screenPopRules';
import org from '@salesforce/apex/RingdownOrgs.current';
import agents from '@salesforce/apex/SetupHealth.agents';
import assignments from '@salesforce/apex/SetupHealth.assignments';
import callCenters from '@salesforce/apex/SetupHealth.callCenters';
import fieldAccess from '@salesforce/apex/SetupHealth.fieldAccess';
import agentsWithoutApi from '@salesforce/apex/SetupHealth.agentsWithoutApi';
import agentsWithoutTasks from '@salesforce/apex/SetupHealth.agentsWithoutTasks';
import classAccess from '@salesforce/apex/SetupHealth.classAccess';
import classes from '@salesforce/apex/SetupHealth.classes';
import objectAccess from '@salesforce/apex/SetupHealth.objectAccess';
import presenceStatuses from '@salesforce/apex/SetupHealth.presenceStatuses';
import repDefaults from '@salesforce/apex/SetupHealth.repDefaults';
import trustedSites from '@salesforce/apex/SetupHealth.trustedSites';
import SetupHealth from 'c/setupHealth';

const mockWent = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object): object =>
    class extends Base {
      [Navigate](page: object): void {
        mockWent(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});
jest.mock('@salesforce/apex/PhoneSettings.channels', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/PhoneSettings.dispositions', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/PhoneSettings.screenPopRules', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/SetupHealth.agents', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/SetupHealth.assignments', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.callCenters', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.fieldAccess', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/PhoneSettings.presenceMap', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.agentsWithoutApi', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.agentsWithoutTasks', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.classAccess', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.classes', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/SetupHealth.objectAccess', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.presenceStatuses', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.repDefaults', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/SetupHealth.trustedSites', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});

const rule = {
  MasterLabel: 'By phone',
  Attribute__c: 'caller-number',
  SObjectName__c: 'Contact',
  FieldName__c: 'Phone'
};
const site = {
  EndpointUrl: 'https://phone.example',
  IsActive: true,
  Context: 'LEX',
  IsApplicableToFrameSrc: true,
  IsApplicableToConnectSrc: true,
  CanAccessMicrophone: true
};
const answeringNothing = [
  agents,
  agentsWithoutApi,
  agentsWithoutTasks,
  assignments,
  channels,
  classAccess,
  classes,
  dispositions,
  fieldAccess,
  objectAccess,
  presenceMap,
  presenceStatuses,
  repDefaults
];
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function show(): Promise<HTMLElement> {
  const element = createElement('c-setup-health', { is: SetupHealth });
  document.body.appendChild(element);
  await settle();
  return element;
}

const describeContact = async (): Promise<void> => {
  (getObjectInfo as unknown as { emit(value: object): void }).emit({ apiName: 'Contact', fields: { Phone: {} } });
  await settle();
};
const all = (element: HTMLElement, id: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const check = (element: HTMLElement, id: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-check="${id}"]`)!;
const partOf = (element: HTMLElement, id: string, part: string): HTMLElement | null =>
  check(element, id).querySelector<HTMLElement>(`[data-id="${part}"]`);

describe('c-setup-health', () => {
  beforeEach(() => {
    jest.mocked(org).mockResolvedValue({ SetupOwnerId: '00D1', ConfiguredFor__c: '00D1' });
    jest.mocked(callCenters).mockResolvedValue([{ Name: 'Support', AdapterUrl: 'https://phone.example' }]);
    jest.mocked(screenPopRules).mockResolvedValue([rule]);
    for (const source of answeringNothing) jest.mocked(source).mockResolvedValue([]);
    jest.mocked(trustedSites).mockResolvedValue([site]);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows progress while it runs, and says the result once at the end', async () => {
    const element = await show();
    // The rules wait for what their objects are.
    expect(partOf(element, 'rules', 'verdict')!.textContent).toBe('c.SetupHealthChecking');
    expect(all(element, 'progress')[0]!.textContent).toBe('c.SetupHealthRunning');
    expect(all(element, 'said')[0]!.textContent).toBe('');
    await describeContact();
    expect(partOf(element, 'rules', 'verdict')!.textContent).toBe('c.SetupHealthOk');
    expect(all(element, 'said')[0]!.textContent).toBe('c.SetupHealthSummary');
  });

  it('shows evidence, the fix and the way to Setup for what is wrong, and no fix for what is in order', async () => {
    jest.mocked(callCenters).mockResolvedValue([{ Name: 'Support', AdapterUrl: 'http://phone.example' }]);
    const element = await show();
    await describeContact();
    expect(partOf(element, 'centers', 'verdict')!.textContent).toBe('c.SetupHealthFailed');
    expect(partOf(element, 'centers', 'evidence')!.textContent).toBe('c.SetupHealthCentersNotHttps');
    expect(partOf(element, 'rules', 'fix')).toBeNull();
    partOf(element, 'centers', 'setup')!.click();
    expect(mockWent.mock.calls).toEqual([
      [{ type: 'standard__webPage', attributes: { url: '/lightning/setup/CallCenters/home' } }]
    ]);
  });

  it('asks for the Apex classes of the package by name', async () => {
    await show();
    const [[{ names }]] = jest.mocked(classes).mock.calls as unknown as [[{ names: readonly string[] }]];
    expect(names).toContain('CallLogs');
  });

  it('leaves to a person what no query shows, and says where to look', async () => {
    const element = await show();
    await describeContact();
    expect(partOf(element, 'microphone', 'verdict')!.textContent).toBe('c.SetupHealthUnknown');
    expect(partOf(element, 'microphone', 'evidence')!.textContent).toBe('c.SetupHealthMicrophoneHeader');
    expect(partOf(element, 'microphone', 'fix')!.textContent).toBe('c.SetupHealthMicrophoneFix');
    partOf(element, 'microphone', 'setup')!.click();
    expect(mockWent.mock.calls).toEqual([
      [{ type: 'standard__webPage', attributes: { url: '/lightning/setup/SecuritySession/home' } }]
    ]);
    expect(partOf(element, 'sites', 'fix')).toBeNull();
  });

  it('says which permission set is missing, and still shows the checks that could be made', async () => {
    const refused = { body: { exceptionType: 'System.NoAccessException', message: 'no' } };
    jest.mocked(fieldAccess).mockRejectedValue(refused);
    jest.mocked(agents).mockRejectedValue(refused);
    const element = await show();
    await describeContact();
    expect(partOf(element, 'fields', 'verdict')!.textContent).toBe('c.SetupHealthUnknown');
    expect(all(element, 'no-access').map(({ textContent }) => textContent)).toEqual(['c.SetupHealthNoAccess']);
    expect(partOf(element, 'fields', 'error')).toBeNull();
    expect(partOf(element, 'centers', 'verdict')!.textContent).toBe('c.SetupHealthOk');
  });

  it('offers no fix for what failed by chance', async () => {
    const failure = new TypeError('Failed to fetch');
    jest.mocked(fieldAccess).mockRejectedValue(failure);
    const element = await show();
    await describeContact();
    expect(all(element, 'no-access')).toEqual([]);
    expect((partOf(element, 'fields', 'error') as HTMLElement & { errors: unknown }).errors).toBe(failure);
    expect(partOf(element, 'fields', 'fix')).toBeNull();
  });

  it('checks again', async () => {
    jest.mocked(callCenters).mockResolvedValueOnce([]);
    const element = await show();
    await describeContact();
    expect(partOf(element, 'centers', 'verdict')!.textContent).toBe('c.SetupHealthFailed');
    all(element, 'again')[0]!.click();
    await settle();
    await describeContact();
    expect(partOf(element, 'centers', 'verdict')!.textContent).toBe('c.SetupHealthOk');
  });

  it('can be started again while a check does not end, and takes no news of the run before', async () => {
    let end: ((answer: unknown) => void) | undefined;
    jest.mocked(callCenters).mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
    const element = await show();
    await describeContact();
    all(element, 'again')[0]!.click();
    await settle();
    await describeContact();
    end!([]);
    await settle();
    expect(partOf(element, 'centers', 'verdict')!.textContent).toBe('c.SetupHealthOk');
    expect(all(element, 'check')).toHaveLength(16);
  });

  it('copies the whole result as text', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const element = await show();
    await describeContact();
    all(element, 'copy')[0]!.click();
    await settle();
    const [[text]] = writeText.mock.calls as [[string]];
    expect(text).toContain('[c.SetupHealthFailed] c.SetupHealthResultsTitle');
    expect(text).toContain('  > c.SetupHealthResultsFix');
    expect(all(element, 'said')[0]!.textContent).toBe('c.SetupHealthCopied');
  });

  it('shows the text where the browser does not allow copying', async () => {
    Object.assign(navigator, { clipboard: undefined });
    const element = await show();
    await describeContact();
    all(element, 'copy')[0]!.click();
    await settle();
    expect((all(element, 'text')[0] as HTMLElement & { value: string }).value).toContain('c.SetupHealthTitle');
  });

  it('is accessible while it runs and afterwards', async () => {
    jest.mocked(fieldAccess).mockRejectedValue(new Error('x'));
    const element = await show();
    await expect(element).toBeAccessible();
    await describeContact();
    await expect(element).toBeAccessible();
  }, 30_000);
});
