// Silence as a broadcaster sends it: the tone of a quiet room, coded once, cut to any number of packets.
// It must never know what stands before or after it.
import { createHash } from 'node:crypto';
import { openKept } from '../kept/kept.ts';
import * as horn from '../mastering/horn.ts';
import { encodePart, WARM_UP_FRAMES } from '../mastering/part-coder.ts';
import { frameBytes, type Profile, profileMark } from '../mastering/profiles.ts';
import { createRoomTone } from '../mastering/room-tone.ts';
import { packChunk, unpackChunk } from '../packets.ts';

export type PausePart = { packets: Uint8Array[]; preSkipSamples: number };

/** Ten seconds: the longest pause a template may wish; a longer one hears the same room again. */
const FRAMES = 167;
/** As much as speech is given on the mean: the room does not grow louder or softer in a pause. */
const GAIN_DB = 10;
/** Grows with any change of the sound. */
const PAUSE_VERSION = 1;

export async function pausePart(of: {
  profile: Profile;
  keptDir: string;
  signal: AbortSignal;
}): Promise<PausePart> {
  const { profile, signal } = of;
  const kept = await openKept(of.keptDir);
  const mark = ['pause', PAUSE_VERSION, profileMark(profile)];
  const key = createHash('sha256').update(JSON.stringify(mark)).digest('hex').slice(0, 32);
  const known = await kept.get<{ preSkipSamples: number }>('parts', key);
  if (known) return { packets: unpackChunk(known.body), ...known.head };
  const empty = new Uint8Array((WARM_UP_FRAMES + FRAMES) * frameBytes(profile));
  const how = { gainDb: GAIN_DB, ceilingDb: profile.ceilingDb, bitrateBps: horn.BITRATE_BPS };
  const pcm = createRoomTone()(empty);
  const coded = await encodePart({ pcm, how, profile, signal });
  const { packets, preSkipSamples } = coded;
  await kept.put('parts', key, { head: { preSkipSamples }, body: packChunk(packets) });
  return { packets, preSkipSamples };
}

/** So many packets of it, from its beginning. */
export function pauseOf({ packets }: PausePart, frames: number): Uint8Array[] {
  return Array.from({ length: frames }, (_, at) => packets[at % packets.length] as Uint8Array);
}
