import { parsePhoneMessage } from '../../../core/phone-message/parse-phone-message';
import { type Interaction, type RecordMatch } from '../../../core/interaction/interaction';
import { fieldsOf, textOf } from '../../shared/session-wire/plain-value';

/** One leg that is over, until it is in Salesforce or somebody else logs it. */
export type KeptLeg = {
  readonly callKey: string;
  /** Grows with all that is kept. */
  readonly version: number;
  readonly interaction: Interaction;
  /** The record from which the rep dialled. */
  readonly dialled?: RecordMatch;
  /** The softphone is to log it; else nobody has decided yet. */
  readonly isOurs: boolean;
};

/** The legs of one rep in one org, in the storage of this page's origin. */
export type KeptLegs = {
  /** The oldest first. */
  readonly all: () => readonly KeptLeg[];
  readonly find: (callKey: string) => KeptLeg | undefined;
  readonly keep: (leg: Omit<KeptLeg, 'version'>) => void;
  /** Forgets a leg; with a version, only when nothing was kept since. */
  readonly forget: (callKey: string, version?: number) => void;
  /** A leg is in Salesforce. Remembered over a reload: what is told of it again is added, and nothing is made anew. */
  readonly noteSaved: (callKey: string) => void;
  readonly wasSaved: (callKey: string) => boolean;
  /** Whether some leg is in this page alone, and is lost with it. */
  readonly isInPageAlone: () => boolean;
};

/** More than a rep ends in a day without Salesforce. What comes after is kept in the page alone, and the rep is told. */
const mostKept = 500;
/** More than a phone system still tells of. */
const mostSaved = 200;

/** Opens what is kept under this name. A browser that allows no storage keeps it as long as the page lives. */
export function openKeptLegs(storage: () => Storage, name: string): KeptLegs {
  const prefix = `${name}:`;
  const legs = new Map<string, KeptLeg>();
  const inPage = new Set<string>();
  const placeOf = (callKey: string): string => `${prefix}${callKey}`;

  const savedName = `${name}-saved`;
  const saved = new Set(readKeys(storage, savedName));

  for (const text of storedTexts(storage, prefix)) {
    const leg = readLeg(text);
    if (leg) legs.set(leg.callKey, leg);
  }
  let last = Math.max(0, ...[...legs.values()].map(({ version }) => version));

  const isStored = (leg: KeptLeg): boolean => {
    if (legs.size > mostKept) return false;
    try {
      storage().setItem(placeOf(leg.callKey), JSON.stringify(leg));
      return true;
    } catch {
      return false;
    }
  };

  return {
    all: () => [...legs.values()].sort((one, other) => one.version - other.version),
    find: (callKey) => legs.get(callKey),
    keep: (given) => {
      const leg = { ...given, version: (last += 1) };
      legs.set(leg.callKey, leg);
      if (isStored(leg)) inPage.delete(leg.callKey);
      else inPage.add(leg.callKey);
    },
    forget: (callKey, version) => {
      if (version !== undefined && legs.get(callKey)?.version !== version) return;
      legs.delete(callKey);
      inPage.delete(callKey);
      try {
        storage().removeItem(placeOf(callKey));
      } catch {
        // What could not be written is not there either.
      }
    },
    noteSaved: (callKey) => {
      saved.add(callKey);
      for (const oldest of [...saved].slice(0, -mostSaved)) saved.delete(oldest);
      try {
        storage().setItem(savedName, JSON.stringify([...saved]));
      } catch {
        // The page itself still knows.
      }
    },
    wasSaved: (callKey) => saved.has(callKey),
    isInPageAlone: () => inPage.size > 0
  };
}

function storedTexts(storage: () => Storage, prefix: string): readonly string[] {
  try {
    const kept = storage();
    const names = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '');
    return names.filter((each) => each.startsWith(prefix)).map((each) => kept.getItem(each) ?? '');
  } catch {
    return [];
  }
}

function readKeys(storage: () => Storage, name: string): readonly string[] {
  try {
    const keys = jsonOf(storage().getItem(name) ?? '');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** A leg that an older page kept may have another shape, and anybody may have written into the storage. */
function readLeg(text: string): KeptLeg | undefined {
  const fields = fieldsOf(jsonOf(text));
  const message = parsePhoneMessage({ type: 'interaction', body: { interaction: fields?.interaction } });
  if (message?.type !== 'interaction' || typeof fields?.version !== 'number') return undefined;
  const { interaction } = message.body;
  const dialled = fieldsOf(fields.dialled);
  const recordId = textOf(dialled?.recordId);
  return {
    callKey: interaction.callKey,
    version: fields.version,
    interaction,
    isOurs: fields.isOurs === true,
    ...(recordId ? { dialled: { recordId, name: textOf(dialled?.name) ?? '', objectName: '' } } : {})
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
