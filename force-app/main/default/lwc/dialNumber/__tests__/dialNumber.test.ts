import { createElement } from 'lwc';
import { MessageContext, publish } from 'lightning/messageService';
import DialNumber from 'c/dialNumber';

type Shown = HTMLElement & { number: string; shown?: string; recordId?: string };

afterEach(() => {
  document.body.replaceChildren();
  jest.mocked(publish).mockClear();
});

async function show(properties: Partial<Shown>): Promise<HTMLButtonElement> {
  const element = createElement<Shown>('c-dial-number', { is: DialNumber as never });
  Object.assign(element, properties);
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  await Promise.resolve();
  await expect(element).toBeAccessible();
  return element.shadowRoot!.querySelector('button')!;
}
const asked = (): unknown => jest.mocked(publish).mock.calls.map(([, , message]) => message);

describe('c-dial-number', () => {
  it('asks the phone to dial the number, with whom it belongs to', async () => {
    const button = await show({ number: '+14155550132', shown: '(415) 555-0132', recordId: '003000000000001AAA' });
    expect(button.textContent?.trim()).toBe('(415) 555-0132');
    expect(button.getAttribute('aria-label')).toBe('c.DialNumberCall');
    button.click();
    const body = { number: '+14155550132', recordId: '003000000000001AAA' };
    expect(asked()).toEqual([{ type: 'dial', body }]);
  });

  it('takes a double click for one, and a number for its own words', async () => {
    const button = await show({ number: '+14155550132' });
    button.click();
    button.click();
    expect(button.textContent?.trim()).toBe('+14155550132');
    expect(asked()).toEqual([{ type: 'dial', body: { number: '+14155550132' } }]);
  });
});
