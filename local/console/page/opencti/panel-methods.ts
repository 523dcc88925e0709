import { succeeded } from '../../opencti/wire';
import type { ClickToDial } from './click-to-dial';
import type { Handler } from './host';
import type { Softphone } from './softphone';

/** Methods about the softphone itself and about numbers that can be clicked. */
export function panelMethods(softphone: () => Softphone, dial: ClickToDial): Readonly<Record<string, Handler>> {
  const changes =
    (name: keyof Parameters<Softphone['change']>[0], argument: string): Handler =>
    (args) => {
      softphone().change({ [name]: args[argument] });
      return succeeded();
    };
  return {
    isSoftphonePanelVisible: () => succeeded({ visible: softphone().state().visible }),
    setSoftphonePanelVisibility: ({ visible }) => {
      softphone().show(visible === true);
      return succeeded();
    },
    setSoftphonePanelHeight: changes('height', 'heightPX'),
    setSoftphonePanelWidth: changes('width', 'widthPX'),
    setSoftphonePanelIcon: changes('panelIcon', 'key'),
    setSoftphonePanelLabel: changes('panelLabel', 'label'),
    setSoftphoneItemIcon: changes('icon', 'key'),
    setSoftphoneItemLabel: changes('label', 'label'),
    notifyInitializationComplete: () => {
      softphone().ready();
      return succeeded();
    },
    enableClickToDial: () => {
      dial.enable(true);
      return succeeded();
    },
    disableClickToDial: () => {
      dial.enable(false);
      return succeeded();
    },
    // The host remembers who listens.
    onClickToDial: () => succeeded()
  };
}
