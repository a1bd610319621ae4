// A ladder of voices that is a voice: what the first cannot say, the next says, sentence by sentence.
// It must never know an engine by name, a bulletin, or where a fall is written down.
import { SoundError } from '../errors.ts';
import type { Ladder, LadderClock, LadderOptions, Patience } from './ladder-port.ts';
import { deadlineMs, within } from './patience.ts';
import type { Fall, SpeakHow, SpokenBy, Utterance, Voice } from './port.ts';
import { resampler } from './resample.ts';
import { createStandings, MONOTONIC, markOf, type Standing } from './standings.ts';

export type { Ladder, LadderOptions, Patience };
export { createStandings };

/** Twenty seconds open a connection twice or load a neural model; threefold real time still ends before air. */
export const USUAL_PATIENCE: Patience = { startMs: 20_000, msPerSpokenSecond: 3_000 };

/** @throws SoundError voice-missing without a step, voice-unknown where steps differ in language */
export function ladderOf(steps: readonly Voice[], options: LadderOptions = {}): Ladder {
  const [first] = steps;
  if (first === undefined) throw new SoundError('voice-missing');
  if (steps.some(({ language }) => language !== first.language))
    throw new SoundError('voice-unknown');
  const { clock = MONOTONIC, onFall = () => {} } = options;
  const patience = { ...USUAL_PATIENCE, ...options.patience };
  const standings = options.standings ?? createStandings(clock);
  const rungs = steps.map((voice) => ({
    voice,
    standing: standings.of(voice),
    atRate: resampler({ fromHz: voice.sampleRateHz, toHz: first.sampleRateHz }),
  }));
  const climb = (words: string, how: SpeakHow) =>
    speakDown({ words, how, rungs, clock, patience, onFall });
  return {
    ...{ id: first.id, engine: first.engine, engineVersion: first.engineVersion },
    ...(first.secondId !== undefined && { secondId: first.secondId }),
    language: first.language,
    sampleRateHz: first.sampleRateHz,
    synthetic: true,
    lanes: Math.max(...steps.map(({ lanes }) => lanes)),
    place: steps.some(({ place }) => place === 'cloud') ? 'cloud' : 'here',
    steps,
    speak: climb,
    resting: () => standings.resting(),
    wake: () => standings.wake(),
    async close() {
      await Promise.all(steps.map((voice) => voice.close()));
    },
  };
}

type Rung = { voice: Voice; standing: Standing; atRate: (samples: Int16Array) => Int16Array };
type Climb = {
  words: string;
  how: SpeakHow;
  rungs: readonly Rung[];
  clock: LadderClock;
  patience: Patience;
  onFall(fall: Fall): void;
};

async function speakDown(climb: Climb): Promise<Utterance> {
  const { words, how, rungs, onFall } = climb;
  const falls: Fall[] = [];
  for (const [index, rung] of rungs.entries()) {
    const next = rungs[index + 1];
    const outcome = await attempt(climb, { ...rung, last: next === undefined });
    if ('said' in outcome) {
      const { samples, by } = outcome.said;
      return { samples: rung.atRate(samples), by, ...(falls.length > 0 && { falls }) };
    }
    if (next === undefined) throw outcome.error;
    const fall: Fall = {
      from: markOf(rung.voice, how.speaker),
      to: markOf(next.voice, how.speaker),
      reason: outcome.error.code,
      words,
      tried: outcome.tried,
    };
    falls.push(fall);
    onFall(fall);
  }
  throw new SoundError('voice-missing'); // there is always a last step
}

type Outcome =
  | { said: { samples: Int16Array; by: SpokenBy } }
  | { error: SoundError; tried: boolean };

/** The last step is never hurried nor left to rest: there is nobody after it. */
async function attempt(
  climb: Climb,
  { voice, standing, last }: Rung & { last: boolean },
): Promise<Outcome> {
  const rests = () => (last ? null : standing.restsFor());
  // before its turn, so as not to queue for nobody; and after, for those it happened to meanwhile
  const leave =
    rests() === null ? await standing.turns.take(climb.how.signal).catch(stoppedOr) : null;
  if (leave instanceof SoundError) return { error: leave, tried: false };
  const askedAtMs = climb.clock.nowMs();
  try {
    const reason = rests();
    if (reason !== null) return { error: new SoundError(reason), tried: false };
    const said = await (last ? voice.speak(climb.words, climb.how) : hurried(climb, voice));
    standing.spoke(askedAtMs);
    return { said };
  } catch (cause) {
    const error = asError(cause, climb.how.signal);
    standing.failed(error.code, askedAtMs);
    return { error, tried: true };
  } finally {
    leave?.();
  }
}

/** An answer without a sample to words that have letters is a cut answer. */
async function hurried(climb: Climb, voice: Voice): Promise<Utterance> {
  const { words } = climb;
  const act = (how: SpeakHow) => voice.speak(words, how);
  const said = await within({ ...climb, ms: deadlineMs(climb), act });
  if (said.samples.length === 0 && /[\p{L}\p{N}]/u.test(words))
    throw new SoundError('voice-failed');
  return said;
}

function stoppedOr(cause: unknown): SoundError {
  const error = cause as SoundError;
  if (error.code === 'stopped') throw error;
  return error;
}

/** @throws SoundError stopped, when it is the caller who stopped it */
function asError(cause: unknown, signal: AbortSignal | undefined): SoundError {
  if (signal?.aborted) throw new SoundError('stopped', signal.reason);
  const known = cause instanceof SoundError && cause.code !== 'stopped';
  return known ? cause : new SoundError('voice-failed', cause);
}
