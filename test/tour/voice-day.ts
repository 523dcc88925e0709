import { voiceRep } from '../scenarios/voice-rep';
import { openWholeWorld } from '../voice/whole-world';
import { openCamera, tourContext } from './camera';

/** The same rep on Salesforce Voice, in a call; gives the files. */
export async function voiceDay(folder: string): Promise<readonly string[]> {
  const world = await openWholeWorld();
  const camera = openCamera(folder);
  try {
    const context = await tourContext(await world.browser());
    const desk = (): Promise<void> => Promise.reject(new Error('no desk phone here'));
    const rep = await voiceRep({
      ...{ agent: 'priya', context, url: world.url, password: world.password, desk },
      navigation: 'console'
    });
    const page = rep.page();
    await rep.chooses('Available');
    await rep.isShown('Available');
    await world.phone('POST', '/interactions', {
      ...{ channel: 'phone', from: '+442079460101', to: '+442079460000', agent: 'priya' }
    });
    await page.locator('.call-card[data-state="ringing"]').waitFor();
    await rep.accept();
    await page.locator('.call-card[data-state="connected"]').waitFor();
    await page.getByRole('tab', { name: 'Noor Haddad' }).waitFor();
    await camera.take(page, 'voice');
    return camera.taken;
  } finally {
    await world.close();
  }
}
