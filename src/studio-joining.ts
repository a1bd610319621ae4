// Joining behind the services' port: clips as rows know them become pieces of files, and the whole a clip again.
// It must never know what is joined, or why.
import { join } from 'node:path';
import type { SoundCode } from '../audio/errors.ts';
import { chimeClip } from '../audio/joining/chime.ts';
import { joinClips } from '../audio/joining/packets.ts';
import type { KeptClip } from '../audio/kept-clip.ts';
import type { Clip } from './domain/model.ts';
import { adaptedLater } from './room-errors.ts';
import type { Joining } from './services/programmes/programmes-door.ts';

export function joiningIn(of: {
  folder: string;
  asClip(made: KeptClip): Omit<Clip, 'bulletinId'>;
}): Joining {
  const { folder, asClip } = of;
  const clipsDir = join(folder, 'clips');
  return {
    async chime(profile) {
      const { signal } = new AbortController(); // two seconds, once
      return asClip(await adaptedLater(() => chimeClip({ profile, clipsDir, signal })));
    },
    async join({ pieces, ...wanted }) {
      const joined = pieces.map(({ clip, pauseFrames }) => ({
        ...{ path: join(folder, clip.path), pauseFrames },
        facts: {
          ...clip,
          sentences: [...clip.sentences],
          spokenBy: [...clip.spokenBy],
          falls: clip.falls.map((fall) => ({ ...fall, reason: fall.reason as SoundCode })),
        },
      }));
      return asClip(await adaptedLater(() => joinClips({ ...wanted, pieces: joined, clipsDir })));
    },
  };
}
