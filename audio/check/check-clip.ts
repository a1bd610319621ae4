// Listens to a finished clip once, beside its kept facts, and says what the machine noticed.
// It must never change a clip, nor decide what becomes of it.
import { readFile } from 'node:fs/promises';
import type { SourceFault } from '../foreign/judge-source.ts';
import { decibels } from '../foreign/levels.ts';
import type { ClipFacts } from '../kept-clip.ts';
import { drain, startFfmpeg } from '../mastering/ffmpeg.ts';
import { readSummaries } from '../mastering/measure.ts';
import type { Ear } from './ear.ts';
import { FINDINGS_MAX, type Finding } from './finding.ts';
import { type Expected, type High, judgeClip } from './judge.ts';
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
  const { loud, high, lufs } = await heardIn(clipPath, of.signal);
  // pieces that people said in another language have their seconds; the words beside them are Vietnamese
  const isOther = facts.synthetic === null && (facts.language ?? 'vie') !== 'vie';
  const paced = isOther ? [] : facts.sentences;
  // what is in the file counts, not what was measured when it was made
  const level = { lufs: lufs === null || facts.lufs === null ? facts.lufs : lufs, high };
  const heard = { ...facts, ...level, sentences: paced, loud, source: facts.source ?? [] };
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

type Heard = { loud: Loudness; high: High[]; lufs: number | null };

async function heardIn(clipPath: string, signal: AbortSignal): Promise<Heard> {
  const graph = `[0:a]asplit[whole][thin];[whole]ebur128=framelog=verbose,anullsink;[thin]aresample=${RATE_HZ}[out]`;
  const from = ['-f', 'ogg', '-i', `file:${clipPath}`, '-filter_complex', graph, '-map', '[out]'];
  const run = startFfmpeg([...from, '-f', 's16le', '-ac', '1', 'pipe:1'], signal);
  run.input.end();
  const db: number[] = [];
  const high: High[] = [];
  let [sum, count, peak] = [0, 0, 0];
  let rest: Uint8Array = new Uint8Array();
  const report = await drain(run, async (bytes) => {
    const whole = Buffer.concat([rest, bytes]);
    for (let at = 0; at + 1 < whole.length; at += 2) {
      const sample = whole.readInt16LE(at) / 32_768;
      sum += sample ** 2;
      peak = Math.max(peak, Math.abs(sample));
      count += 1;
      if (count < WINDOW_SAMPLES) continue;
      if (peak > TOO_HIGH) addHigh(high, { atMs: db.length * WINDOW_MS, peak });
      db.push(decibels(sum / count));
      [sum, count, peak] = [0, 0, 0];
    }
    rest = whole.subarray(whole.length - (whole.length % 2));
  });
  const lufs = readSummaries(report)[0]?.lufs ?? null;
  return { loud: { windowMs: WINDOW_MS, db }, high, lufs };
}

/** −0.5 dBFS: a clip's limiter leaves a decibel more, so what stands above was not made by it. */
const TOO_HIGH = 0.944;
/** Peaks nearer than this are one place to listen to. */
const TOGETHER_MS = 1_000;

function addHigh(high: High[], { atMs, peak }: { atMs: number; peak: number }): void {
  const peakDb = 20 * Math.log10(peak);
  const last = high.at(-1);
  const untilMs = atMs + WINDOW_MS;
  if (last === undefined || atMs - last.untilMs > TOGETHER_MS) {
    if (high.length < FINDINGS_MAX) high.push({ atMs, untilMs, peakDb });
    return;
  }
  last.untilMs = untilMs;
  last.peakDb = Math.max(last.peakDb, peakDb);
}
