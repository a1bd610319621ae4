// What a sink is: a place that takes samples (24 kHz, mono, 16 bit) and lets them be heard.
// It must never know streams' contents, plans or networks.

export type Opening = {
  streamId: string;
  /** goes on in the middle of a stream that was begun before this process: never overwrite that part */
  rejoins: boolean;
};
export type Beginning = {
  /** from the plan's T to the first sample: this speaker's own offset */
  offsetMs: number;
  /** the first sample comes so late (a few milliseconds; what is later was skipped) */
  lateMs: number;
  /** the part that was skipped, milliseconds of the sound */
  skippedMs: number;
};

/** One uninterrupted use of a sink, opened before T and begun at T. Nothing here waits. */
export type Outlet = {
  begin(beginning: Beginning): void;
  write(samples: Int16Array): void;
  /** resolves when all is where it should be */
  close(): Promise<void>;
  /** why nothing can be heard any more, or `null` */
  failure(): string | null;
  /** the file, if there is one */
  path: string | null;
};
export type Sink = {
  open(opening: Opening): Outlet;
  /** so long (real) after it was opened it has said if it cannot be heard; none: at once */
  settleMs?: number;
  close(): Promise<void>;
};
