// A sink that hears nothing: for measuring, and for machines without sound.
// It must never know more than how much it was given.
import type { Sink } from './port.ts';

export function makeNullSink(): Sink & { samples(): number } {
  let samples = 0;
  return {
    samples: () => samples,
    open: () => ({
      begin: () => {},
      write: (given) => {
        samples += given.length;
      },
      close: () => Promise.resolve(),
      failure: () => null,
      path: null,
    }),
    close: () => Promise.resolve(),
  };
}
