// How a clip is to sound where it is heard: a horn on a pole, a loudspeaker in a room, or as it came.
// It must never know whose speech it is, nor how ffmpeg is run.
import * as horn from './horn.ts';

export type ProfileId = 'horn' | 'indoor' | 'flat';

export type Profile = {
  id: ProfileId;
  /** grows with any change of the numbers but the gains that are tried (PART_VERSION tells those): part of what names a clip */
  version: number;
  /** what goes to the coder; half of it is the widest band */
  rateHz: 16_000 | 24_000;
  /** filters before anything else, in ffmpeg's words */
  shape: string;
  /** null: loud and soft stay as far apart as they were spoken */
  compressor: string | null;
  /** of the limiter, in dBFS: the coder's own overshoot must fit above it */
  ceilingDb: number;
  /** tried on each part to find its own: from hardly touched to what the spikiest voice known needs */
  gainsDb: readonly number[];
};

/** Wide enough for a room: 24 kHz is Opus's super-wideband, 12 kHz of sound, more than our voices have. */
const ROOM_RATE_HZ = 24_000;

/**
 * Machine speech is spiky: after 3:1 it takes 16 dB, the spikiest voice 22, hardly any of it heard but as density.
 * A line between two of these misses by 0.2 dB at most, one between two of five by 0.1 (measured on 52 parts of the corpus).
 * Sound that is not spiky needs no more than the first.
 */
const TRIALS_DB = [5, 13, 21];

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  horn: {
    ...{ id: 'horn', version: 2, rateHz: horn.MASTER_RATE_HZ, shape: horn.SHAPE },
    compressor: horn.COMPRESSOR,
    ceilingDb: horn.CEILING_DB,
    gainsDb: TRIALS_DB,
  },
  /** A small box in a village hall: nobody is 200 m away, so two thirds of the compression are not needed. */
  indoor: {
    ...{ id: 'indoor', version: 1, rateHz: ROOM_RATE_HZ, shape: 'highpass=f=80,highpass=f=80' },
    compressor: 'acompressor=threshold=-20dB:ratio=2:attack=10:release=200',
    ceilingDb: -4.4,
    gainsDb: TRIALS_DB,
  },
  /** For a mixer that shapes by itself: level alone, and no spike above it. */
  flat: {
    ...{ id: 'flat', version: 1, rateHz: ROOM_RATE_HZ, shape: 'anull', compressor: null },
    ceilingDb: -4.4,
    gainsDb: TRIALS_DB,
  },
};

export const DEFAULT_PROFILE: ProfileId = 'horn';

export function frameBytes({ rateHz }: Profile): number {
  return (2 * rateHz * horn.FRAME_MS) / 1_000;
}

/** `level=0`: alimiter otherwise turns its output up again. */
export function limiting({ gainDb, ceilingDb }: { gainDb: number; ceilingDb: number }): string {
  const limit = (10 ** (ceilingDb / 20)).toFixed(4);
  return `volume=${gainDb.toFixed(2)}dB,alimiter=limit=${limit}:level=0:attack=5:release=50`;
}

/** As it stands in the name of whatever was made with it. */
export function profileMark({ id, version }: Profile): string {
  return `${id}-${version}`;
}
