/** What the host does wrong in the next handshakes, so that a connector can show what it withstands. */
export type Faults = {
  /** A frame of another site, beside the connector, sends SETUP first. */
  readonly siblingFirst: boolean;
  readonly withoutPort: boolean;
  readonly twice: boolean;
  /** `null` goes to the connector before SETUP. */
  readonly nullFirst: boolean;
  /** Milliseconds between the load of the connector and SETUP. */
  readonly delay: number;
  /** Keys that connectorConfig lacks. */
  readonly missingKeys: readonly string[];
};

/** A host as it should be. */
export const noFaults: Faults = {
  siblingFirst: false,
  withoutPort: false,
  twice: false,
  nullFirst: false,
  delay: 0,
  missingKeys: []
};

const key = 'console-faults';

/** The faults that were chosen; they outlive a reload of the page, and end with its tab. */
export function chosenFaults(): Faults {
  try {
    return { ...noFaults, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Faults>) };
  } catch {
    return noFaults;
  }
}

/** Chooses the faults of the next handshakes. */
export function chooseFaults(faults: Partial<Faults>): void {
  sessionStorage.setItem(key, JSON.stringify({ ...noFaults, ...faults }));
}
