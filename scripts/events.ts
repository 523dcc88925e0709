/** Everything that happens while a command works; reporters turn these into words. */
export type RingdownEvent =
  | { readonly type: 'step-started'; readonly step: string; readonly title: string }
  | { readonly type: 'step-progress'; readonly step: string; readonly detail: string }
  | { readonly type: 'step-finished'; readonly step: string; readonly outcome: StepOutcome; readonly detail?: string }
  | {
      readonly type: 'waiting';
      readonly what: string;
      readonly milliseconds: number;
      readonly reason: string;
      readonly attempt: number;
    };

export type StepOutcome = 'done' | 'changed' | 'unchanged' | 'failed' | 'waiting-for-person';

export type Emit = (event: RingdownEvent) => void;
