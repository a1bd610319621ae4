// What speech recognition looks like from inside the checking of clips; off unless a model is given.
// It must never know sentences, clips or which engine listens.

export type Ear = {
  /** which one listened, for the log */
  id: string;
  /** what it wants to be given */
  sampleRateHz: number;
  /** @throws SoundError stopped, or of the engine: the clip is then judged without it */
  hear(samples: Float32Array, signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
};
