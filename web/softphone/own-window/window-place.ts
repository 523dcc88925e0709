import { fieldsOf } from '../../shared/session-wire/plain-value';

/** Where a window stands and how large it is inside; pixels. */
export type WindowPlace = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
};

/** As wide as the docked softphone usually is, and high enough for a call with its keypad. */
const usual = { width: 360, height: 640 };
const sides = ['width', 'height', 'left', 'top'] as const;

/** What a window said of itself, or was kept; nothing when it is no place. */
export function readPlace(value: unknown): WindowPlace | undefined {
  const fields = fieldsOf(value);
  const given = sides.map((side) => fields?.[side]);
  if (!given.every((pixels) => typeof pixels === 'number' && Number.isFinite(pixels))) return undefined;
  const place = Object.fromEntries(sides.map((side, index) => [side, Math.round(given[index] as number)]));
  // A browser opens nothing smaller; and a window that was folded away says a size of nothing.
  return place.width! >= 100 && place.height! >= 100 ? (place as WindowPlace) : undefined;
}

/** The place as `window.open` takes it. A browser moves a window that would be on no screen to one that is there. */
export const windowFeatures = (place: WindowPlace | undefined): string =>
  ['popup', ...Object.entries(place ?? usual).map(([side, pixels]) => `${side}=${pixels}`)].join(',');

/** Where a window is now. */
export const placeOf = ({ innerWidth, innerHeight, screenX, screenY }: Window): WindowPlace => ({
  ...{ width: innerWidth, height: innerHeight },
  ...{ left: screenX, top: screenY }
});
