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
  /** keys of sentences whose samples were wanted and gone: they are to be said again, whatever part knows them */
  readonly spoilt: ReadonlySet<string>;
  /** without its packets; null: not kept */
  facts(key: string): Promise<PartFacts | null>;
  /** those whose facts were asked for are read while there is nothing else to do, as many as may be held */
  readAhead(): void;
  /** @throws SoundError; SpoiltSentence when it must be said again */
  coded(parts: readonly TimedPart[]): Promise<CodedPart[]>;
  /** each run at once, before its turn: `coded` then hands it over, or throws what went wrong */
  begin(runs: readonly (readonly TimedPart[])[]): Begun;
};
/** `over`: what nobody took yet is ended; nothing of it writes any more */
export type Begun = { over(): Promise<void> };

/** A sentence that was there is not there any more, or not whole. */
export class SpoiltSentence extends Error {}

/** Of some sixty kilobytes each: twenty minutes of sound. */
const HELD_MAX = 64;

type RoomOf = {
  kept: Kept;
  talk: Talk;
  profile: Profile;
  fullStopMs: number;
  sampleRateHz: number;
  signal: AbortSignal;
};

export function createPartRoom(of: RoomOf): PartRoom {
  const { kept, profile, fullStopMs } = of;
  const ahead = createAhead(kept);
  const mastering = `${PART_VERSION}/${profileMark(profile)}`;
  const keyOf = (sentences: readonly string[], last: boolean) =>
    partKey({ sentences, fullStopMs, last, mastering });
  const nameOf = ({ said, last }: TimedPart) =>
    keyOf(
      said.map(({ key }) => key),
      last,
    );
  const spoilt = new Set<string>();
  const findOrMake = createMaker({ ...of, spoilt }, ahead);
  const underWay = new Map<string, Making>();
  const begun = new Map<string, Making>();
  return {
    keyOf,
    nameOf,
    spoilt,
    facts: ahead.facts,
    readAhead: ahead.read,
    /** A bulletin read twice has most parts twice. */
    async coded(parts) {
      if (of.signal.aborted) throw new SoundError('stopped', of.signal.reason);
      const keys = parts.map(nameOf);
      const fresh = new Map<string, TimedPart>();
      for (const [at, part] of parts.entries()) {
        const key = keys[at] ?? '';
        const early = begun.get(key);
        if (early !== undefined) underWay.set(key, early);
        else if (!underWay.has(key)) fresh.set(key, part);
      }
      const making = findOrMake(fresh, of.signal);
      for (const key of fresh.keys()) underWay.set(key, making);
      const all = keys.map(async (key) => (await underWay.get(key))?.get(key) as CodedPart);
      return Promise.all(all).finally(() => {
        for (const key of keys) if (begun.delete(key) || fresh.has(key)) underWay.delete(key);
      });
    },
    begin(runs) {
      const off = new AbortController();
      const signal = AbortSignal.any([of.signal, off.signal]);
      const making = runs.map((run) => {
        const named = run.map((part): [string, TimedPart] => [nameOf(part), part]);
        const parts = new Map(named.filter(([key]) => !begun.has(key)));
        const made = findOrMake(parts, signal);
        for (const key of parts.keys()) begun.set(key, made);
        return made;
      });
      const ended = Promise.allSettled(making);
      return {
        async over() {
          off.abort();
          begun.clear();
          await ended;
        },
      };
    },
  };
}

type Making = Promise<ReadonlyMap<string, CodedPart>>;

/** Those that are kept are read, the others coded in one run, and kept. */
function createMaker(of: RoomOf & { spoilt: Set<string> }, ahead: ReturnType<typeof createAhead>) {
  const { kept, talk, profile, sampleRateHz, spoilt } = of;
  type Named = readonly [key: string, part: TimedPart];
  async function make(parts: readonly Named[], signal: AbortSignal): Promise<CodedPart[]> {
    const raw: RawPart[] = [];
    const gone: string[] = [];
    for (const [, part] of parts) {
      const samples = await soundOf(part, { talk, onGone: (key) => gone.push(key) });
      raw.push({ samples, sampleRateHz, frames: part.layout.frames });
    }
    for (const key of gone) spoilt.add(key);
    if (gone.length > 0) throw new SpoiltSentence(`samples are gone: ${gone.join(', ')}`);
    const mastered = await masterParts(raw, { profile, signal });
    if (signal.aborted) throw new SoundError('stopped', signal.reason);
    const made = parts.map(([key, part], at) => codedOf(part, { key, of: mastered[at] }));
    for (const { key, packets, ...head } of made)
      await kept.put('parts', key, { head, body: packChunk(packets) });
    return made;
  }
  return async (parts: ReadonlyMap<string, TimedPart>, signal: AbortSignal) => {
    const asking = [...parts].map(async ([key, part]) =>
      keptPart(await ahead.take(key), { part, key }),
    );
    const coded = new Map<string, CodedPart>();
    for (const known of await Promise.all(asking)) if (known !== null) coded.set(known.key, known);
    const missing = [...parts].filter(([key]) => !coded.has(key));
    if (missing.length > 0) for (const one of await make(missing, signal)) coded.set(one.key, one);
    return coded;
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

async function soundOf(
  { said, layout }: TimedPart,
  { talk, onGone }: { talk: Talk; onGone(key: string): void },
): Promise<Int16Array> {
  const sound = new Int16Array(layout.samples);
  for (const [index, one] of said.entries()) {
    const samples = await talk.samplesOf(one);
    if (samples === null) onGone(one.key);
    else sound.set(samples, layout.placed[index]?.at);
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
