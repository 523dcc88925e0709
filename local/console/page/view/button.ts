import { make } from '../make';

/** A button of SLDS with words on it. */
export function button(
  label: string,
  press: () => void,
  more: {
    readonly look?: 'neutral' | 'brand' | 'destructive' | 'success' | 'base';
    readonly key?: string;
    readonly isDisabled?: boolean;
    readonly isPressed?: boolean;
    readonly icon?: string;
  } = {}
): HTMLButtonElement {
  const { look = 'neutral', key = label, isDisabled = false, isPressed, icon: name } = more;
  const made = make(
    'button',
    {
      type: 'button',
      class: `slds-button ${look === 'base' ? '' : `slds-button_${look}`}`.trim(),
      'data-key': key,
      disabled: isDisabled,
      'aria-pressed': isPressed === undefined ? undefined : String(isPressed)
    },
    ...(name === undefined ? [] : [icon(name, 'slds-button__icon slds-button__icon_left')]),
    label
  );
  made.addEventListener('click', press);
  return made;
}

/** An icon of SLDS's utility sprite, which says nothing to a screen reader. */
export function icon(name: string, className = 'slds-icon slds-icon_x-small slds-icon-text-default'): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('class', className);
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', iconAddress(name));
  drawing.append(use);
  return drawing;
}

/** Where the drawing of an icon is. */
export const iconAddress = (name: string): string => `/slds/icons/utility-sprite/svg/symbols.svg#${name}`;
