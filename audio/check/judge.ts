// All that the machine has to say of a clip, from measured facts: in the order of time, and bounded. Pure.
// It must never know files, engines or who will listen.
import type { SourceFault } from '../foreign/judge-source.ts';
import { LUFS_TOLERANCE, MAX_TRUE_PEAK_DB, TARGET_LUFS } from '../mastering/horn.ts';
import { FINDINGS_MAX, type Finding, finding } from './finding.ts';
import { type CheckedSentence, checkSentences } from './sentences.ts';
import { checkEnd, checkSilence, type Loudness } from './silence.ts';

export type ClipMeasured = {
  durationMs: number;
  lufs: number | null;
  truePeakDb: number | null;
  sentences: readonly CheckedSentence[];
  loud: Loudness;
  /** where it peaks as no clip of ours does; left out: nobody looked */
  high?: readonly High[];
  /** of a recording: what was wrong with the file it came in */
  source: readonly SourceFault[];
};
/** A stretch with samples near full scale. */
export type High = { atMs: number; untilMs: number; peakDb: number };

export type Expected = {
  /** of the whole text, where a person read it and no sentence has its time; null: nobody counted */
  syllables: number | null;
  /** a rest that was asked for is no fault */
  longestRestMs: number;
};

/** Syllables a minute: an elder who reads slowly, and a young one in a hurry. */
const SLOWEST = 110;
const FASTEST = 260;
/** Of a few words the greeting around them is longer. */
const COUNTED_LEAST = 10;

export function judgeClip(clip: ClipMeasured, expected: Expected): Finding[] {
  const found = [
    ...levelOf(clip),
    ...(clip.high ?? []).map(({ peakDb, ...one }) =>
      finding({ kind: 'peak', ...one, amount: peakDb }),
    ),
    ...clip.source.map((fault) => finding(fault)),
    ...checkSilence(clip.loud, expected),
    ...checkEnd(clip.loud),
    ...checkSentences(clip.sentences, clip.loud),
    ...lengthOf(clip, expected),
  ].map((one) => ({ ...one, sentence: one.sentence ?? sentenceAt(clip, one) }));
  return found.sort((a, b) => a.atMs - b.atMs).slice(0, FINDINGS_MAX);
}

function levelOf({ lufs, truePeakDb, durationMs }: ClipMeasured): Finding[] {
  const whole = { atMs: 0, untilMs: durationMs };
  const offDb = lufs === null ? 0 : lufs - TARGET_LUFS;
  const isOff = Math.abs(offDb) > LUFS_TOLERANCE;
  const isHigh = truePeakDb !== null && truePeakDb > MAX_TRUE_PEAK_DB;
  return [
    ...(isOff ? [finding({ kind: 'loudness', ...whole, amount: offDb })] : []),
    ...(isHigh ? [finding({ kind: 'peak', ...whole, amount: truePeakDb })] : []),
  ];
}

function lengthOf({ durationMs, sentences }: ClipMeasured, { syllables }: Expected): Finding[] {
  if (sentences.length > 0 || syllables === null || syllables < COUNTED_LEAST) return [];
  const [least, most] = [(syllables * 60) / FASTEST, (syllables * 60) / SLOWEST];
  const whole = { atMs: 0, untilMs: durationMs };
  const seconds = durationMs / 1_000;
  if (seconds < least) return [finding({ kind: 'too-short', ...whole, amount: Math.ceil(least) })];
  if (seconds > most) return [finding({ kind: 'too-long', ...whole, amount: Math.floor(most) })];
  return [];
}

/** Found in windows, which may begin before the sentence does. */
const WINDOWED: ReadonlySet<Finding['kind']> = new Set(['peak', 'clipped']);

/**
 * The one it begins in or after; of what was found in windows the one it lies in for the longest. Only of what is
 * shorter than the clip: the whole is no sentence's fault.
 */
function sentenceAt({ sentences, durationMs }: ClipMeasured, { kind, atMs, untilMs }: Finding) {
  if (atMs === 0 && untilMs >= durationMs) return null;
  const within = sentences.map(
    ({ startMs, endMs }) => Math.min(untilMs, endMs) - Math.max(atMs, startMs),
  );
  const longest = Math.max(0, ...within);
  if (longest > 0 && WINDOWED.has(kind)) return within.indexOf(longest);
  const at = sentences.findLastIndex(({ startMs }) => startMs <= atMs);
  return at < 0 ? null : at;
}
