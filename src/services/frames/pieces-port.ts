// Recorded pieces as the use-cases need them: taken in, listened to, joined.
// It must never know files or how sound is made; src/pieces-room.ts does it with audio/joining.
import type { Clip } from '../../domain/model.ts';
import type { MakingProgress } from '../ports.ts';

export type TakenPiece = {
  hash: string;
  durationMs: number;
  bytes: number;
  /** what could be mended or borne: told to whoever recorded */
  faults: readonly { kind: string; atMs: number; untilMs: number }[];
};
export type PiecesWanted = {
  title: string;
  /** ISO 639-3 */
  language: string;
  profile: Clip['profile'];
  sentences: readonly (readonly { hash: string; words: string }[])[];
  /** said so often within the one sound */
  repeats: number;
  onProgress(progress: MakingProgress): void;
  signal: AbortSignal;
};
export type Pieces = {
  /** through the one safe door for strangers' files; the file itself is not kept */
  take(of: { bytes: AsyncIterable<Uint8Array>; signal: AbortSignal }): Promise<TakenPiece>;
  /** absolute path of the file a browser can play */
  soundPath(hash: string): string;
  join(wanted: PiecesWanted): Promise<Omit<Clip, 'bulletinId'>>;
  /** the same, heard once and kept nowhere */
  tryOut(wanted: PiecesWanted): Promise<Uint8Array>;
  /** what no row names goes */
  sweep(named: ReadonlySet<string>): Promise<number>;
};
