// The room of recorded pieces behind the services' port: files under the data folder, joined as clips.
// It must never decide what is said: only join what is asked to what audio/joining offers.
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { joinPieces } from '../audio/joining/joined.ts';
import { piecePath, sweepPieces, takePiece } from '../audio/joining/pieces.ts';
import { adaptedLater } from './room-errors.ts';
import type { Pieces, PiecesWanted } from './services/frames/pieces-port.ts';
import { asClip } from './studio.ts';

/** Pieces stand under `pieces/` of the data folder, clips where all clips are. */
export function makePieces({ folder }: { folder: string }): Pieces {
  const pieces = join(folder, 'pieces');
  const joined = (wanted: PiecesWanted, clipsDir: string) =>
    adaptedLater(() => joinPieces({ ...wanted, folder: pieces, clipsDir, times: wanted.repeats }));
  return {
    take: (of) => adaptedLater(() => takePiece({ ...of, folder: pieces })),
    soundPath: (hash) => piecePath(pieces, hash),
    join: async (wanted) =>
      asClip(await joined(wanted, join(folder, 'clips')), { folder, doubts: 0 }),
    async tryOut(wanted) {
      const own = join(pieces, `.try-${randomUUID()}`);
      try {
        const { path } = await joined(wanted, own);
        return await readFile(path);
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
    sweep: (named) => sweepPieces(pieces, named),
  };
}
