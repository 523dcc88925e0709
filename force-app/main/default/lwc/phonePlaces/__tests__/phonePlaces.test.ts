import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import PhonePlaces from 'c/phonePlaces';

jest.mock('@salesforce/label/c.PhonePlacesElsewhere', () => ({ default: 'elsewhere {0}', __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/label/c.PhonePlacesSince', () => ({ default: 'since {0}', __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/label/c.PhonePlacesLastActive', () => ({ default: 'active {0}', __esModule: true }), {
  virtual: true
});

type Button = HTMLElement & { label: string; disabled: boolean; ariaLabel: string; ariaExpanded: string };
type Panel = HTMLElement & { errors: unknown; friendlyMessage: string };

const since = '2026-11-21T08:00:00.000Z';
const place = (placeId: string, more: object = {}): object => ({
  ...{ placeId, name: 'Chrome, Linux', since, lastActiveAt: '2026-11-21T09:30:00.000Z', isThis: placeId === 'here' },
  ...more
});
const say = (body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type: 'places', body });
const settle = (): Promise<void> =>
  Array.from({ length: 4 }).reduce<Promise<void>>((turns) => turns.then(() => undefined), Promise.resolve());
const answers = async (body: object): Promise<void> => {
  say(body);
  await settle();
};

/** What the component asked the phone page for. */
let asked: unknown[] = [];
let subscription: ReturnType<typeof subscribe>;

const find = <Found extends HTMLElement>(element: HTMLElement, id: string): Found | null =>
  element.shadowRoot!.querySelector<Found>(`[data-id="${id}"]`);
const all = <Found extends HTMLElement>(element: HTMLElement, id: string): readonly Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(`[data-id="${id}"]`)
];
const texts = (element: HTMLElement, id: string): readonly (string | null)[] =>
  all(element, id).map(({ textContent }) => textContent);
const click = async (button: HTMLElement | null | undefined): Promise<void> => {
  button!.click();
  await settle();
};
const failure = (element: HTMLElement): string | undefined => {
  const panel = find<Panel>(element, 'failed')!;
  return panel.errors === undefined ? undefined : panel.friendlyMessage;
};
const retry = async (element: HTMLElement): Promise<void> => {
  find(element, 'failed')!.dispatchEvent(new CustomEvent('retry'));
  await settle();
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-phone-places', { is: PhonePlaces });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: unknown): void }).emit({});
  await settle();
  return element;
}
async function opened(): Promise<HTMLElement> {
  const element = await show();
  await click(find(element, 'toggle'));
  return element;
}

describe('c-phone-places', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00.000Z') });
    asked = [];
    subscription = subscribe(createMessageContext(), PHONE_CHANNEL, (message) => {
      const { type, body } = message as { type: string; body: unknown };
      if (type === 'places-wanted') asked.push(body);
    });
  });
  afterEach(() => {
    unsubscribe(subscription);
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('asks nothing before it is opened, and hears nothing', async () => {
    const element = await show();
    await answers({ places: [place('here')] });
    expect(asked).toEqual([]);
    expect(find<Button>(element, 'toggle')!.ariaExpanded).toBe('false');
    expect(all(element, 'place')).toEqual([]);
  });

  it('says that it asks, and then that the rep is logged in nowhere else', async () => {
    const element = await opened();
    expect(asked).toEqual([{}]);
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesAsking']);
    await answers({ places: [place('here')] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesNowhereElse']);
    expect(texts(element, 'this')).toEqual(['c.PhonePlacesThis']);
    expect(all(element, 'log-out')).toEqual([]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says so too where the login is over already', async () => {
    const element = await opened();
    await answers({ places: [] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesNowhereElse']);
    expect(all(element, 'place')).toEqual([]);
  });

  it('shows each place with its browser and times, this one first', async () => {
    const element = await opened();
    await answers({ places: [place('far', { name: undefined }), place('here'), place('near', { name: 'Edge' })] });
    expect(texts(element, 'found')).toEqual(['elsewhere 2']);
    expect(texts(element, 'name')).toEqual(['Chrome, Linux', 'c.PhonePlacesUnknown', 'Edge']);
    expect(texts(element, 'since')[0]).toMatch(/^since .*26/);
    expect(texts(element, 'last-active')[0]).toMatch(/^active .*26/);
    const buttons = all<Button>(element, 'log-out');
    expect(buttons.map(({ dataset }) => dataset.place)).toEqual(['far', 'near']);
    expect(buttons[1]!.ariaLabel).toMatch(/^c\.PhonePlacesLogOutThere: Edge, .*26/);
  });

  it('logs the rep out there, once, and keeps the focus where it is said', async () => {
    const element = await opened();
    await answers({ places: [place('here'), place('there')] });
    await click(find(element, 'log-out'));
    expect(asked).toEqual([{}, { end: 'there' }]);
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesLoggingOut']);
    expect(find<Button>(element, 'log-out')!.disabled).toBe(true);
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'found'));
    // What another component asked for says that the place is still there, and not that it stays.
    await answers({ places: [place('here'), place('there')] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesLoggingOut']);
    await answers({ places: [place('here')] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesNowhereElse']);
    expect(all(element, 'log-out')).toEqual([]);
  });

  it('shows what ended elsewhere as gone', async () => {
    const element = await opened();
    await answers({ places: [place('here'), place('near'), place('there')] });
    await click(all(element, 'log-out')[0]);
    await answers({ places: [place('here')] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesNowhereElse']);
    expect(failure(element)).toBeUndefined();
  });

  it('says that the rep may still be logged in there when the service does not answer, and tries again', async () => {
    const element = await opened();
    await answers({ places: [place('here'), place('there')] });
    await click(find(element, 'log-out'));
    await answers({});
    expect(failure(element)).toBe('c.PhonePlacesNotLoggedOut');
    expect(find<Button>(element, 'log-out')!.disabled).toBe(false);
    await retry(element);
    expect(asked).toEqual([{}, { end: 'there' }, { end: 'there' }]);
    expect(failure(element)).toBeUndefined();
    await answers({ places: [place('here')] });
    expect(texts(element, 'found')).toEqual(['c.PhonePlacesNowhereElse']);
  });

  it('says that the service cannot be asked, and asks again', async () => {
    const element = await opened();
    await answers({});
    expect(failure(element)).toBe('c.PhonePlacesUnanswered');
    expect(texts(element, 'found')).toEqual(['']);
    await retry(element);
    expect(asked).toEqual([{}, {}]);
    await answers({ places: [place('here')] });
    expect(failure(element)).toBeUndefined();
  });

  it('waits no longer for a phone page than that one waits for its service', async () => {
    const element = await opened();
    jest.advanceTimersByTime(11_000);
    await settle();
    expect(failure(element)).toBeUndefined();
    jest.advanceTimersByTime(2_000);
    await settle();
    expect(failure(element)).toBe('c.PhonePlacesUnanswered');
  });

  it('takes no failure of another component for its own', async () => {
    const element = await opened();
    await answers({ places: [place('here')] });
    await answers({});
    expect(failure(element)).toBeUndefined();
  });

  it('forgets everything when it is closed, and asks anew when it is opened', async () => {
    const element = await opened();
    await answers({ places: [place('here'), place('there')] });
    await click(find(element, 'toggle'));
    expect(all(element, 'place')).toEqual([]);
    await answers({ places: [place('here'), place('there')] });
    await click(find(element, 'toggle'));
    expect(all(element, 'place')).toEqual([]);
    expect(asked).toEqual([{}, {}]);
  });
});
