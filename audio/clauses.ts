// Which moment of a sentence says which of its clauses: by the pauses heard where commas stand, else estimated. Pure.
// It must never know engines, files or what the words mean.

/** Silence inside a sentence, in milliseconds from its beginning. */
export type Pause = { fromMs: number; untilMs: number };
/** Ends and beginnings between clauses are near, never exact: no engine here tells them. */
export type EstimatedClause = { words: string; startMs: number; endMs: number };

/** Shorter ones are the stops of t, p and k. */
const LEAST_PAUSE_MS = 70;
/** −45 dBFS: breath and the ring of an engine are not speech. */
const SILENT_BELOW = 184;
/** A list of a hundred villages has that many commas; beyond, the estimate is near enough. */
const MAX_PAUSES = 128;
/** A pause further off than this share of the sentence belongs to another comma. */
const REACH = 0.12;
const LEAST_REACH_MS = 250;

export function pausesIn(samples: Int16Array, sampleRateHz: number): Pause[] {
  const pauses: Pause[] = [];
  const toMs = (at: number) => Math.round((at * 1_000) / sampleRateHz);
  let quietFrom = 0;
  for (let at = 0; at <= samples.length; at += 1) {
    if (at < samples.length && Math.abs(samples[at] ?? 0) < SILENT_BELOW) continue;
    const [fromMs, untilMs] = [toMs(quietFrom), toMs(at)];
    const inside = quietFrom > 0 && at < samples.length;
    if (inside && untilMs - fromMs >= LEAST_PAUSE_MS) pauses.push({ fromMs, untilMs });
    if (pauses.length === MAX_PAUSES) break;
    quietFrom = at + 1;
  }
  return pauses;
}

/** One clause: the whole sentence. */
export function clausesOf(sentence: {
  words: string;
  startMs: number;
  endMs: number;
  pauses: readonly Pause[];
}): EstimatedClause[] {
  const { startMs, endMs, pauses } = sentence;
  const clauses = sentence.words.split(/(?<=[,;:.])\s+/u).filter((words) => words !== '');
  const lengthMs = endMs - startMs;
  const syllables = clauses.map((words) => words.split(/\s+/u).length);
  const total = syllables.reduce((sum, count) => sum + count, 0);
  const reachMs = Math.max(LEAST_REACH_MS, REACH * lengthMs);
  const timed: EstimatedClause[] = [];
  let [fromMs, said] = [0, 0];
  for (const [at, words] of clauses.entries()) {
    said += syllables[at] ?? 0;
    const guessMs = (lengthMs * said) / total;
    const near = at === clauses.length - 1 ? null : nearest(pauses, { guessMs, fromMs, reachMs });
    const untilMs = near?.fromMs ?? Math.max(fromMs, guessMs);
    timed.push({
      words,
      startMs: Math.round(startMs + fromMs),
      endMs: Math.round(startMs + untilMs),
    });
    fromMs = near?.untilMs ?? untilMs;
  }
  return timed;
}

function nearest(
  pauses: readonly Pause[],
  { guessMs, fromMs, reachMs }: { guessMs: number; fromMs: number; reachMs: number },
): Pause | null {
  const off = (pause: Pause) => Math.abs((pause.fromMs + pause.untilMs) / 2 - guessMs);
  // a long pause is a comma's; a short one must lie closer to be believed
  const cost = (pause: Pause) => off(pause) - (pause.untilMs - pause.fromMs);
  const possible = pauses.filter((pause) => pause.fromMs > fromMs && off(pause) <= reachMs);
  return possible.reduce<Pause | null>(
    (best, pause) => (best === null || cost(pause) < cost(best) ? pause : best),
    null,
  );
}
