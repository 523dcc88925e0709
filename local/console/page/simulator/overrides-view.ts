import { capabilityNames } from '../../protocol/connector-ready';
import { callInfoFlags, noOverrides, type Overrides } from '../../protocol/overrides';
import { chooseOverrides, chosenOverrides } from '../host/chosen-overrides';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from '../view/button';
import { buttons, checkField, choiceField, section, textField } from './form';

const words: readonly (readonly [string, string])[] = [
  ['', 'As the connector says'],
  ['true', 'Yes'],
  ['false', 'No']
];

/** What the SDK calls CONTACT_TYPE; flows are Salesforce's own. */
const contactKinds = ['Agent', 'Queue', 'PhoneBook', 'PhoneNumber'] as const;

/** Replaces what the connector says it can do, and what its calls allow: from the next message on, capabilities at the next READY. */
export function showOverrides(omni: Omni): HTMLElement {
  const now = chosenOverrides();
  const rows = (names: readonly string[], chosen: Readonly<Record<string, unknown>>): readonly Row[] =>
    names.map((name) => {
      const { row, input } = choiceField(name, words);
      input.value = String(chosen[name] ?? '');
      return { name, row, input };
    });
  const able = rows(capabilityNames, now.capabilities);
  const info = rows(callInfoFlags, now.callInfo);
  const removal = choiceField('removeParticipantVariant', [
    ['', 'As the connector says'],
    ['ALWAYS', 'Always'],
    ['NEVER', 'Never'],
    ['ALWAYS_EXCEPT_ON_HOLD', 'Except on hold']
  ]);
  removal.input.value = String(now.callInfo['removeParticipantVariant'] ?? '');
  const { recordingUrl = '', recordingDuration, contactTypes } = now.answers;
  const url = textField('Signed recording URL', recordingUrl, 'url');
  const seconds = textField(
    'Its duration in seconds',
    recordingDuration === undefined ? '' : String(recordingDuration),
    'number'
  );
  const kinds = contactKinds.map((name) => ({ name, ...checkField(name, contactTypes?.includes(name) ?? true) }));
  const said = (list: readonly Row[]): Readonly<Record<string, boolean>> =>
    Object.fromEntries(
      list.filter(({ input }) => input.value !== '').map(({ name, input }) => [name, input.value === 'true'])
    );
  const chosen = (): Overrides => ({
    capabilities: said(able),
    callInfo: {
      ...said(info),
      ...(removal.input.value === '' ? {} : { removeParticipantVariant: removal.input.value })
    },
    answers: {
      ...(url.input.value === '' ? {} : { recordingUrl: url.input.value }),
      ...(seconds.input.value === '' ? {} : { recordingDuration: Number(seconds.input.value) }),
      ...(kinds.every(({ input }) => input.checked)
        ? {}
        : { contactTypes: kinds.filter(({ input }) => input.checked).map(({ name }) => name) })
    }
  });
  const apply = (overrides: Overrides): void => {
    chooseOverrides(overrides);
    omni.reload();
  };
  const clear = (): void => {
    for (const { input } of [...able, ...info, removal, url, seconds]) input.value = '';
    for (const { input } of kinds) input.checked = true;
    apply(noOverrides);
  };
  return section(
    'What the connector says',
    make('p', {}, 'Applied to what comes from the connector, before the console looks at it.'),
    buttons(
      button('Apply and reload', () => apply(chosen()), { look: 'brand', key: 'apply-overrides' }),
      button('As the connector says', clear, { key: 'clear-overrides' })
    ),
    make('h4', {}, 'Capabilities'),
    ...able.map(({ row }) => row),
    make('h4', {}, 'Calls'),
    removal.row,
    ...info.map(({ row }) => row),
    make(
      'fieldset',
      {},
      make('legend', { class: 'slds-form-element__label' }, 'Kinds of contacts'),
      ...kinds.map(({ row }) => row)
    ),
    make('h4', {}, 'Recordings'),
    url.row,
    seconds.row
  );
}

type Row = { readonly name: string; readonly row: HTMLElement; readonly input: HTMLSelectElement };
