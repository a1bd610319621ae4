// A clip and its facts side by side in the clips folder: found again if whole, put in place only when both are.
// It must never know what is said in a clip, or who says it.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openClip, type SoundFacts } from './clip-file.ts';
import { openDiskFile, putInPlace, removeQuietly, sweepParts } from './disk.ts';
import { diskError } from './errors.ts';
import { touchAll } from './kept/kept.ts';
import type { ProfileId } from './mastering/profiles.ts';
import type { ClipFall, SpokenShare } from './spoken-by.ts';
import type { SpokenSentence } from './timetable.ts';

export type ClipFacts = {
  id: string;
  contentHash: string;
  durationMs: number;
  /** null only where less than half a second sounds: there is nothing ebur128 could measure */
  lufs: number | null;
  truePeakDb: number | null;
  sentences: SpokenSentence[];
  /** ISO 639-3; null: nobody said */
  language: string | null;
  profile: ProfileId;
  /** every engine and voice that spoke, most sentences first; none: a recording of people */
  spokenBy: SpokenShare[];
  /** what a ladder of voices told: which sentences somebody else had to say, and why */
  falls: ClipFall[];
  /** what it was put together from, in the room of kept parts; none: a recording of people */
  parts: string[];
  /** null: a recording of people */
  synthetic: { engine: string; voice: string; madeAtMs: number } | null;
  madeAtMs: number;
};
export type KeptClip = ClipFacts & { path: string; bytes: number; sound: SoundFacts };
export type PartPaths = { scratch: string; clip: string };

/** What is there already, else what `make` writes into the part files. @throws SoundError; the folder then is as it was */
export async function keptOrMade<Facts extends ClipFacts>(of: {
  clipsDir: string;
  id: string;
  make(paths: PartPaths): Promise<{ facts: Facts; sound: SoundFacts }>;
}): Promise<Facts & KeptClip> {
  const { clipsDir, id } = of;
  await mkdir(clipsDir, { recursive: true }).catch((cause: unknown) => {
    throw diskError(cause);
  });
  await sweepParts(clipsDir);
  const known = await find<Facts>(clipsDir, id);
  if (known) return known;
  const part = (kind: string) => join(clipsDir, `.${id.slice(0, 16)}.${randomUUID()}.${kind}.part`);
  const paths = { scratch: part('pcm'), clip: part('opus'), facts: part('json') };
  try {
    const { facts, sound } = await of.make(paths);
    await writeFacts(paths.facts, facts);
    const clip = joined({ clipsDir, facts, sound });
    // The facts come last: a clip without them does not exist, and is made again.
    await putInPlace(paths.clip, clip.path);
    await putInPlace(paths.facts, factsPath(clipsDir, id));
    return clip;
  } finally {
    await Promise.all(Object.values(paths).map(removeQuietly));
  }
}

async function writeFacts(path: string, facts: ClipFacts): Promise<void> {
  const file = await openDiskFile(path);
  try {
    await file.write(Buffer.from(JSON.stringify(facts)));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A clip already made, if its file still holds exactly what its facts say. */
async function find<Facts extends ClipFacts>(
  clipsDir: string,
  id: string,
): Promise<(Facts & KeptClip) | null> {
  try {
    // before it is looked at: what nobody names goes only when it is old (lost-clips.ts)
    await touchAll([factsPath(clipsDir, id)]);
    const facts = JSON.parse(await readFile(factsPath(clipsDir, id), 'utf8')) as Facts;
    const { sound } = await openClip(join(clipsDir, `${id}.opus`));
    const same = facts.id === id && facts.contentHash === sound.contentHash;
    return same ? joined({ clipsDir, facts, sound }) : null;
  } catch {
    return null; // not there, or damaged: made again
  }
}

function joined<Facts extends ClipFacts>(of: {
  clipsDir: string;
  facts: Facts;
  sound: SoundFacts;
}): Facts & KeptClip {
  const { clipsDir, facts, sound } = of;
  return { ...facts, path: join(clipsDir, `${facts.id}.opus`), bytes: sound.bytes, sound };
}

function factsPath(clipsDir: string, id: string): string {
  return join(clipsDir, `${id}.json`);
}

const MAX_TITLE_CHARS = 300;

/** Fit for an argument and a tag: one line, bounded. */
export function plainTitle(title: string): string {
  return title
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_TITLE_CHARS);
}
