// Recorded pieces without ffmpeg: named by their bytes, joined into what the fake studio can send.
// It must never decide what is said.
import { createHash } from 'node:crypto';
import type { Pieces, PiecesWanted } from '../../src/services/frames/pieces-port.ts';
import type { FakeStudio } from './fakes.ts';

export type FakePieces = Pieces & {
  joined: PiecesWanted[];
  tried: PiecesWanted[];
  /** the next join waits until it is let go */
  hold(): { letGo(): void };
  /** the next that is joined or taken fails so */
  failNext(error: unknown): void;
  swept: ReadonlySet<string>[];
};

export function fakePieces(studio: FakeStudio): FakePieces {
  let failure: unknown = null;
  let held: Promise<void> | null = null;
  const throwOnce = () => {
    const error = failure;
    failure = null;
    if (error) throw error;
  };
  const said = ({ sentences }: PiecesWanted) =>
    sentences.map((row) => row.map(({ words }) => words).join(' ')).join('. ');
  return {
    ...{ joined: [], tried: [], swept: [] },
    hold() {
      let letGo = () => {};
      held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return { letGo };
    },
    failNext(error) {
      failure = error;
    },
    async take({ bytes }) {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      throwOnce();
      const all = Buffer.concat(parts);
      const hash = createHash('sha256').update(all).digest('hex');
      return { hash, durationMs: 900, bytes: all.length, faults: [] };
    },
    soundPath: (hash) => `/pieces/${hash}.wav`,
    async join(wanted) {
      this.joined.push(wanted);
      const waits = held;
      held = null;
      await waits;
      throwOnce();
      const { title, signal, language, profile, onProgress } = wanted;
      const bytes = Buffer.from(said(wanted));
      const limits = { maxBytes: 1, maxSeconds: 1 };
      const clip = await studio.record({
        ...{ title, bytes, signal, language, profile, onProgress, limits },
      });
      return { ...clip, language };
    },
    async tryOut(wanted) {
      this.tried.push(wanted);
      throwOnce();
      return Buffer.from(`OggS ${said(wanted)}`);
    },
    async sweep(named) {
      this.swept.push(named);
      return 0;
    },
  };
}
