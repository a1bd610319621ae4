// A clip from sentences in two passes: all that is to be heard is said, then coded part by part into one file.
// It must never know ids, titles, or what was made before beyond what is kept.
import { availableParallelism } from 'node:os';
import { openClip, type SoundFacts } from './clip-file.ts';
import { openDiskFile } from './disk.ts';
import { SoundError } from './errors.ts';
import { evenly } from './evenly.ts';
import { inOrder } from './in-order.ts';
import { type Kept, openKept } from './kept/kept.ts';
import { gatedLufs } from './mastering/gating.ts';
import { createOggWriter } from './mastering/ogg-writer.ts';
import type { Profile } from './mastering/profiles.ts';
import { FRAME_MS } from './packets.ts';
import { type Begun, createPartRoom, type PartRoom, SpoiltSentence } from './part-room.ts';
import { partsOf } from './parts.ts';
import { createTalk, type Pace, type Said, type SaidHead, type Talk } from './speech.ts';
import { durationOf, type TimedPart, type Timetable, timetable } from './timetable.ts';
import type { Speaker, Voice } from './voices/port.ts';

export type Rendering = {
  /** each with a letter or a digit */
  sentences: readonly string[];
  speakers?: readonly Speaker[];
  voice: Voice;
  pace: Pace;
  profile: Profile;
  maxSeconds: number | null;
  keptDir: string;
  /** a file of ours, overwritten */
  clipPath: string;
  /** what stands in the file, once it is known who spoke */
  tagsOf(said: readonly Said[]): Record<string, string>;
  onProgress(progress: { step: 'speech' | 'mastering'; done: number; total: number }): void;
  signal: AbortSignal;
};
export type Rendered = {
  /** the file's, read again */
  sound: SoundFacts;
  table: Timetable;
  said: Said[];
  lufs: number | null;
  truePeakDb: number | null;
  /** keys of what it was put together from */
  parts: string[];
};

/** More coders would only starve whatever else this machine does. */
const MAX_CODERS = 4;
/** Parts through one start of each program: starting it costs as much as coding ten seconds. Two and a half minutes of sound are 12 MB. */
const MAX_AT_ONCE = 8;
/** Their heads are small, and a disk answers several as fast as one. */
const PARTS_ASKED = 32;
/** Runs of parts that are only read, half a megabyte each. */
const KEPT_AHEAD = 4;
/** A sentence that rots between saying and coding is said again; a disk that always rots is no disk. */
const MAX_ROUNDS = 3;

/** @throws SoundError; on a full disk what this call kept is taken back */
export async function render(rendering: Rendering): Promise<Rendered> {
  const kept = await openKept(rendering.keptDir);
  try {
    return await rendered(rendering, kept);
  } catch (failure) {
    if ((failure as { code?: unknown }).code === 'disk-full') await kept.takeBack();
    throw failure;
  }
}

async function rendered(rendering: Rendering, kept: Kept): Promise<Rendered> {
  const talk = createTalk({ ...rendering, kept, whileSpeaking: () => room.readAhead() });
  const { voice, pace } = rendering;
  const room: PartRoom = createPartRoom({
    ...{ ...rendering, kept, talk },
    ...{ fullStopMs: pace.fullStopMs, sampleRateHz: voice.sampleRateHz },
  });
  for (let round = 1; ; round += 1) {
    try {
      const spoken = await speakAll(rendering, { talk, room });
      const { table, said } = spoken;
      return { table, said, ...(await codeAll(rendering, { ...spoken, room, kept })) };
    } catch (failure) {
      if (!(failure instanceof SpoiltSentence)) throw failure;
      if (round === MAX_ROUNDS) throw new SoundError('disk-failed', failure);
    }
  }
}

async function speakAll(rendering: Rendering, { talk, room }: { talk: Talk; room: PartRoom }) {
  const { sentences, pace, voice, maxSeconds } = rendering;
  const plan = partsOf(sentences);
  const partOf = plan.flatMap(({ count }, part) => Array<number>(count).fill(part));
  const said: Said[] = [];
  const known = knownFrom({ plan, partOf, talk, room });
  const fresh = new Set<number>();
  const table = await timetable({
    saying: talk.inOrder(async (index) => {
      const head = await known(index);
      if (head === null) fresh.add(index);
      return head;
    }),
    partOf: (index) => partOf[index] ?? 0,
    fullStopMs: pace.fullStopMs,
    rateHz: voice.sampleRateHz,
    maxSeconds,
    onSaid(one) {
      said.push(one);
      rendering.onProgress({ step: 'speech', done: said.length, total: sentences.length });
    },
  });
  return { table, said, fresh };
}

/**
 * A part that is kept knows its sentences, even where their samples were swept long ago. Parts are asked some
 * ahead of the voice: after an edit it begins at once with what is new.
 */
