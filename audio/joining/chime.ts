// The chime as a clip: levelled and coded exactly as speech is, made once for each kind of loudspeaker.
// It must never know programmes, or how it sounds (tones.ts).
import { createHash } from 'node:crypto';
import { openClip } from '../clip-file.ts';
import { codeSource } from '../foreign/code.ts';
import { type ClipFacts, type KeptClip, keptOrMade } from '../kept-clip.ts';
import { FOREIGN_RATE_HZ } from '../mastering/foreign.ts';
import { PART_VERSION } from '../mastering/part.ts';
import { PROFILES, type ProfileId, profileMark } from '../mastering/profiles.ts';
import { FRAME_MS } from '../packets.ts';
import { CHIME_MS, chimeSamples } from './tones.ts';

/** Grows with any change of its tones. */
const CHIME_VERSION = 1;
const TITLE = 'Nhạc hiệu';

export async function chimeClip(of: {
  profile: ProfileId;
  clipsDir: string;
  signal: AbortSignal;
  nowMs?: () => number;
}): Promise<KeptClip> {
  const { profile, clipsDir, signal } = of;
  const made = ['chime', CHIME_VERSION, PART_VERSION, profileMark(PROFILES[profile])];
  const id = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  return keptOrMade({
    ...{ clipsDir, id },
    async make({ clip }) {
      const madeAtMs = (of.nowMs ?? Date.now)();
      const part = { atFrame: 0, frames: Math.ceil(CHIME_MS / FRAME_MS) };
      const levelled = await codeSource({
        source: {
          ...{ durationMs: CHIME_MS, parts: [part], faults: [] },
          samplesOf: async () => chimeSamples(FOREIGN_RATE_HZ),
        },
        ...{ profile: PROFILES[profile], signal, clipPath: clip },
        // tones are nobody's voice: nothing says SYNTHETIC
        tags: { title: TITLE, MADE_AT: new Date(madeAtMs).toISOString() },
        onProgress: () => undefined,
      });
      const { sound } = await openClip(clip);
      const facts: ClipFacts = {
        ...{ id, contentHash: sound.contentHash, ...levelled, madeAtMs, profile },
        ...{ durationMs: Math.round(sound.totalSamples / 48), sentences: [], language: null },
        ...{ spokenBy: [], falls: [], parts: [], synthetic: null },
      };
      return { facts, sound };
    },
  });
}
