import { createElement } from 'lwc';
import { getAllUtilityInfo, open, type UtilityInfo } from 'lightning/platformUtilityBarApi';
import PhoneLauncher from 'c/phoneLauncher';
import { consoleApp } from '../appName';

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

const utility = (id: string, utilityLabel: string): UtilityInfo => ({
  id,
  utilityLabel,
  utilityVisible: false,
  isLoaded: true,
  panelHeight: 1,
  panelWidth: 1
});
const bar = [utility('a', 'Phone Session'), utility('b', 'Session: Signed in'), utility('c', 'Phone')];

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function show(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-phone-launcher', { is: PhoneLauncher }) as unknown as HTMLElement;
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, id: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${id}"]`);

describe('c-phone-launcher', () => {
  beforeEach(() => jest.mocked(getAllUtilityInfo).mockResolvedValue(bar));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('opens the softphone of the utility bar, gives it the focus and says so', async () => {
    const element = await show();
    find(element, 'open')!.click();
    await settle();
    expect(open).toHaveBeenCalledWith('c', { autoFocus: true });
    expect(find(element, 'said')!.textContent).toBe('c.PhoneLauncherOpened');
  });

  it('knows the softphone by the label that the page was given', async () => {
    jest.mocked(getAllUtilityInfo).mockResolvedValue([utility('x', 'Phone'), utility('y', 'Softphone')]);
    const element = await show({ utilityLabel: 'softphone ' });
    find(element, 'open')!.click();
    await settle();
    expect(open).toHaveBeenCalledWith('y', { autoFocus: true });
  });

  it('opens Omni-Channel where it holds the phone', async () => {
    jest.mocked(getAllUtilityInfo).mockResolvedValue([utility('x', 'Queues'), utility('y', 'Omni-Channel (Offline)')]);
    const element = await show();
    find(element, 'open')!.click();
    await settle();
    expect(open).toHaveBeenCalledWith('y', { autoFocus: true });
  });

  it.each([
    ['has no phone', async () => [bar[0]!]],
    ['has no utility bar', () => Promise.reject(new Error('no bar'))]
  ])('offers the console app when the app %s', async (_what, answer) => {
    jest.mocked(getAllUtilityInfo).mockImplementation(answer);
    const element = await show();
    expect(find(element, 'open')).toBeNull();
    find(element, 'open-app')!.click();
    expect(mockWent.mock.calls).toEqual([[{ type: 'standard__app', attributes: { appTarget: 'c__RingdownConsole' } }]]);
  });

  it('says when the phone could not be opened', async () => {
    jest.mocked(open).mockRejectedValueOnce(new Error('gone'));
    const element = await show();
    find(element, 'open')!.click();
    await settle();
    expect((find(element, 'error') as HTMLElement & { errors: unknown }).errors).toBeInstanceOf(Error);
    expect(find(element, 'said')!.textContent).toBe('');
  });

  it('offers the console app when the phone went away meanwhile', async () => {
    const element = await show();
    jest.mocked(getAllUtilityInfo).mockResolvedValue([]);
    find(element, 'open')!.click();
    await settle();
    expect(open).not.toHaveBeenCalled();
    expect(find(element, 'open-app')).not.toBeNull();
  });

  it('is accessible with a phone and without', async () => {
    await expect(await show()).toBeAccessible();
    jest.mocked(getAllUtilityInfo).mockResolvedValue([]);
    await expect(await show()).toBeAccessible();
  });
});

describe('consoleApp', () => {
  it.each([
    ['RingdownOrg__c', 'c__RingdownConsole'],
    ['ringdown__RingdownOrg__c', 'ringdown__RingdownConsole'],
    ['my_ns__RingdownOrg__c', 'my_ns__RingdownConsole']
  ])('%s', (object, app) => {
    expect(consoleApp(object)).toBe(app);
  });
});
