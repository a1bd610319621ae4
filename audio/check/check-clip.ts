// Listens to a finished clip once, beside its kept facts, and says what the machine noticed.
// It must never change a clip, nor decide what becomes of it.
import { readFile } from 'node:fs/promises';
import type { SourceFault } from '../foreign/judge-source.ts';
import { decibels } from '../foreign/levels.ts';
import type { ClipFacts } from '../kept-clip.ts';
import { drain, startFfmpeg } from '../mastering/ffmpeg.ts';
import type { Ear } from './ear.ts';
import { FINDINGS_MAX, type Finding } from './finding.ts';
import { type Expected, judgeClip } from './judge.ts';
import { listenIn } from './listen-in.ts';
import type { Loudness } from './silence.ts';

/** Loud and soft alone are wanted, not music: half an hour is decoded in two seconds. */
const RATE_HZ = 8_000;
const WINDOW_MS = 20;
const WINDOW_SAMPLES = (RATE_HZ * WINDOW_MS) / 1_000;

type Facts = ClipFacts & { source?: readonly SourceFault[] };

/** @throws SoundError, or of the disk where the facts are not there */
export async function checkClip(
  clipPath: string,
  of: Expected & {
    signal: AbortSignal;
    /** null: nobody listens for words */
    ear?: Ear | null;
    /** the ear could not: the rest is judged all the same */
    onDeaf?(why: unknown): void;
  },
): Promise<Finding[]> {
  const text = await readFile(clipPath.replace(/\.opus$/u, '.json'), 'utf8');
  const facts = JSON.parse(text) as Facts;
  const loud = await loudnessOf(clipPath, of.signal);
  // pieces that people said in another language have their seconds; the words beside them are Vietnamese
  const isOther = facts.synthetic === null && (facts.language ?? 'vie') !== 'vie';
  const paced = isOther ? [] : facts.sentences;
  const heard = { ...facts, sentences: paced, loud, source: facts.source ?? [] };
  const judged = judgeClip(heard, of);
  const misheard = await heardBy(paced, { ...of, clipPath });
  const all = [...judged, ...misheard].sort((a, b) => a.atMs - b.atMs);
  return all.slice(0, FINDINGS_MAX);
}

async function heardBy(
  sentences: Facts['sentences'],
  of: { clipPath: string; signal: AbortSignal; ear?: Ear | null; onDeaf?(why: unknown): void },
): Promise<Finding[]> {
  const { clipPath, signal, ear = null } = of;
  if (ear === null) return [];
  try {
    return await listenIn({ clipPath, sentences, ear, signal });
  } catch (why) {
    if (signal.aborted) throw why;
    of.onDeaf?.(why);
    return [];
  }
}

async function loudnessOf(clipPath: string, signal: AbortSignal): Promise<Loudness> {
  const from = ['-f', 'ogg', '-i', `file:${clipPath}`];
  const to = ['-f', 's16le', '-ar', `${RATE_HZ}`, '-ac', '1', 'pipe:1'];
  const run = startFfmpeg([...from, ...to], signal);
  run.input.end();
  const db: number[] = [];
  let [sum, count] = [0, 0];
  let rest: Uint8Array = new Uint8Array();
  await drain(run, async (bytes) => {
    const whole = Buffer.concat([rest, bytes]);
    for (let at = 0; at + 1 < whole.length; at += 2) {
      sum += (whole.readInt16LE(at) / 32_768) ** 2;
      count += 1;
      if (count < WINDOW_SAMPLES) continue;
      db.push(decibels(sum / count));
      [sum, count] = [0, 0];
    }
    rest = whole.subarray(whole.length - (whole.length % 2));
  });
  return { windowMs: WINDOW_MS, db };
}