function knownFrom(of: {
  plan: ReturnType<typeof partsOf>;
  partOf: readonly number[];
  talk: Talk;
  room: PartRoom;
}): (index: number) => Promise<SaidHead | null> {
  const { plan, partOf, talk, room } = of;
  const asked = new Map<number, Promise<SaidHead[] | null>>();
  const ask = async (part: number) => {
    const { first, count } = plan[part] ?? { first: 0, count: 0 };
    const keys = Array.from({ length: count }, (_, at) => talk.wantedKey(first + at));
    const facts = await room.facts(room.keyOf(keys, part === plan.length - 1));
    return facts?.said.length === count ? facts.said : null;
  };
  let next = 0;
  return async (index) => {
    const part = partOf[index] ?? 0;
    for (; next < plan.length && next < part + PARTS_ASKED; next += 1) asked.set(next, ask(next));
    asked.delete(part - 2); // those before are said
    const head = (await asked.get(part))?.[index - (plan[part]?.first ?? 0)] ?? null;
    return head !== null && room.spoilt.has(head.key) ? null : head;
  };
}

type Coding = {
  table: Timetable;
  said: readonly Said[];
  /** sentences of parts that are not kept, by their index */
  fresh: ReadonlySet<number>;
  room: PartRoom;
  kept: Kept;
};

/** Every coder busy, packets to the file in order, a few parts in memory. */
async function codeAll(rendering: Rendering, coding: Coding) {
  const { table, said, room, kept } = coding;
  const { parts, frames } = table;
  const { clipPath, onProgress } = rendering;
  const coders = Math.min(MAX_CODERS, availableParallelism());
  const runs = runsOf(parts, coders);
  const file = await openDiskFile(clipPath);
  const begun = beginNew(coding, coders);
  try {
    const coded = inOrder({
      count: runs.length,
      // each that is coded is heard by a program of its own; what is kept is only read
      ahead: begun === null ? coders : KEPT_AHEAD,
      work: async (index) => room.coded(runs[index] ?? []),
    });
    let writer: ReturnType<typeof createOggWriter> | null = null;
    const blocks: number[] = [];
    const keys: string[] = [];
    let [peakDb, packets] = [-Infinity, 0];
    let touching: Promise<void> | null = null;
    for await (const part of each(coded)) {
      if (writer === null) {
        writer = createOggWriter(
          fileOf(rendering, { table, said, preSkipSamples: part.preSkipSamples }),
        );
        await file.write(writer.head());
        touching = usedNow(kept, { parts: parts.map(room.nameOf), said });
      }
      await file.write(writer.add(part.packets));
      for (const block of part.blocks) blocks.push(block);
      keys.push(part.key);
      peakDb = Math.max(peakDb, part.truePeakDb ?? -Infinity);
      packets += part.packets.length;
      const toSeconds = (count: number) => (count * FRAME_MS) / 1_000;
      onProgress({ step: 'mastering', done: toSeconds(packets), total: toSeconds(frames) });
    }
    if (writer !== null) await file.write(writer.end());
    // read as whoever airs it will, while the disk syncs
    const [{ sound }] = await Promise.all([openClip(clipPath), file.sync(), touching]);
    return { sound, lufs: tenths(gatedLufs(blocks)), truePeakDb: tenths(peakDb), parts: keys };
  } finally {
    await begun?.over();
    await file.close();
  }
}

/**
 * After an edit a few parts among many are new: every coder is at them while those that are kept are read.
 * @returns null: too many to begin, each comes in its turn
 */
function beginNew({ table, fresh, room }: Coding, coders: number): Begun | null {
  const parts = table.parts.filter(({ said }) => said.some(({ index }) => fresh.has(index)));
  const few = parts.length < table.parts.length && parts.length <= coders * MAX_AT_ONCE;
  return few ? room.begin(evenly(parts, coders)) : null;
}

/** Some parts for each start of a program, alike, so that every coder has as much to do. */
function runsOf(parts: readonly TimedPart[], coders: number): TimedPart[][] {
  const rounds = Math.ceil(parts.length / (MAX_AT_ONCE * coders));
  return evenly(parts, rounds * coders);
}

async function* each<T>(runs: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const run of runs) yield* run;
}

async function usedNow(kept: Kept, of: { parts: readonly string[]; said: readonly Said[] }) {
  const sentences = of.said.map(({ key }) => key);
  await Promise.all([kept.touch('parts', of.parts), kept.touch('sentences', sentences)]);
}

function fileOf(
  { voice, profile, tagsOf }: Rendering,
  of: { table: Timetable; said: readonly Said[]; preSkipSamples: number },
) {
  return {
    serial: SERIAL,
    preSkipSamples: of.preSkipSamples,
    inputRateHz: profile.rateHz,
    samplesPerPacket: 48 * FRAME_MS,
    totalSamples: Math.round(48 * durationOf(of.table, voice.sampleRateHz)),
    tags: tagsOf(of.said),
  };
}
/** One stream a file: nothing to tell apart, and the same file every time. */
const SERIAL = 0x56580001;

/** As meters print them. */
function tenths(decibels: number | null): number | null {
  return decibels === null || !Number.isFinite(decibels) ? null : Math.round(decibels * 10) / 10;
}
