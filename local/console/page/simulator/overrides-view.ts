import { capabilityNames } from '../../protocol/connector-ready';
import { callInfoFlags, noOverrides, type Overrides } from '../../protocol/overrides';
import { chooseOverrides, chosenOverrides } from '../host/chosen-overrides';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from '../view/button';
import { buttons, choiceField, section } from './form';

const words: readonly (readonly [string, string])[] = [
  ['', 'As the connector says'],
  ['true', 'Yes'],
  ['false', 'No']
];

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
  const said = (list: readonly Row[]): Readonly<Record<string, boolean>> =>
    Object.fromEntries(
      list.filter(({ input }) => input.value !== '').map(({ name, input }) => [name, input.value === 'true'])
    );
  const chosen = (): Overrides => ({
    capabilities: said(able),
    callInfo: {
      ...said(info),
      ...(removal.input.value === '' ? {} : { removeParticipantVariant: removal.input.value })
    }
  });
  const apply = (overrides: Overrides): void => {
    chooseOverrides(overrides);
    omni.reload();
  };
  const clear = (): void => {
    for (const { input } of [...able, ...info, removal]) input.value = '';
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
    ...info.map(({ row }) => row)
  );
}

type Row = { readonly name: string; readonly row: HTMLElement; readonly input: HTMLSelectElement };
