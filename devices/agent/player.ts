// Follows the plan on the one voice of a speaker: starts at T to the millisecond, interrupts, resumes.
// It must never know why the plan is as it is, nor signatures, networks or files.
import type { PlayOrder } from '../protocol/index.ts';
import { BEEP_ID, beepSound } from './beep.ts';
import type { Event, Stretch } from './brain/state.ts';
import type { Clock } from './clock.ts';
import { PREPARE_MS, PROGRESS_EVERY_MS, SKIP_MS } from './limits.ts';
import { SAMPLES_PER_MS } from './pcm.ts';
import { advance, fadeOut, isOver, makeRun, type Run, sampleAt } from './run.ts';
import { makeSession, type Session } from './session.ts';
import { type Limiter, makeLimiter } from './shape.ts';
import type { Sink } from './sinks/port.ts';
import type { Sounds } from './sounds.ts';
import { makeTallies, type Tallies } from './tally.ts';
import { makeFader } from './volume.ts';
import type { Wheel } from './wheel.ts';

export type Player = {
  follow(stretches: readonly Stretch[]): void;
  /** three beeps, if nothing sounds or is about to; an airing that comes meanwhile cuts them */
  beep(): Promise<Beeped>;
  sounds(): boolean;
  stop(): Promise<void>;
};
export type Beeped = 'heard' | 'busy' | 'sink-failed';
export type PlayerParts = {
  clock: Pick<Clock, 'planMs' | 'realAt'>;
  wheel: Wheel;
  speed: number;
  sink: Sink;
  sounds: Pick<Sounds, 'get'>;
  order(streamId: string): PlayOrder | undefined;
  startOffsetMs(): number;
  /** the factor this order's samples are multiplied with, now */
  gain(order: PlayOrder): number;
  tell(event: Event): void;
};

/** Telling starts costs a signature: a hundred neighbours start in the same millisecond first. */
const TELL_START_AFTER_MS = 300;
/** Where a paused sound really stopped may differ so far from the plan and still be gone on from. */
const RESUME_WITHIN_SAMPLES = 500 * SAMPLES_PER_MS;

type Voice = PlayerParts & {
  session: Session;
  tallies: Tallies;
  limiter: Limiter;
  stretches: readonly Stretch[];
  run: Run | null;
  /** answers whoever asked for the beeps that are the run */
  beeped: ((how: Beeped) => void) | null;
  toldMs: number;
  alarms: (() => void)[];
  timers: Set<NodeJS.Timeout>;
};

export function makePlayer(parts: PlayerParts): Player {
  const voice: Voice = {
    ...parts,
    session: makeSession(parts.sink),
    tallies: makeTallies(),
    limiter: makeLimiter(),
    stretches: [],
    run: null,
    beeped: null,
    toldMs: 0,
    alarms: [],
    timers: new Set(),
  };
  const stopPulse = parts.wheel.pulse(() => pulse(voice));
  return {
    follow(stretches) {
      voice.stretches = stretches;
      voice.tallies.keep(new Set(stretches.map(({ streamId }) => streamId)));
      review(voice);
    },
    beep: () =>
      new Promise((settle) => {
        if (voice.run) settle('busy');
        else startBeep(voice, settle);
      }),
    sounds: () => voice.run !== null,
    async stop() {
      stopPulse();
      for (const cancel of voice.alarms) cancel();
      for (const timer of voice.timers) clearTimeout(timer);
      if (voice.run) progress(voice, voice.run);
      voice.run = null;
      await voice.session.close();
      await parts.sink.close();
    },
  };
}

const realAt = (voice: Voice, planMs: number) => voice.clock.realAt(planMs + voice.startOffsetMs());

/** Where the plan is now, without our own offset; before a known clock: nowhere. */
function nowPlanMs(voice: Voice): number {
  return (voice.clock.planMs() ?? Number.NEGATIVE_INFINITY) - voice.startOffsetMs();
}

function atMs(voice: Voice): number {
  return Math.round(voice.clock.planMs() ?? 0);
}

