// One part of a clip, levelled by itself and coded: the same packets wherever it stands, and how loud they are.
// It must never know sentences, voices, keys or where parts are kept.
import { SoundError } from '../errors.ts';
import { type Compressed, compress, type Raw } from './compress.ts';
import { gatedLufs } from './gating.ts';
import * as horn from './horn.ts';
import { type Heard, startListening } from './listen.ts';
import {
  type Coded,
  type CodeHow,
  encodeParts,
  type ToCode,
  WARM_UP_FRAMES,
} from './part-coder.ts';
import { frameBytes, type Profile } from './profiles.ts';
import { createRoomTone } from './room-tone.ts';

/** Grows with any change of the sound that no profile's version tells. */
export const PART_VERSION = 2;

export type RawPart = Raw & {
  /** of 60 ms; what the samples leave of the last is room tone */
  frames: number;
};
/** A voice's samples are mono, at its rate. */
export type PartOrder = RawPart & How;
type How = { profile: Profile; signal: AbortSignal };
export type MasteredPart = Omit<Heard, 'samplePeakDb'> & {
  packets: Uint8Array[];
  preSkipSamples: number;
};

/** About one minute in fifteen peaks too high at first (room-tone.ts), hardly one twice. */
const MAX_TRIES = 6;
/** Each part within this of the target: then a row of them is within the ± 0.5 asked for. */
const PART_TOLERANCE_DB = 0.35;
/** Where the limiter takes nearly all, more gain is more distortion. */
const MAX_SLOPE = 4;
const MAX_BEYOND_DB = 3;
/** The slightest change moves a burst of the coder elsewhere, or away. */
const NUDGE = { gainDb: -0.1, leastCeilingDb: 0.2, mostCeilingDb: 1, bitrateBps: 700 };

export async function masterPart({ profile, signal, ...part }: PartOrder): Promise<MasteredPart> {
  const [mastered] = await masterParts([part], { profile, signal });
  return mastered as MasteredPart;
}

/** Some at a time through each program, every one as if it were alone: the same bytes in any company. */
export async function masterParts(
  parts: readonly RawPart[],
  { profile, signal }: How,
): Promise<MasteredPart[]> {
  const compressed = await compress({ parts, profile, signal });
  const trying = compressed.map((one, at) =>
    begun(one, { profile, frames: parts[at]?.frames ?? 0 }),
  );
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const still = trying.filter(({ best }) => best?.faultDb !== 0);
    if (still.length === 0) break;
    const tried = await codeAndHear(still, { profile, signal });
    for (const [at, part] of still.entries()) judge(part, tried[at] as Tried);
  }
  return trying.map(({ best }) => {
    if (best === null) throw new SoundError('ffmpeg-failed');
    const { packets, preSkipSamples, blocks, truePeakDb } = best;
    return { packets, preSkipSamples, blocks, truePeakDb };
  });
}

/** Heard while it is coded: one alone, as after an edit, is done in the time of the longer of the two. */
async function codeAndHear(parts: readonly ToCode[], { profile, signal }: How): Promise<Tried[]> {
  const deaf = new AbortController();
  const listening = startListening(parts.length, signal);
  listening.heard.catch(() => deaf.abort()); // nobody is left to hear the rest
  try {
    const both = AbortSignal.any([signal, deaf.signal]);
    const coded = await encodeParts({ parts, profile, signal: both, onBytes: listening.take });
    const heard = await listening.heard;
    return coded.map((one, at) => ({ ...one, ...(heard[at] as Heard) }));
  } catch (failure) {
    if (deaf.signal.aborted) await listening.heard; // why it died is why this fails
    listening.kill();
    await listening.heard.catch(() => {});
    throw failure;
  }
}

type Tried = Coded & Heard;
type Trying = ToCode & { slope: number; best: (Tried & { faultDb: number }) | null };

function begun(compressed: Compressed, of: { profile: Profile; frames: number }): Trying {
  const { gainDb, slope } = aimAt(compressed.trials);
  const how = { gainDb, ceilingDb: of.profile.ceilingDb, bitrateBps: horn.BITRATE_BPS };
  return { pcm: withTone(compressed, of), how, slope, best: null };
}

function judge(part: Trying, tried: Tried): void {
  const faults = faultsOf(tried);
  const faultDb = faults.overDb + Math.max(0, Math.abs(faults.offDb) - PART_TOLERANCE_DB);
  if (part.best === null || faultDb < part.best.faultDb) part.best = { ...tried, faultDb };
  part.how = next({ how: part.how, faults, slope: part.slope });
}

type Aim = {
  gainDb: number /** how much more gain a decibel costs there: the limiter takes its share */;
  slope: number;
};

/** On the line between the two trials around the target; beyond the last one there is only distortion. */
function aimAt(trials: Compressed['trials']): Aim {
  const wanted = horn.TARGET_LUFS + horn.CODER_LOSS_DB;
  const above = trials.findIndex(({ lufs }) => lufs >= wanted);
  const second = above === -1 ? trials.length - 1 : Math.max(1, above);
  const [low, high] = [trials[second - 1], trials[second]];
  if (low === undefined || high === undefined) throw new SoundError('nothing-to-say');
  const slope = (high.gainDb - low.gainDb) / Math.max(0.1, high.lufs - low.lufs);
  return {
    gainDb: Math.min(low.gainDb + (wanted - low.lufs) * slope, high.gainDb + MAX_BEYOND_DB),
    slope: Math.min(MAX_SLOPE, Math.max(1, slope)),
  };
}

type Faults = { offDb: number; overDb: number };

function faultsOf({ blocks, truePeakDb, samplePeakDb }: Heard): Faults {
  const lufs = gatedLufs(blocks);
  return {
    offDb: lufs === null ? 0 : horn.TARGET_LUFS - lufs,
    overDb: Math.max(
      0,
      (truePeakDb ?? -Infinity) - horn.MAX_TRUE_PEAK_DB,
      (samplePeakDb ?? -Infinity) - horn.MAX_SAMPLE_PEAK_DB,
    ),
  };
}

function next({ how, faults, slope }: { how: CodeHow; faults: Faults; slope: number }): CodeHow {
  const { offDb, overDb } = faults;
  const off = Math.abs(offDb) > PART_TOLERANCE_DB ? slope * offDb : 0;
  if (overDb === 0) return { ...how, gainDb: how.gainDb + off };
  const lower = Math.min(NUDGE.mostCeilingDb, Math.max(NUDGE.leastCeilingDb, overDb));
  return {
    gainDb: how.gainDb + off + NUDGE.gainDb,
    ceilingDb: how.ceilingDb - lower,
    bitrateBps: how.bitrateBps + NUDGE.bitrateBps,
  };
}

/** A room before the part begins, in it, and in what fills its last frame. */
function withTone(
  { pcm }: Compressed,
  { profile, frames }: { profile: Profile; frames: number },
): Uint8Array {
  const bytes = frameBytes(profile);
  const whole = new Uint8Array((WARM_UP_FRAMES + frames) * bytes);
  whole.set(pcm.subarray(0, frames * bytes), WARM_UP_FRAMES * bytes);
  return createRoomTone()(whole);
}
