import { getFocusedTabInfo, openSubtab, openTab } from 'lightning/platformWorkspaceApi';
import { taskPage } from 'c/taskPage';
import { emptyDesk } from '../deskState';
import type { DeskEvents } from '../deskTypes';
import { placeOf } from '../openSaved';
import { toldOutside } from '../toldOutside';
import { withChange, wrapUpOf } from '../wrapUp';
import { interactionOf, ongoing, settings } from './fakes';

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function start(panel: Partial<Parameters<typeof placeOf>[0]> = {}, active?: Element) {
  const offer = jest.fn();
  const announce = jest.fn();
  const told = toldOutside({
    send: jest.fn(),
    openUtility: jest.fn(),
    settings: () => settings,
    place: () => placeOf({ isConsole: true, settings, state: emptyDesk, ...panel }, active),
    offer,
    announce
  });
  const save = async (more: Partial<Parameters<DeskEvents['saved']>[0]> = {}): Promise<void> => {
    const wrapUp = wrapUpOf(interactionOf({ channel: 'chat' }));
    told.saved({ callKey: 'leg-1', taskId: '00T1', isByRep: true, wrapUp, ...more });
    await turn();
  };
  return { save, offer, announce };
}

beforeEach(() => {
  mocked(openTab).mockReset().mockResolvedValue('tab-2');
  mocked(openSubtab).mockReset().mockResolvedValue('tab-3');
  mocked(getFocusedTabInfo).mockReset().mockResolvedValue({ tabId: 'tab-1' });
});

describe('a saved log in the console', () => {
  it('opens in a tab, once, however often the log is saved anew', async () => {
    const { save, offer } = start();
    await save();
    await save();
    expect(mocked(openTab).mock.calls).toEqual([[{ recordId: '00T1', focus: true }]]);
    expect(offer).not.toHaveBeenCalled();
  });

  it('opens for editing, or stays closed, as its channel says', async () => {
    const { save } = start();
    await save({ wrapUp: wrapUpOf(interactionOf({ channel: 'voicemail' })) });
    await save({ callKey: 'leg-2', wrapUp: wrapUpOf(interactionOf()) });
    expect(mocked(openTab).mock.calls).toEqual([[{ pageReference: taskPage('00T1', 'edit'), focus: true }]]);
  });

  it('opens below the tab in front where the org wants subtabs', async () => {
    await start({ settings: { ...settings, tab: 'subtab' } }).save();
    expect(mocked(openSubtab).mock.calls).toEqual([['tab-1', { recordId: '00T1', focus: true }]]);
    expect(openTab).not.toHaveBeenCalled();
  });

  it('does not open when another tab saved it', async () => {
    const { save, offer } = start();
    await save({ isByRep: false });
    expect(openTab).not.toHaveBeenCalled();
    expect(offer).not.toHaveBeenCalled();
  });

  const other = wrapUpOf(interactionOf({ callKey: 'leg-2' }));
  const busy: readonly (readonly [string, Parameters<typeof start>])[] = [
    ['the rep has written in another wrap-up', [{ state: { ...emptyDesk, wrapUps: [withChange(other, {})] } }]],
    ['another call goes on', [{ state: { ...emptyDesk, wrapUps: [wrapUpOf(ongoing({ callKey: 'leg-2' }))] } }]],
    ['the cursor is in another form', [{}, document.createElement('c-call-log-form')]],
    ['there are no tabs', [{ isConsole: false }]]
  ];
  for (const [situation, given] of busy) {
    it(`is offered while ${situation}`, async () => {
      const { save, offer, announce } = start(...given);
      await save();
      expect(openTab).not.toHaveBeenCalled();
      expect(offer.mock.calls).toEqual([['leg-1', 'view']]);
      expect(announce).toHaveBeenLastCalledWith('c.CallLogOffered');
    });
  }

  it('is offered where no tab can be opened, and not held up by a wrap-up that nobody touched', async () => {
    mocked(openTab).mockRejectedValue(new Error('no'));
    const { save, offer } = start({ state: { ...emptyDesk, wrapUps: [other] } });
    await save();
    expect(openTab).toHaveBeenCalledTimes(1);
    expect(offer.mock.calls).toEqual([['leg-1', 'view']]);
  });
});
