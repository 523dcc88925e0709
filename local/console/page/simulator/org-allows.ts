import { chooseOrg, chosenOrg } from '../host/chosen-org';
import type { Omni } from '../host/omni';
import { button } from '../view/button';
import { buttons, checkField, section } from './form';

/** Whether the org has calls of many and questions beside a call; the connector is loaded anew, because it hears of it when it begins. */
export function showOrgAllows(omni: Omni): HTMLElement {
  const now = chosenOrg();
  const many = checkField('Calls of up to seven', now.isMultiparty);
  const consult = checkField('Questions in a call of their own', now.isConsult);
  const apply = (): void => {
    chooseOrg({ isMultiparty: many.input.checked, isConsult: consult.input.checked });
    omni.reload();
  };
  return section('What the org allows', many.row, consult.row, buttons(button('Apply', apply, { key: 'apply-org' })));
}
