import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';
import { reduceErrors } from '../reduceErrors';

type Panel = HTMLElement & { errors: unknown; friendlyMessage?: string; canRetry: boolean };

function show(properties: Partial<Panel>): Panel {
  const panel = createElement('c-error-panel', { is: ErrorPanel }) as unknown as Panel;
  Object.assign(panel, properties);
  document.body.appendChild(panel);
  return panel;
}

const texts = (panel: Panel, id: string): readonly (string | null)[] =>
  [...panel.shadowRoot!.querySelectorAll(`[data-id="${id}"]`)].map((element) => element.textContent);

describe('c-error-panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing while nothing failed', () => {
    expect(show({ errors: undefined }).shadowRoot!.querySelector('[role="alert"]')).toBeNull();
  });

  it('says the friendly sentence first and keeps the words of Salesforce', () => {
    const panel = show({ errors: { body: { message: 'UNABLE_TO_LOCK_ROW' } }, friendlyMessage: 'Try again soon' });
    expect(texts(panel, 'headline')).toEqual(['Try again soon']);
    expect(texts(panel, 'detail')).toEqual(['UNABLE_TO_LOCK_ROW']);
  });

  it('uses the words of Salesforce when there is no other sentence', () => {
    const panel = show({ errors: [new Error('one'), { body: [{ message: 'two' }] }] });
    expect(texts(panel, 'headline')).toEqual(['one']);
    expect(texts(panel, 'detail')).toEqual(['two']);
  });

  it('has a sentence of its own for a failure without words', () => {
    expect(texts(show({ errors: {} }), 'headline')).toEqual(['c.ErrorPanelUnknown']);
  });

  it('asks its parent to try again', () => {
    const panel = show({ errors: 'x', canRetry: true });
    const retried = jest.fn();
    panel.addEventListener('retry', retried);
    panel.shadowRoot!.querySelector<HTMLElement>('[data-id="retry"]')!.click();
    expect(retried).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    await expect(show({ errors: ['one', 'two'], canRetry: true })).toBeAccessible();
  });
});

describe('reduceErrors', () => {
  it.each([
    ['an Apex error', { body: { message: 'Upsert failed' } }, ['Upsert failed']],
    ['a list of UI API errors', { body: [{ message: 'a' }, { message: 'b' }] }, ['a', 'b']],
    ['page errors', { body: { pageErrors: [{ message: 'p' }], message: 'outer' } }, ['p']],
    ['field errors', { body: { output: { fieldErrors: { Name: [{ message: 'f' }] } } } }, ['f']],
    ['record errors', { body: { output: { errors: [{ message: 'r' }] } } }, ['r']],
    ['a network error', new TypeError('Failed to fetch'), ['Failed to fetch']],
    ['an answer without a body', { statusText: 'Bad Gateway' }, ['Bad Gateway']],
    ['the same sentence twice', ['same', 'same', ' '], ['same']],
    ['nothing', null, []]
  ])('reads %s', (_name, failure, sentences) => {
    expect(reduceErrors(failure)).toEqual(sentences);
  });
});
