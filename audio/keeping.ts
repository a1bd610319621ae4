// How much sound stays on disk: what was kept for the next edit, renditions, clips; what aired longest ago goes first.
// It must never know schedules: who calls it says which clips must stay.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeQuietly } from './disk.ts';
import { KEPT_ROOMS, keptPath, openKept, touchAll } from './kept/kept.ts';
import { type KeptEntry, whatGoes } from './kept/what-goes.ts';
import type { PartFacts } from './part-room.ts';
import { RENDITION_SUFFIXES } from './renditions.ts';

export type SoundFolders = { clipsDir: string; keptDir: string };
export type Swept = { removed: number; bytes: number };

const GIB = 2 ** 30;
/** Twelve hours of spoken sentences with their parts: a commune's month of edits. */
export const MAX_KEPT_BYTES = 2 * GIB;
/** 24 kbit/s are 11 MB an hour: 1,800 hours of clips. */
export const MAX_CLIP_BYTES = 20 * GIB;
/** Other forms are made again when somebody asks: a thousand hours of thin Opus, two hundred of MP3. */
export const MAX_RENDITION_BYTES = 4 * GIB;
/** Whoever makes a clip just now has used what it needs within this. */
const FRESH_MS = 3_600_000;

/** @param of.scheduled ids of clips that will air: they, their parts and the sentences of those stay */
export async function sweepSound(
  of: SoundFolders & {
    scheduled: ReadonlySet<string>;
    maxKeptBytes?: number;
    maxClipBytes?: number;
    maxRenditionBytes?: number;
    nowMs?: number;
  },
): Promise<Swept> {
  const freshAfterMs = (of.nowMs ?? Date.now()) - FRESH_MS;
  const kept = await keptEntries(of.keptDir);
  const keep = await pathsOf(of, of.scheduled);
  const going = whatGoes(kept, { keep, maxBytes: of.maxKeptBytes ?? MAX_KEPT_BYTES, freshAfterMs });
  const { clips, renditions } = await clipEntries(of.clipsDir);
  const maxBytes = of.maxClipBytes ?? MAX_CLIP_BYTES;
  const leftBytes = Math.min(
    of.maxRenditionBytes ?? MAX_RENDITION_BYTES,
    Math.max(0, maxBytes - sum(clips)),
  );
  const thin = whatGoes(renditions, { keep: new Set(), maxBytes: leftBytes, freshAfterMs });
  const goingClips = whatGoes(clips, { keep: of.scheduled, maxBytes, freshAfterMs });
  const gone = new Set([...going, ...thin, ...goingClips]);
  const files = [...going, ...thin, ...goingClips.flatMap((id) => filesOf(of.clipsDir, id))];
  await Promise.all(files.map(removeQuietly));
  const bytes = sum([...kept, ...clips, ...renditions].filter(({ name }) => gone.has(name)));
  return { removed: gone.size, bytes };
}

/** These clips air, or will: they and what they were made of were used now. */
export async function usedSound(
  of: SoundFolders & { clipIds: ReadonlySet<string>; nowMs?: number },
): Promise<void> {
  const now = new Date(of.nowMs ?? Date.now());
  const facts = [...of.clipIds].map((id) => join(of.clipsDir, `${id}.json`));
  await touchAll([...facts, ...(await pathsOf(of, of.clipIds))], now);
}

/** What clips were put together from; a clip that is not there was put together from nothing. */
async function pathsOf(of: SoundFolders, clipIds: ReadonlySet<string>): Promise<Set<string>> {
  const paths = new Set<string>();
  const kept = await openKept(of.keptDir);
  for (const id of clipIds) {
    for (const key of await partsOfClip(join(of.clipsDir, `${id}.json`))) {
      paths.add(keptPath(of.keptDir, 'parts', key));
      const facts = await kept.head<PartFacts>('parts', key);
      for (const said of facts?.said ?? []) paths.add(keptPath(of.keptDir, 'sentences', said.key));
    }
  }
  return paths;
}

async function partsOfClip(factsPath: string): Promise<string[]> {
  try {
    const { parts } = JSON.parse(await readFile(factsPath, 'utf8')) as { parts?: unknown };
    return Array.isArray(parts) ? parts.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

async function keptEntries(keptDir: string): Promise<KeptEntry[]> {
  const rooms = await Promise.all(KEPT_ROOMS.map((room) => entriesIn(join(keptDir, room))));
  return rooms.flat().filter(({ name }) => name.endsWith('.kept'));
}

/** A clip is as old as its facts, which are touched when it airs; its peaks count with it. */
export async function clipEntries(clipsDir: string) {
  const entries = await entriesIn(clipsDir);
  const byId = new Map<string, KeptEntry>();
  for (const { name, bytes, usedAtMs } of entries.filter((entry) => !isRendition(entry.name))) {
    const id = /([0-9a-f]{64})\.(opus|json|peaks\.json)$/u.exec(name)?.[1];
    if (id === undefined) continue;
    const known = byId.get(id) ?? { name: id, bytes: 0, usedAtMs: 0 };
    const used = Math.max(known.usedAtMs, usedAtMs);
    byId.set(id, { name: id, bytes: known.bytes + bytes, usedAtMs: used });
  }
  return { clips: [...byId.values()], renditions: entries.filter(({ name }) => isRendition(name)) };
}

/** Names are whole paths: one list for all that is removed. */
async function entriesIn(folder: string): Promise<KeptEntry[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const entries: KeptEntry[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    const facts = await stat(path).catch(() => null);
    if (!facts?.isFile()) continue;
    // a rendition was used when it was last heard; its time of writing is what players know it by
    const usedAtMs = isRendition(path) ? Math.max(facts.atimeMs, facts.mtimeMs) : facts.mtimeMs;
    entries.push({ name: path, bytes: facts.size, usedAtMs });
  }
  return entries;
}

const isRendition = (path: string): boolean =>
  RENDITION_SUFFIXES.some((suffix) => path.endsWith(suffix));

/** The facts go first: a clip without them does not exist. */
export function filesOf(clipsDir: string, id: string): string[] {
  const ends = ['.json', '.opus', '.peaks.json', ...RENDITION_SUFFIXES];
  return ends.map((end) => join(clipsDir, `${id}${end}`));
}

function sum(entries: readonly KeptEntry[]): number {
  return entries.reduce((total, { bytes }) => total + bytes, 0);
}
