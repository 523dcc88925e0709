import type { Component } from '../org-data';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The component, with a key prefix of its own when it is a new custom object: `a00` and on for objects and settings, `m00` and on
 * for custom metadata types. An object keeps its prefix as long as it exists.
 */
export function withKeyPrefix(
  component: Component,
  before: Component | undefined,
  all: readonly Component[]
): Component {
  const { type, fullName } = component;
  if (type !== 'CustomObject' || component.keyPrefix !== undefined || !/__(c|mdt)$/.test(fullName)) return component;
  const taken = new Set(all.map((each) => each.keyPrefix));
  const letter = fullName.endsWith('__mdt') ? 'm' : 'a';
  const free = [...digits].flatMap((tens) => [...digits].map((ones) => `${letter}${tens}${ones}`));
  return { ...component, keyPrefix: before?.keyPrefix ?? free.find((prefix) => !taken.has(prefix)) };
}