/** Compares what sounds with what should, and sets the alarm for what comes next. */
function review(voice: Voice): void {
  const planMs = nowPlanMs(voice);
  const current = voice.stretches.find(({ fromMs, toMs }) => fromMs <= planMs && planMs < toMs);
  if (voice.run) keepOrCut(voice, voice.run, current);
  if (current && !voice.run && !voice.tallies.isOver(current.streamId)) start(voice, current);
  arm(voice, planMs);
}

function keepOrCut(voice: Voice, run: Run, current: Stretch | undefined): void {
  if (current?.streamId === run.streamId) {
    limitTo(voice, run, current);
    return;
  }
  if (!current && run.streamId === BEEP_ID) return;
  // Its own end may come some milliseconds after the plan's, when nobody is waiting.
  const mayEnd = voice.stretches.some(({ streamId, ends }) => streamId === run.streamId && ends);
  if (!current && run.ends && mayEnd) return;
  fadeOut(run);
  finish(voice, run);
}

function limitTo(voice: Voice, run: Run, stretch: Stretch): void {
  run.ends = stretch.ends;
  const { endSample } = run.sound;
  const cut = Math.min(sampleAt(run, realAt(voice, stretch.toMs)), endSample);
  run.limit = Math.max(run.position, stretch.ends ? endSample : cut);
}

function arm(voice: Voice, planMs: number): void {
  for (const cancel of voice.alarms) cancel();
  voice.alarms = [];
  const next = voice.stretches.find((stretch) => stretch.fromMs > planMs);
  if (!next) return;
  const dueMs = realAt(voice, next.fromMs);
  const prepareMs = dueMs - PREPARE_MS;
  if (prepareMs > voice.wheel.nowMs()) {
    voice.alarms.push(voice.wheel.at(prepareMs, () => review(voice)));
    return;
  }
  prepare(voice, next);
  voice.alarms.push(voice.wheel.at(dueMs, () => begin(voice, next)));
}

/** The clock may have moved by less than a millisecond since the alarm was set: it is T. */
function begin(voice: Voice, stretch: Stretch): void {
  if (voice.run && voice.run.streamId !== stretch.streamId) {
    fadeOut(voice.run);
    finish(voice, voice.run);
  }
  if (!voice.run) start(voice, stretch);
  arm(voice, Math.max(nowPlanMs(voice), stretch.fromMs));
}

function prepare(voice: Voice, { streamId, offsetMs }: Stretch): void {
  const order = voice.order(streamId);
  if (!order) return;
  voice.sounds.get(order).preload(offsetMs * SAMPLES_PER_MS);
  voice.session.prepare({ streamId, rejoins: offsetMs > 0 && !voice.tallies.has(streamId) });
}

function start(voice: Voice, stretch: Stretch): void {
  const { streamId } = stretch;
  const order = voice.order(streamId);
  if (!order) return;
  const startedMs = voice.wheel.nowMs();
  const lateMs = Math.max(0, startedMs - realAt(voice, stretch.fromMs));
  const stopped = voice.tallies.next(streamId);
  // Joining in the middle has no first sample to save: it joins exactly where the others are.
  const joins = stretch.offsetMs > 0 && stopped === null;
  const skippedMs = joins || lateMs > SKIP_MS ? lateMs * voice.speed : 0;
  const from = resumeAt(stopped, Math.round((stretch.offsetMs + skippedMs) * SAMPLES_PER_MS));
  const { outlet, isNew } = voice.session.outlet({
    streamId,
    rejoins: from > 0 && stopped === null,
  });
  voice.tallies.begin(streamId, from);
  const run = makeRun({
    ...voice,
    streamId,
    sound: voice.sounds.get(order),
    fader: makeFader(() => voice.gain(order)),
    outlet,
    startedMs,
    from,
  });
  run.plannedMs = realAt(voice, stretch.fromMs - stretch.offsetMs);
  limitTo(voice, run, stretch);
  voice.run = run;
  outlet.begin({
    offsetMs: voice.startOffsetMs(),
    lateMs: skippedMs > 0 ? 0 : lateMs,
    skippedMs: isNew ? stretch.offsetMs + skippedMs : 0,
  });
  advance(run, startedMs);
  tellStart(voice, run);
}

