import type { Load } from './load-plan';

/** A figure as the bench prints it. */
export type FigureRow = readonly [name: string, value: string];
export type Tell = (row: FigureRow) => void;

/** Ours beside the bare handler's in the same run, and how many times as much it costs. */
export function besideBare(ours: Load, bare: Load): string {
  const times = `1 to ${(bare.perSecond / ours.perSecond).toFixed(1)}, p99 ${(ours.p99 / bare.p99).toFixed(1)} times`;
  return `${shortly(ours)}; bare handler ${shortly(bare)}: ${times}`;
}

function shortly({ perSecond, p99, count }: Load): string {
  return `${perSecond.toFixed(perSecond < 100 ? 1 : 0)} a second, p99 ${p99.toFixed(1)} ms of ${count}`;
}

/** Bytes, and mebibytes from the first on. */
export function inBytes(bytes: number): string {
  if (Math.abs(bytes) < 2 ** 20) return `${Math.round(bytes)} bytes`;
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** Before, after, and what each of so many has added. */
export function growth(before: number, after: number, count: number): string {
  return `${inBytes(before)} before, ${inBytes(after)} after: ${inBytes((after - before) / count)} each`;
}
