import { readFileSync } from 'node:fs';
import type { ConsoleSettings, PresenceStatus } from './protocol/connector-config';

export type ReadConsoleSettings =
  { readonly settings: Partial<ConsoleSettings> } | { readonly problems: readonly string[] };

type Check = readonly [isRight: (value: unknown) => boolean, must: string];
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const areTexts = (value: unknown): boolean =>
  isFields(value) && Object.values(value).every((each) => typeof each === 'string');

const text: Check = [isText, 'must be a text'];
const yesOrNo: Check = [(value) => typeof value === 'boolean', 'must be true or false'];
const address: Check = [
  (value) => typeof value === 'string' && URL.canParse(value) && /^https?:\/\//.test(value),
  'must be an https address'
];
const idOf = (prefix: string): Check => [
  (value) => typeof value === 'string' && new RegExp(`^${prefix}[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$`).test(value),
  `must be an id of Salesforce that starts with ${prefix}`
];

const statusFields: Readonly<Record<keyof PresenceStatus, Check>> = {
  statusId: text,
  statusApiName: text,
  statusName: text,
  hasChannels: yesOrNo
};
const isStatus = (value: unknown): boolean =>
  isFields(value) &&
  Object.keys(value).every((key) => Object.hasOwn(statusFields, key)) &&
  Object.entries(statusFields).every(([key, [isRight]]) => isRight(value[key]));

const isFlow = (value: unknown): boolean =>
  isFields(value) && isText(value.name) && isText(value.label) && Object.keys(value).length === 2;

/** What a file may say; what the console itself finds out is not among it. */
const checks: Readonly<Partial<Record<keyof ConsoleSettings, Check>>> = {
  connectorUrl: address,
  loginUrl: address,
  organizationId: idOf('00D'),
  orgDomainName: text,
  scrtUrl: address,
  userId: idOf('005'),
  userName: text,
  userFullName: text,
  callCenterId: idOf('04v'),
  callCenterName: text,
  vendorInfoApiName: text,
  certificate: [(value) => typeof value === 'string', 'must be the text of a certificate, or empty'],
  sections: [
    (value) => isFields(value) && Object.values(value).every(areTexts),
    'must be sections by name, each with texts by the name of its item'
  ],
  presenceStatuses: [
    (value) => Array.isArray(value) && value.length > 0 && value.every(isStatus),
    `must be a list of statuses, each with ${Object.keys(statusFields).join(', ')}`
  ],
  labels: [areTexts, 'must be texts by the name of a label'],
  patience: [
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 600_000,
    'must be a whole number of milliseconds from 1 to 600000'
  ],
  isMultipartyAllowed: yesOrNo,
  isConsultAllowed: yesOrNo,
  omniFlows: [
    (value) => Array.isArray(value) && value.every(isFlow),
    'must be a list of flows, each with name and label'
  ]
};

/** Reads what replaces the console's own settings, or says everything that is wrong with it, where, and what must be there. */
export function readConsoleSettings(file: string): ReadConsoleSettings {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { problems: [code === undefined ? `is not JSON: ${message}` : `cannot be read: ${code}`] };
  }
  if (!isFields(json)) return { problems: ['must be a JSON object, such as {"userName": "ann@example.com"}'] };
  const problems = Object.entries(json).flatMap(([key, value]) => {
    const check = Object.hasOwn(checks, key) ? checks[key as keyof ConsoleSettings] : undefined;
    if (check === undefined) return [`${key} is no setting; there are ${Object.keys(checks).join(', ')}`];
    const [isRight, must] = check;
    return isRight(value) ? [] : [`${key} ${must}, got ${shown(value)}`];
  });
  return problems.length > 0 ? { problems } : { settings: json };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
