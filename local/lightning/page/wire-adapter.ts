/** What LWC calls to give a component data. */
export type AdapterConstructor<Config, Value> = new (emit: (value: Value) => void) => {
  connect(): void;
  update(config: Config): void;
  disconnect(): void;
};

/**
 * A wire adapter that starts `supply` whenever the component is connected or its config changes; `supply` gives values until what
 * it returned is called. An undefined value in the config means not yet, as on the platform.
 */
export function wireAdapter<Config extends object, Value>(
  first: Value,
  supply: (config: Config, emit: (value: Value) => void) => (() => void) | void
): AdapterConstructor<Config, Value> {
  return class {
    readonly #emit: (value: Value) => void;
    #config: Config | undefined;
    #connected = false;
    #stop: (() => void) | void = undefined;

    constructor(emit: (value: Value) => void) {
      this.#emit = emit;
      emit(first);
    }

    connect(): void {
      this.#connected = true;
      this.#restart();
    }

    update(config: Config): void {
      this.#config = config;
      this.#restart();
    }

    disconnect(): void {
      this.#connected = false;
      this.#stop?.();
      this.#stop = undefined;
    }

    #restart(): void {
      this.#stop?.();
      this.#stop = undefined;
      const config = this.#config;
      if (!this.#connected || config === undefined || Object.values(config).includes(undefined)) return;
      let current = true;
      const stop = supply(config, (value) => {
        if (current) this.#emit(value);
      });
      this.#stop = () => {
        current = false;
        stop?.();
      };
    }
  };
}
