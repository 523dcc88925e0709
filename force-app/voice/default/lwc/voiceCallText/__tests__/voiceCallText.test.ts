import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import readTask from '@salesforce/apex/CallLogs.read';
import readParts from '@salesforce/apex/CallLogParts.read';
import VoiceCallText from '../voiceCallText';

jest.mock('@salesforce/apex/CallLogs.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CallLogParts.read', () => ({ default: jest.fn() }), { virtual: true });

type Part = HTMLElement & { recordId: string; objectApiName: string };

const says = async (firstPart: string | null): Promise<void> => {
  const fields = { FirstPart__c: { value: firstPart, displayValue: null } };
  (getRecord as unknown as { emit(value: unknown): void }).emit({ apiName: 'VoiceCall', fields });
  await new Promise((resolve) => setTimeout(resolve));
};

function show(): { readonly element: HTMLElement; readonly text: () => Part | null } {
  const element = createElement('c-voice-call-text', { is: VoiceCallText });
  Object.assign(element, { recordId: '0LQ000000000001AAA' });
  document.body.appendChild(element);
  return { element, text: () => element.shadowRoot!.querySelector<Part>('c-call-log-text') };
}

describe('c-voice-call-text', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the text from its first part on, and nothing of a call whose description is whole', async () => {
    (readParts as unknown as jest.Mock).mockResolvedValue([]);
    const { element, text } = show();
    expect(text()).toBeNull();
    await says('a01000000000001AAA');
    expect([text()?.recordId, text()?.objectApiName]).toEqual(['a01000000000001AAA', 'CallLogPart__c']);
    expect(readTask).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await says(null);
    expect(text()).toBeNull();
  });
});
