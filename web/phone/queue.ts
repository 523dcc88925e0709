/** Who waits in a queue, and who serves it. */
export type PhoneQueue = {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly longestWaitSeconds: number;
  readonly agentsAvailable: number;
  readonly agentsTotal: number;
};
