// What the machine notices before a person listens: known defects seeded into real clips, and nothing said of good ones.
// It must never know how a defect is found.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { checkClip } from '../../../audio/check/check-clip.ts';
import type { Finding } from '../../../audio/check/finding.ts';
import type { Result } from '../result.ts';
import type { MeasuredClip } from './outside.ts';

type Sentence = { words: string; startMs: number; endMs: number };
type Facts = { sentences: Sentence[]; durationMs: number };
/** Samples at RATE, and where its sentences stand. */
export type Piece = { samples: Int16Array; sentences: Sentence[] };
type Seeded = Piece & { atMs: number; sentence: number | null; kinds: readonly Finding['kind'][] };

const RATE = 16_000;
const samplesIn = (ms: number) => Math.round((ms * RATE) / 1_000);
/** A finding points at the defect when it begins within this of it: a window and a rest. */
const NEAR_MS = 600;

/** One each, at the sentence; null: of no single one. */
export const DEFECTS: Readonly<Record<string, (piece: Piece, at: number) => Seeded>> = {
  'a sentence swallowed (mute)': (piece, at) => {
    const { startMs, endMs } = sentenceOf(piece, at);
    const samples = piece.samples.slice().fill(0, samplesIn(startMs), samplesIn(endMs));
    return { ...piece, samples, atMs: startMs, sentence: at, kinds: ['swallowed', 'long-silence'] };
  },
  'a sentence cut short': (piece, at) => {
    const { startMs, endMs } = sentenceOf(piece, at);
    const fromMs = startMs + (endMs - startMs) * 0.3;
    const cut = spliced(piece, { fromMs, untilMs: endMs, put: new Int16Array() });
    return { ...cut, atMs: startMs, sentence: at, kinds: ['swallowed'] };
  },
  'a sentence said twice': (piece, at) => {
    const { startMs, endMs } = sentenceOf(piece, at);
    const again = piece.samples.slice(samplesIn(startMs), samplesIn(endMs));
    const twice = spliced(piece, { fromMs: endMs, untilMs: endMs, put: again });
    const own = twice.sentences[at] as Sentence;
    own.endMs += endMs - startMs;
    return { ...twice, atMs: startMs, sentence: at, kinds: ['repeated'] };
  },
  'three seconds of silence': (piece, at) => {
    const { endMs } = sentenceOf(piece, at);
    const put = new Int16Array(samplesIn(3_000));
    const longer = spliced(piece, { fromMs: endMs, untilMs: endMs, put });
    return { ...longer, atMs: endMs, sentence: at, kinds: ['long-silence'] };
  },
  'a sentence clipped': (piece, at) => {
    const { startMs, endMs } = sentenceOf(piece, at);
    const samples = piece.samples.map((sample, n) =>
      n >= samplesIn(startMs) && n < samplesIn(endMs)
        ? Math.max(-32_768, Math.min(32_767, sample * 6))
        : sample,
    );
    return { ...piece, samples, atMs: startMs, sentence: at, kinds: ['peak'] };
  },
  'the whole 3 dB too soft': (piece) => {
    const samples = piece.samples.map((sample) => Math.round(sample * 0.708));
    return { ...piece, samples, atMs: 0, sentence: null, kinds: ['loudness'] };
  },
  'a variant without sound': (piece) => {
    const samples = new Int16Array(piece.samples.length);
    return { ...piece, samples, atMs: 0, sentence: 0, kinds: ['swallowed', 'silent-ends'] };
  },
};

/** Each defect at some sentences of each clip. */
export async function seeded(clips: readonly MeasuredClip[]): Promise<Result[]> {
  const missed: string[] = [];
  let tried = 0;
  let falseOnes = 0;
  for (const { run } of clips) {
    falseOnes += (await noticed(run.path)).length;
    const whole = pieceOf(run.path);
    for (const at of sentencesToSpoil(whole))
      for (const [name, spoil] of Object.entries(DEFECTS)) {
        tried += 1;
        const part = around(whole, at);
        const found = await noticedIn(run.path, spoil(part.piece, part.at));
        if (!found) missed.push(`${name} at sentence ${at + 1}`);
      }
  }
  return [
    {
      ...{ name: 'sound: seeded defects found at their second and sentence', unit: '%' },
      value: tried === 0 ? 0 : Math.round((1_000 * (tried - missed.length)) / tried) / 10,
      ...{ aim: '100', met: missed.length === 0 },
      peer: `${tried} defects of ${Object.keys(DEFECTS).length} kinds in ${clips.length} clips`,
      ...(missed.length > 0 && { note: `missed: ${missed.slice(0, 10).join('; ')}` }),
    },
    {
      ...{ name: 'sound: findings on clips with nothing wrong', value: falseOnes, unit: '' },
      ...{ aim: '0', met: falseOnes === 0, peer: `${clips.length} clips of the corpus` },
    },
  ];
}

