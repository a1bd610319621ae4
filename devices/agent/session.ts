// Which use of the sink a stream sounds in: its own, or the one of what it interrupted.
// It must never know samples or times; it opens before T and closes when nothing is left paused.
import type { Opening, Outlet, Sink } from './sinks/port.ts';

export type Session = {
  /** opens the sink for a stream that will need one of its own */
  prepare(opening: Opening): void;
  outlet(opening: Opening): { outlet: Outlet; isNew: boolean };
  /** a stretch is over; `isLast`: so is its stream */
  finished(streamId: string, isLast: boolean): void;
  /** nothing can be heard through it any more */
  fail(): void;
  close(): Promise<void>;
};

export function makeSession(sink: Sink): Session {
  let prepared: { streamId: string; outlet: Outlet } | null = null;
  let current: { outlet: Outlet; streams: Set<string> } | null = null;
  const closing = new Set<Promise<void>>();

  const shut = (outlet: Outlet) => {
    // A file that cannot be closed was reported by its failure already.
    const shutting: Promise<void> = outlet
      .close()
      .catch(() => {})
      .finally(() => closing.delete(shutting));
    closing.add(shutting);
  };
  const unprepare = () => {
    if (prepared) shut(prepared.outlet);
    prepared = null;
  };
  return {
    prepare(opening) {
      if (prepared?.streamId === opening.streamId || current?.streams.has(opening.streamId)) return;
      unprepare();
      prepared = { streamId: opening.streamId, outlet: sink.open(opening) };
    },
    outlet(opening) {
      const { streamId } = opening;
      if (current) {
        if (prepared?.streamId === streamId) unprepare();
        current.streams.add(streamId);
        return { outlet: current.outlet, isNew: false };
      }
      const outlet = prepared?.streamId === streamId ? prepared.outlet : sink.open(opening);
      if (prepared?.streamId === streamId) prepared = null;
      current = { outlet, streams: new Set([streamId]) };
      return { outlet, isNew: true };
    },
    finished(streamId, isLast) {
      if (!current) return;
      if (isLast) current.streams.delete(streamId);
      if (current.streams.size > 0) return;
      shut(current.outlet);
      current = null;
    },
    fail() {
      if (current) shut(current.outlet);
      current = null;
    },
    async close() {
      unprepare();
      if (current) shut(current.outlet);
      current = null;
      await Promise.all(closing);
    },
  };
}
