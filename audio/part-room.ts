// The parts of a clip, each coded once: found where it was kept, else made of kept sentences and kept.
// It must never know titles, clips, or the order parts come in.
import { removeQuietly } from './disk.ts';
import { SoundError } from './errors.ts';
import type { Kept } from './kept/kept.ts';
import { partKey } from './kept/keys.ts';
import { masterPart, PART_VERSION } from './mastering/part.ts';
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
export type CodedPart = PartFacts & { key: string; packets: Uint8Array[] };

export type PartRoom = {
  keyOf(sentences: readonly string[], last: boolean): string;
  /** without its packets; null: not kept */
  facts(key: string): Promise<PartFacts | null>;
  /** @throws SoundError; SpoiltSentence when it must be said again */
  coded(part: TimedPart): Promise<CodedPart>;
};

/** A sentence that was there is not there any more, or not whole. */
export class SpoiltSentence extends Error {}

export function createPartRoom(of: {
  kept: Kept;
  talk: Talk;
  profile: Profile;
  fullStopMs: number;
  sampleRateHz: number;
  scratchPath: string;
  signal: AbortSignal;
}): PartRoom {
  const { kept, talk, profile, fullStopMs } = of;
  const mastering = `${PART_VERSION}/${profileMark(profile)}`;
  const keyOf = (sentences: readonly string[], last: boolean) =>
    partKey({ sentences, fullStopMs, last, mastering });
  let made = 0;

  async function make(part: TimedPart, key: string): Promise<CodedPart> {
    made += 1;
    const scratchPath = of.scratchPath.replace(/\.part$/u, `.${made}.part`);
    try {
      const { samples, layout } = { samples: await soundOf(part, talk), layout: part.layout };
      const mastered = await masterPart({ ...of, samples, frames: layout.frames, scratchPath });
      const { packets, ...heard } = mastered;
      const said = part.said.map(headOf);
      const head: PartFacts = { ...heard, said };
      await kept.put('parts', key, { head, body: packChunk(packets) });
      return { ...head, key, packets };
    } finally {
      await removeQuietly(scratchPath);
    }
  }
  const underWay = new Map<string, Promise<CodedPart>>();
  async function find(part: TimedPart, key: string): Promise<CodedPart> {
    const entry = await kept.get<PartFacts>('parts', key);
    const whole = entry !== null && isWhole(entry.head, entry.body, part.layout.frames);
    return whole ? { ...entry.head, key, packets: unpackChunk(entry.body) } : make(part, key);
  }
  return {
    keyOf,
    facts: (key) => kept.head<PartFacts>('parts', key),
    /** A bulletin read twice has most parts twice. */
    coded(part) {
      if (of.signal.aborted) throw new SoundError('stopped', of.signal.reason);
      const key = keyOf(
        part.said.map((said) => said.key),
        part.last,
      );
      const coding = underWay.get(key) ?? find(part, key).finally(() => underWay.delete(key));
      underWay.set(key, coding);
      return coding;
    },
  };
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

function headOf({ key, samples, by, pauses }: SaidHead): SaidHead {
  return { key, samples, by, pauses };
}

/** The digest says the bytes are as written; this, that they are of this part. */
function isWhole(head: PartFacts, body: Uint8Array, frames: number): boolean {
  return Array.isArray(head.blocks) && unpackChunk(body).length === frames;
}
