// The parts of a clip, each coded once: found where it was kept, else made of kept sentences and kept.
// It must never know titles, clips, or the order parts come in.
import { SoundError } from './errors.ts';
import type { Entry } from './kept/entry.ts';
import type { Kept } from './kept/kept.ts';
import { partKey } from './kept/keys.ts';
import { type MasteredPart, masterParts, PART_VERSION, type RawPart } from './mastering/part.ts';
import { type Profile, profileMark } from './mastering/profiles.ts';
import { packChunk, unpackChunk } from './packets.ts';
import type { SaidHead, Talk } from './speech.ts';
import type { TimedPart } from './timetable.ts';

export type PartFacts = {
  said: SaidHead[];
  preSkipSamples: number;
  blocks: number[];
  truePeakDb: number | null;
};
type KeptEntry = Entry<PartFacts>;
export type CodedPart = PartFacts & { key: string; packets: Uint8Array[] };

export type PartRoom = {
  keyOf(sentences: readonly string[], last: boolean): string;
  nameOf(part: TimedPart): string;
  /** without its packets; null: not kept */
  facts(key: string): Promise<PartFacts | null>;
  /** those whose facts were asked for are read while there is nothing else to do, as many as may be held */
  readAhead(): void;
  /** @throws SoundError; SpoiltSentence when it must be said again */
  coded(parts: readonly TimedPart[]): Promise<CodedPart[]>;
};

/** A sentence that was there is not there any more, or not whole. */
export class SpoiltSentence extends Error {}

/** Of some sixty kilobytes each: twenty minutes of sound. */
const HELD_MAX = 64;

export function createPartRoom(of: {
  kept: Kept;
  talk: Talk;
  profile: Profile;
  fullStopMs: number;
  sampleRateHz: number;
  signal: AbortSignal;
}): PartRoom {
  const { kept, talk, profile, fullStopMs } = of;
  const ahead = createAhead(kept);
  const mastering = `${PART_VERSION}/${profileMark(profile)}`;
  const keyOf = (sentences: readonly string[], last: boolean) =>
    partKey({ sentences, fullStopMs, last, mastering });
  async function make(parts: readonly TimedPart[]): Promise<CodedPart[]> {
    const raw: RawPart[] = [];
    for (const part of parts)
      raw.push({
        ...{ samples: await soundOf(part, talk), sampleRateHz: of.sampleRateHz },
        frames: part.layout.frames,
      });
    const mastered = await masterParts(raw, { profile, signal: of.signal });
    const made = parts.map((part, at) => codedOf(part, { key: nameOf(part), of: mastered[at] }));
    for (const { key, packets, ...head } of made)
      await kept.put('parts', key, { head, body: packChunk(packets) });
    return made;
  }
  async function findOrMake(parts: ReadonlyMap<string, TimedPart>) {
    const coded = new Map<string, CodedPart>();
    const asking = [...parts].map(async ([key, part]) =>
      keptPart(await ahead.take(key), { part, key }),
    );
    for (const known of await Promise.all(asking)) if (known !== null) coded.set(known.key, known);
    const missing = [...parts].filter(([key]) => !coded.has(key)).map(([, part]) => part);
    if (missing.length > 0) for (const one of await make(missing)) coded.set(one.key, one);
    return coded;
  }
  const nameOf = ({ said, last }: TimedPart) =>
    keyOf(
      said.map(({ key }) => key),
      last,
    );
  const underWay = new Map<string, Promise<ReadonlyMap<string, CodedPart>>>();
  return {
    keyOf,
    nameOf,
    facts: ahead.facts,
    readAhead: ahead.read,
    /** A bulletin read twice has most parts twice. */
    async coded(parts) {
      if (of.signal.aborted) throw new SoundError('stopped', of.signal.reason);
      const keys = parts.map(nameOf);
      const fresh = new Map<string, TimedPart>();
      for (const [at, part] of parts.entries()) {
        const key = keys[at] ?? '';
        if (!underWay.has(key)) fresh.set(key, part);
      }
      const making = findOrMake(fresh);
      for (const key of fresh.keys()) underWay.set(key, making);
      const all = keys.map(async (key) => (await underWay.get(key))?.get(key) as CodedPart);
      return Promise.all(all).finally(() => {
        for (const key of fresh.keys()) underWay.delete(key);
      });
    },
  };
}

/** Kept parts by what was asked of them: first their facts, then the whole, read when there is time for it. */
function createAhead(kept: Kept) {
  const known = new Set<string>();
  const held = new Map<string, Promise<KeptEntry | null>>();
  return {
    async facts(key: string): Promise<PartFacts | null> {
      const facts = await kept.head<PartFacts>('parts', key);
      if (facts !== null) known.add(key);
      return facts;
    },
    read(): void {
      for (const key of known) {
        if (held.size >= HELD_MAX) return;
        known.delete(key);
        held.set(key, kept.get<PartFacts>('parts', key));
      }
    },
    take(key: string): Promise<KeptEntry | null> {
      const entry = held.get(key) ?? kept.get<PartFacts>('parts', key);
      held.delete(key);
      return entry;
    },
  };
}

function keptPart(
  entry: KeptEntry | null,
  { part, key }: { part: TimedPart; key: string },
): CodedPart | null {
  const whole = entry !== null && isWhole(entry.head, entry.body, part.layout.frames);
  return whole ? { ...entry.head, key, packets: unpackChunk(entry.body) } : null;
}

async function soundOf({ said, layout }: TimedPart, talk: Talk): Promise<Int16Array> {
  const sound = new Int16Array(layout.samples);
  for (const [index, one] of said.entries()) {
    const samples = await talk.samplesOf(one);
    if (samples === null) throw new SpoiltSentence();
    sound.set(samples, layout.placed[index]?.at);
  }
  return sound;
}

function codedOf(part: TimedPart, made: { key: string; of: MasteredPart | undefined }): CodedPart {
  if (made.of === undefined) throw new SoundError('ffmpeg-failed');
  return { ...made.of, said: part.said.map(headOf), key: made.key };
}

function headOf({ key, samples, by, pauses }: SaidHead): SaidHead {
  return { key, samples, by, pauses };
}

/** The digest says the bytes are as written; this, that they are of this part. */
function isWhole(head: PartFacts, body: Uint8Array, frames: number): boolean {
  return Array.isArray(head.blocks) && unpackChunk(body).length === frames;
}
