import { type CallCenter } from './call-center';
import { type OpenCti } from './open-cti';
import { newRings, panelOf, type Panel } from './panel';
import { type Picture } from './picture';
import { type Words } from './words/word';

/** What the panel and its button in the utility bar do. */
export type PanelLine = {
  /** Shows what the phone is doing, and opens the panel when it rings. */
  readonly show: (picture: Picture | undefined) => void;
  readonly open: () => void;
  /** Gives the panel the height that its content needs; never less than the call center says. */
  readonly fit: (needed: number) => void;
};

/** What an administrator's screen still has room for. */
const highest = 800;

/** Keeps the panel as the phone is. Salesforce is told only what changes. */
export function openPanelLine(openCti: OpenCti, callCenter: CallCenter, words: Words): PanelLine {
  let told: Panel | undefined;
  let ringing: ReadonlySet<string> = new Set();
  let height = callCenter.height;

  const open = (): void => void openCti.setSoftphonePanelVisibility(true);
  return {
    open,
    show: (picture) => {
      const panel = panelOf(picture, words);
      if (panel.label !== told?.label) void openCti.setSoftphoneItemLabel(panel.label);
      if (panel.label !== told?.label) void openCti.setSoftphonePanelLabel(panel.label);
      if (panel.icon !== told?.icon) void openCti.setSoftphoneItemIcon(panel.icon);
      told = panel;
      if (newRings(ringing, picture).size > 0) open();
      ringing = new Set(
        (picture?.phone?.calls ?? []).filter(({ state }) => state === 'ringing').map(({ callId }) => callId)
      );
    },
    fit: (needed) => {
      const next = Math.max(callCenter.height, Math.min(highest, Math.ceil(needed)));
      if (next === height) return;
      height = next;
      void openCti.setSoftphonePanelHeight(next);
    }
  };
}