function startBeep(voice: Voice, settle: (how: Beeped) => void): void {
  const { outlet } = voice.session.outlet({ streamId: BEEP_ID, rejoins: false });
  const run = makeRun({
    ...{ ...voice, streamId: BEEP_ID, sound: beepSound(), fader: (samples: Int16Array) => samples },
    ...{ outlet, startedMs: voice.wheel.nowMs(), from: 0 },
  });
  run.limit = run.sound.endSample;
  run.ends = true;
  voice.run = run;
  voice.beeped = settle;
  outlet.begin({ offsetMs: 0, lateMs: 0, skippedMs: 0 });
  advance(run, run.startedMs);
}

function endBeep(voice: Voice, how: Beeped): void {
  voice.run = null;
  voice.beeped?.(how);
  voice.beeped = null;
}

function resumeAt(stopped: number | null, planned: number): number {
  const isNear = stopped !== null && Math.abs(stopped - planned) <= RESUME_WITHIN_SAMPLES;
  return isNear ? stopped : planned;
}

/** Once the first sample of its sound was handed over, which is at once unless it is missing. */
function tellStart(voice: Voice, run: Run): void {
  const { streamId } = run;
  if (run.firstHandedMs === null || streamId === BEEP_ID || voice.tallies.wasTold(streamId)) return;
  voice.tallies.told(streamId);
  const startErrorMs = Math.round((run.firstHandedMs - run.plannedMs) * 100) / 100;
  const event = { kind: 'started', streamId, startErrorMs, atMs: atMs(voice) } as const;
  const timer = setTimeout(() => {
    voice.timers.delete(timer);
    voice.tell(event);
  }, TELL_START_AFTER_MS);
  voice.timers.add(timer);
}

function pulse(voice: Voice): void {
  const { run } = voice;
  if (!run) return;
  const nowMs = voice.wheel.nowMs();
  advance(run, nowMs);
  tellStart(voice, run);
  const failure = run.outlet.failure();
  if (failure !== null) fail(voice, run, failure);
  else if (isOver(run, nowMs)) finish(voice, run);
  else if (nowMs - voice.toldMs >= PROGRESS_EVERY_MS) progress(voice, run);
}

function progress(voice: Voice, run: Run): void {
  voice.toldMs = voice.wheel.nowMs();
  const { streamId } = run;
  const heardMs = voice.tallies.heardMs(streamId, run);
  voice.tell({ kind: 'heard', streamId, heardMs, atMs: atMs(voice) });
}

function fail(voice: Voice, run: Run, reason: string): void {
  if (run.streamId === BEEP_ID) {
    voice.session.fail();
    endBeep(voice, 'sink-failed');
    return;
  }
  voice.run = null;
  progress(voice, run);
  voice.tallies.finish(run, true);
  voice.session.fail();
  voice.tell({ kind: 'sink-failed', streamId: run.streamId, reason });
}

/** The end of a run: of its stream, or of this stretch of it. */
function finish(voice: Voice, run: Run): void {
  if (run.streamId === BEEP_ID) {
    voice.session.finished(BEEP_ID, true);
    endBeep(voice, run.position >= run.sound.endSample ? 'heard' : 'busy');
    return;
  }
  voice.run = null;
  const { streamId } = run;
  const isLast = run.ends || !goesOn(voice, streamId);
  const whole = voice.tallies.finish(run, isLast);
  voice.session.finished(streamId, isLast);
  const heardMs = voice.tallies.heardMs(streamId, null);
  const facts = { streamId, heardMs, atMs: atMs(voice) };
  voice.tell(isLast ? { kind: 'ended', ...facts, whole } : { kind: 'heard', ...facts });
}

function goesOn(voice: Voice, streamId: string): boolean {
  const afterMs = nowPlanMs(voice) + 1;
  return voice.stretches.some((one) => one.streamId === streamId && one.toMs > afterMs);
}
