import type { ResolvedConfig } from '../resolved-config';
import type {
  ChannelName,
  ResolvedDisposition,
  ResolvedLogging,
  ResolvedPresence,
  ResolvedScreenPopRule,
  ResolvedScreenPopWindow
} from '../resolved-config/phone-settings';
import type {
  LoggingSettings,
  PresenceSettings,
  ScreenPopSettings,
  ScreenPopWindowSettings
} from '../schema/phone-settings';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import { recordName } from './record-name';
import type { Scope } from './scope';

type PhoneSettings = Pick<ResolvedConfig, 'logging' | 'screenPop' | 'screenPopWindow' | 'presence' | 'reps'>;

/** What apply writes into our packages: each part only where the file speaks of it. */
export function resolvePhoneSettings(scope: Scope): PhoneSettings {
  const { logging, screenPop, screenPopWindow, presence, reps } = scope.settings;
  return {
    ...(logging === undefined ? {} : { logging: resolveLogging(logging, scope) }),
    ...(screenPop === undefined ? {} : { screenPop: resolveRules(screenPop, scope) }),
    ...(screenPopWindow === undefined ? {} : { screenPopWindow: resolveWindow(screenPopWindow) }),
    ...(presence === undefined ? {} : { presence: resolvePresence(presence, scope) }),
    ...(reps === undefined
      ? {}
      : { reps: { autoLogin: true, ringSound: true, messageSound: true, ...withoutUndefined(reps) } })
  };
}

const channelNames = { phone: 'Phone', chat: 'Chat', voicemail: 'Voicemail', sms: 'SMS' } as const;
const afterSaves = { 'leave-closed': 'LeaveClosed', pop: 'Pop', edit: 'Edit' } as const;
const moments = { offered: 'Offered', accepted: 'Accepted', completed: 'Completed' } as const;
const choices = { open: 'Open', chooser: 'Chooser', nothing: 'Nothing' } as const;
const withoutMatch = { 'new-record': 'NewRecord', search: 'Search', nothing: 'Nothing' } as const;
const directions = { 'to-salesforce': 'ToSalesforce', 'to-phone': 'ToPhone', both: 'Both' } as const;

function resolveLogging(
  { defaultCountry, channels = {}, dispositions }: LoggingSettings,
  scope: Scope
): ResolvedLogging {
  const given = Object.entries(channelNames).flatMap(([key, channel]) => {
    const settings = channels[key as keyof typeof channelNames];
    return settings === undefined ? [] : [{ key, channel, settings }];
  });
  given.forEach(({ key }, position) => scope.trace(['logging', 'channels', position], ['logging', 'channels', key]));
  return {
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
    channels: given.map(
      ({ channel, settings: { autoLog = true, opensWrapUp = true, afterSave = 'leave-closed' } }) => ({
        channel,
        autoLog,
        opensWrapUp,
        afterSave: afterSaves[afterSave]
      })
    ),
    ...(dispositions === undefined ? {} : { dispositions: resolveDispositions(dispositions, scope) })
  };
}

function resolveDispositions(
  given: NonNullable<LoggingSettings['dispositions']>,
  scope: Scope
): readonly ResolvedDisposition[] {
  const path: Path = ['logging', 'dispositions'];
  return given.map(({ value, label, channels = [], requiresNotes = false, followUpDays }, index) => {
    const same = given.findIndex((other) => other.value.toLowerCase() === value.toLowerCase());
    if (same < index) scope.problem(mustBe([...path, index, 'value'], 'an outcome that stands here once', value));
    if (label === undefined && value.length > 40) {
      const fix = 'Give it a label: what reps see holds at most 40 characters';
      scope.problem(mustBe([...path, index, 'value'], 'at most 40 characters where there is no label', value, fix));
    }
    scope.trace([...path, index, 'name'], `derived: ${path.join('.')}[${index}].value`);
    if (label === undefined) scope.trace([...path, index, 'label'], `derived: ${path.join('.')}[${index}].value`);
    return {
      name: recordName(value),
      label: label ?? value,
      value,
      channels: channelsOf(channels),
      requiresNotes,
      ...(followUpDays === undefined ? {} : { followUpDays })
    };
  });
}

function resolveRules(given: ScreenPopSettings, scope: Scope): readonly ResolvedScreenPopRule[] {
  const names = new Map<string, string>();
  return Object.entries(given).map(([key, rule], position) => {
    const name = recordName(key);
    const other = names.get(name.toLowerCase());
    if (other !== undefined) {
      const problem = mustBe(['screenPop', key], `named otherwise: ${other} and it give the same record ${name}`, key);
      scope.problem({ ...problem, atKey: true });
    }
    names.set(name.toLowerCase(), key);
    scope.trace(['screenPop', position], ['screenPop', key]);
    for (const field of ['name', ...(rule.label === undefined ? ['label'] : [])])
      scope.trace(['screenPop', position, field], `derived: screenPop.${key}`);
    const { moment = 'accepted', oneMatch = 'open', manyMatches = 'chooser', noMatch = 'nothing', group } = rule;
    return {
      name,
      label: rule.label ?? sentence(key),
      attribute: rule.attribute,
      object: rule.object,
      field: rule.field,
      channels: channelsOf(rule.channels ?? []),
      moment: moments[moment],
      ...(group === undefined ? {} : { group }),
      oneMatch: choices[oneMatch],
      manyMatches: choices[manyMatches],
      noMatch: withoutMatch[noMatch]
    };
  });
}

const tabs = { tab: 'Tab', subtab: 'Subtab' } as const;
const standards = { button: 'Button', 'screen-pop': 'ScreenPop' } as const;
const windows = { new: 'New', reuse: 'Reuse' } as const;

function resolveWindow(given: ScreenPopWindowSettings): ResolvedScreenPopWindow {
  const { console = 'tab', standard = 'button', duringCall = true, outbound = false, window = 'reuse' } = given;
  const { width, height, left, top } = given;
  return {
    console: tabs[console],
    standard: standards[standard],
    duringCall,
    outbound,
    window: windows[window],
    ...withoutUndefined({ width, height, left, top })
  };
}

function resolvePresence(given: PresenceSettings, scope: Scope): readonly ResolvedPresence[] {
  return Object.entries(given).map(([phoneState, mapped], position) => {
    const { status, direction = 'both' } = typeof mapped === 'string' ? { status: mapped } : mapped;
    const path: Path = ['presence', phoneState];
    scope.trace(['presence', position], path);
    scope.trace(['presence', position, 'status'], typeof mapped === 'string' ? path : [...path, 'status']);
    if (typeof mapped === 'string' || mapped.direction === undefined)
      scope.trace(['presence', position, 'direction'], 'default');
    for (const field of ['name', 'phoneState']) scope.trace(['presence', position, field], path);
    return { name: recordName(phoneState), phoneState, status, direction: directions[direction] };
  });
}

function channelsOf(given: readonly (keyof typeof channelNames)[]): readonly ChannelName[] {
  const all = Object.entries(channelNames);
  return all.flatMap(([key, name]) => (given.includes(key as keyof typeof channelNames) ? [name] : []));
}

/** `contact-by-number` becomes `Contact by number`. */
function sentence(key: string): string {
  const words = key.replace(/-+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withoutUndefined<Given extends object>(
  given: Given
): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
