/** The sounds of the phone, made in the browser: nothing is loaded. */
export type Tones = {
  /** Whether anything could be heard now; a page that nobody has clicked yet is mute in most browsers. */
  canPlay(): Promise<boolean>;
  /** Rings until the answer is called, two minutes at most. */
  ring(): () => void;
  chime(): void;
};

const loudness = 0.12;
/** Seconds. A double ring and a pause, as most people know it. */
const [burst, gap, cycle, longest] = [0.4, 0.2, 3, 120];
/** Hertz: two tones together for the ring, one after the other for a message. */
const [ringLow, ringHigh, chimeLow, chimeHigh] = [440, 480, 660, 880];

/** Opens the sounds; where the browser has none, they are silent. */
export function openTones(make: () => AudioContext = () => new AudioContext()): Tones {
  let opened: AudioContext | undefined;

  function context(): AudioContext | undefined {
    try {
      return (opened ??= make());
    } catch {
      return undefined;
    }
  }

  /** Plays tones from and to the seconds given, and answers what stops them. */
  function play(frequencies: readonly number[], spans: readonly (readonly [number, number])[]): () => void {
    const audio = context();
    const end = spans.at(-1)?.[1] ?? 0;
    if (!audio) return () => undefined;
    const gain = audio.createGain();
    const now = audio.currentTime;
    gain.gain.setValueAtTime(0, now);
    for (const [from, to] of spans) {
      // Short slopes: a tone that jumps clicks.
      gain.gain.setTargetAtTime(loudness, now + from, 0.01);
      gain.gain.setTargetAtTime(0, now + to, 0.02);
    }
    gain.connect(audio.destination);
    const oscillators = frequencies.map((frequency) => {
      const oscillator = audio.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(gain);
      oscillator.start(now);
      oscillator.stop(now + end + 0.2);
      return oscillator;
    });
    return () => {
      for (const oscillator of oscillators) oscillator.stop();
      gain.disconnect();
    };
  }

  return {
    canPlay: async () => {
      const audio = context();
      if (!audio) return false;
      if (audio.state !== 'running') await Promise.race([audio.resume().catch(() => undefined), soon()]);
      return context()?.state === 'running';
    },
    ring: () => {
      const starts = Array.from({ length: longest / cycle }, (_, at) => at * cycle);
      const spans = starts.flatMap((from) => [
        [from, from + burst] as const,
        [from + burst + gap, from + 2 * burst + gap] as const
      ]);
      return play([ringLow, ringHigh], spans);
    },
    chime: () => {
      play([chimeLow], [[0, 0.15]]);
      play([chimeHigh], [[0.15, 0.4]]);
    }
  };
}

/** A browser that waits for a click answers nothing. */
function soon(): Promise<void> {
  return new Promise((resolve) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the deadline of one answer
    setTimeout(resolve, 200);
  });
}
