import type { PageLanguage } from './languages';

/**
 * The address of a state's page, each on an origin of its own, so that no page finds in the browser's storage what another left there.
 * Browsers take every name below localhost for this computer (RFC 6761).
 */
export function stateAddress(workbench: string, component: string, name: string, language: PageLanguage): string {
  const host = `${component}-${name}-${language}`.toLowerCase();
  return `http://${host}.${site}:${new URL(workbench).port}/states/${component}/${name}?language=${language}`;
}

/** Where all pages load the same from: being of one site, they share what the browser keeps and has compiled. */
export const sharedOrigin = (port: string | number): string => `http://shared.${site}:${port}`;

const site = 'ringdown.localhost';
