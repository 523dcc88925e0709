/** The SDK's default, in pixels. */
export const usualLoginFrameHeight = 350;
/** Taller than the tallest softphone that a contact center may have (2560 pixels) is a mistake. */
export const largestLoginFrameHeight = 2560;

/** Pixels for the login frame: what the connector asks for, or 350 when it asks for nothing that could be shown. */
export function loginFrameHeight(asked: unknown): { readonly pixels: number; readonly problem?: string } {
  if (asked === undefined || asked === null) return { pixels: usualLoginFrameHeight };
  if (typeof asked === 'number' && Number.isFinite(asked) && asked > 0 && asked <= largestLoginFrameHeight)
    return { pixels: asked };
  return {
    pixels: usualLoginFrameHeight,
    problem: `loginFrameHeight ${String(asked)} is no height from 1 to ${largestLoginFrameHeight} pixels; ${usualLoginFrameHeight} is used`
  };
}
