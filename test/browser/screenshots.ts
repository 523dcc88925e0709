import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

const folder = path.join(__dirname, 'screenshots');
const recordOf = (place: string): string => path.join(place, 'taken-with.json');

/** What a picture depends on besides the page. */
export type TakenWith = { readonly chromium: string; readonly fonts: string };

/** The pictures that a person has looked at: component, state and language. */
export const reviewed = ['callLog/wrap-up/en', 'queueStatus/live/ja', 'telephonySession/expiring/rtl'] as const;

/** This browser and the fonts of this computer; `unknown` where nothing can list them. */
export function takenHere(chromium: string): TakenWith {
  try {
    const list = execFileSync('fc-list', [':', 'family', 'style', 'fontversion'], { encoding: 'utf8' });
    const sorted = list.split('\n').sort().join('\n');
    return { chromium, fonts: createHash('sha256').update(sorted).digest('hex').slice(0, 16) };
  } catch {
    return { chromium, fonts: 'unknown' };
  }
}

/** What the committed pictures were taken with. */
export const takenThen = (place = folder): TakenWith | undefined =>
  existsSync(recordOf(place)) ? (JSON.parse(readFileSync(recordOf(place), 'utf8')) as TakenWith) : undefined;

/** A picture of the page as a person with a narrow console sees it. */
export async function picture(page: Page): Promise<Buffer> {
  await page.setViewportSize({ width: 400, height: 700 });
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Replaces the committed pictures. */
export function keepPictures(pictures: ReadonlyMap<string, Buffer>, taken: TakenWith, place = folder): void {
  mkdirSync(place, { recursive: true });
  for (const [key, content] of pictures) writeFileSync(fileOf(key, place), content);
  writeFileSync(recordOf(place), `${JSON.stringify(taken, undefined, 2)}\n`);
}

/** The share of pixels, from 0 to 1, in which a picture differs visibly from the committed one. */
export async function shareOfDifference(
  context: BrowserContext,
  key: string,
  actual: Buffer,
  place = folder
): Promise<number> {
  const page = await context.newPage();
  try {
    const committed = readFileSync(fileOf(key, place));
    return await page.evaluate(compare, [committed.toString('base64'), actual.toString('base64')] as const);
  } finally {
    await page.close();
  }
}

const fileOf = (key: string, place: string): string => path.join(place, `${key.replaceAll('/', '.')}.png`);

/** Runs in the browser, which is the PNG decoder at hand. A channel that differs by less than 24 of 255 is not visible. */
async function compare(pictures: readonly [string, string]): Promise<number> {
  const pixels = await Promise.all(
    pictures.map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const drawing = canvas.getContext('2d');
      drawing?.drawImage(image, 0, 0);
      return {
        size: `${image.width}x${image.height}`,
        data: drawing?.getImageData(0, 0, image.width, image.height).data ?? []
      };
    })
  );
  const [one, other] = pixels;
  if (!one || !other || one.size !== other.size) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) >= 24))
      different += 1;
  return (different * 4) / one.data.length;
}