/** @returns whether the defect is named, at its place */
export async function noticedIn(clipPath: string, defect: Seeded): Promise<boolean> {
  const path = clipPath.replace(/\.opus$/u, '.seeded.opus');
  encode(defect.samples, path);
  const facts = JSON.parse(readFileSync(factsOf(clipPath), 'utf8')) as Facts;
  const durationMs = (defect.samples.length * 1_000) / RATE;
  const { sentences } = defect;
  writeFileSync(factsOf(path), JSON.stringify({ ...facts, sentences, durationMs }));
  return (await noticed(path)).some(
    ({ kind, atMs, sentence }) =>
      defect.kinds.includes(kind) &&
      Math.abs(atMs - defect.atMs) <= NEAR_MS &&
      (defect.sentence === null || sentence === null || sentence === defect.sentence),
  );
}

export function noticed(path: string): Promise<Finding[]> {
  const { signal } = new AbortController();
  return checkClip(path, { syllables: null, longestRestMs: 400, signal });
}

export function pieceOf(clipPath: string): Piece {
  const { sentences } = JSON.parse(readFileSync(factsOf(clipPath), 'utf8')) as Facts;
  const args = ['-v', 'error', '-c:a', 'libopus', '-i', clipPath, '-ar', `${RATE}`, '-ac', '1'];
  const bytes = execFileSync('ffmpeg', [...args, '-f', 's16le', 'pipe:1'], {
    maxBuffer: 512 * 1024 * 1024,
  });
  return { samples: new Int16Array(Uint8Array.from(bytes).buffer), sentences };
}

/** Whole, as a clip is coded: only the defect is not. */
function encode(samples: Int16Array, path: string): void {
  const raw = ['-f', 's16le', '-ar', `${RATE}`, '-ac', '1', '-i', 'pipe:0'];
  const opus = ['-c:a', 'libopus', '-b:a', '32k', '-frame_duration', '60', '-f', 'ogg', '-y', path];
  const input = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  execFileSync('ffmpeg', ['-v', 'error', ...raw, ...opus], { input });
}

/** Three of those that are long enough to have a pace. */
function sentencesToSpoil({ sentences }: Piece): number[] {
  const long = [...sentences.keys()].filter((at) => {
    const { startMs, endMs } = sentences[at] as Sentence;
    return endMs - startMs > 2_500 && at > 0 && at < sentences.length - 1;
  });
  return [0.2, 0.5, 0.8].flatMap((share) => long[Math.floor(share * long.length)] ?? []);
}

/** Its neighbours give a clip its pace; a quarter of an hour for each defect would only be longer. */
const NEIGHBOURS = 5;
const [LEAD_MS, TAIL_MS] = [80, 120];

function around({ samples, sentences }: Piece, at: number): { piece: Piece; at: number } {
  const first = Math.max(0, at - NEIGHBOURS);
  const own = sentences.slice(first, at + NEIGHBOURS + 1);
  const fromMs = Math.max(0, (own[0]?.startMs ?? 0) - LEAD_MS);
  const until = samplesIn((own.at(-1)?.endMs ?? 0) + TAIL_MS);
  const moved = own.map(({ words, startMs, endMs }) => ({
    words,
    startMs: startMs - fromMs,
    endMs: endMs - fromMs,
  }));
  return {
    piece: { samples: samples.slice(samplesIn(fromMs), until), sentences: moved },
    at: at - first,
  };
}

/** `put` stands where something was taken out; what comes later moves. */
function spliced(piece: Piece, of: { fromMs: number; untilMs: number; put: Int16Array }): Piece {
  const { fromMs, untilMs, put } = of;
  const [from, until] = [samplesIn(fromMs), samplesIn(untilMs)];
  const samples = new Int16Array(piece.samples.length - (until - from) + put.length);
  samples.set(piece.samples.subarray(0, from));
  samples.set(put, from);
  samples.set(piece.samples.subarray(until), from + put.length);
  const movedMs = (put.length * 1_000) / RATE - (untilMs - fromMs);
  const moved = (ms: number) => (ms >= untilMs ? ms + movedMs : Math.min(ms, fromMs));
  const sentences = piece.sentences.map(({ words, startMs, endMs }) => ({
    words,
    startMs: startMs >= untilMs ? startMs + movedMs : startMs,
    endMs: put.length > 0 && endMs === untilMs ? endMs : moved(endMs),
  }));
  return { samples, sentences };
}

function sentenceOf({ sentences }: Piece, at: number): Sentence {
  return sentences[at] as Sentence;
}

function factsOf(clipPath: string): string {
  return clipPath.replace(/\.opus$/u, '.json');
}
