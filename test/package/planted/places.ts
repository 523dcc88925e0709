import type { Edit } from './plant';

export const main = 'force-app/main/default';
export const voice = 'force-app/voice/default';
export const postInstall = 'force-app/post-install/default';

export const field = (object: string, name: string): string =>
  `${main}/objects/${object}/fields/${name}.field-meta.xml`;
export const objectFile = (name: string): string => `${main}/objects/${name}/${name}.object-meta.xml`;
export const flexipage = (name: string): string => `${main}/flexipages/${name}.flexipage-meta.xml`;
export const permissionSet = (name: string): string => `${main}/permissionsets/${name}.permissionset-meta.xml`;
export const component = (name: string, ending: string): string => `${main}/lwc/${name}/${name}${ending}`;

/** A metadata file of a type with these elements. */
export const metadata = (type: string, elements: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${elements}</${type}>\n`;

/** Puts a text before another one. */
export const before = (file: string, place: string, text: string): Edit => ({ file, replace: place, by: text + place });
