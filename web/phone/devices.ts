/** What a rep hears with or speaks into. */
export type AudioDevice = { readonly id: string; readonly kind: 'speaker' | 'microphone'; readonly name: string };

/** Which of them a rep uses. */
export type DeviceChoice = {
  readonly phone?: 'soft' | 'desk';
  readonly speakerId?: string;
  readonly microphoneId?: string;
};

/** Of one direction, since the last report; as WebRTC counts them. */
export type AudioChannel = {
  readonly packets: number;
  readonly packetsLost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
};
