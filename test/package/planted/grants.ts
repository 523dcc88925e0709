import { permissionSet } from './places';
import type { Edit } from './plant';

/** The three steps of the ladder, from the top. */
export const ladder = ['RingdownAdmin', 'RingdownSupervisor', 'RingdownAgent'].map(permissionSet) as [
  admin: string,
  supervisor: string,
  agent: string
];

/** Grants a field beside all others. */
export const grant = (file: string, name: string, editable = true, readable = true): Edit => ({
  file,
  replace: '<fieldPermissions>',
  by: `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions><fieldPermissions>`
});

/** Takes away one access with all that stands in its element. */
export const revoke = (file: string, kind: string, name: string): Edit => ({
  file,
  replace: new RegExp(`<${kind}>(?:(?!</${kind}>)[\\s\\S])*>${name}<[\\s\\S]*?</${kind}>`),
  by: ''
});
