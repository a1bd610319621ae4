// One loudspeaker: started, stopped, and asked whether it is ready. Its clock ticks here.
// It must never know how any of its parts works.
import type { PlayOrder } from '../protocol/index.ts';
import { topics } from '../protocol/index.ts';
import type { State } from './brain/state.ts';
import { type AgentParts, assemble, type Core } from './core.ts';
import { dispatch, later, sendStatus, statusBytes } from './doing.ts';
import { DECODE_AHEAD_MS } from './limits.ts';

export type { AgentParts } from './core.ts';
export type Agent = {
  speakerId: string;
  start(): void;
  /** @param goodbye false: as if its current had failed; its last will speaks for it */
  stop(goodbye?: boolean): Promise<void>;
  /** connected and listening, with a policy, the time and a decoder */
  ready(): boolean;
  /** connected, listening and told the time: as ready as a spare can be, which has no policy */
  joined(): boolean;
  state(): State;
};

const TICK_MS = 250;
const ROOM_EVERY_MS = 60_000;
const POWER_EVERY_MS = 5_000;
/** Without a policy a speaker is mute: it says that it is there until it is answered. */
const HELLO_EVERY_MS = 10_000;
/** A spare waits for weeks: after five minutes it says so no more often than others beat. */
const HELLO_OFTEN_MS = 300_000;
/** Between two beats, until a policy says otherwise. */
const BEAT_MS = 60_000;
/**
 * In the last seconds (real) before a start the clock is asked more often: over 50 ± 30 ms of path
 * that brings the error of 500 speakers from 7 ms (p95) to under 5, for 4 KB (test/devices/agent).
 */
const CLOCK_BEFORE_MS = 20_000;
const CLOCK_OFTEN_MS = 2_000;
/** What is learnt later than this would only disturb the start. */
const CLOCK_UNTIL_MS = 1_500;

/** @throws SpeakerError when the state folder or the broker's address cannot be used */
export function makeAgent(parts: AgentParts): Agent {
  const core = assemble(parts);
  const timers: NodeJS.Timeout[] = [];
  const measureRoom = async () =>
    dispatch(core, { kind: 'room', freeBytes: await core.store.freeBytes() });
  const joined = () => core.link.connected() && core.listening && core.clock.errorMs() !== null;
  return {
    speakerId: parts.enrolment.speakerId,
    state: () => core.state,
    joined,
    ready: () => joined() && core.decoding.awake() && core.state.policy !== null,
    start() {
      timers.push(setInterval(() => tick(core), TICK_MS));
      timers.push(setInterval(measureRoom, ROOM_EVERY_MS));
      timers.push(setInterval(() => lookAtPower(core), POWER_EVERY_MS));
      timers.push(setInterval(() => beat(core), TICK_MS));
      lookAtPower(core);
      core.queue = measureRoom();
      core.clock.start();
      core.link.start();
    },
    async stop(goodbye = true) {
      for (const timer of timers) clearInterval(timer);
      if (core.statusTimer) clearTimeout(core.statusTimer);
      core.clock.stop();
      await core.player.stop();
      const { speakerId } = parts.enrolment;
      const last = { topic: topics.report(speakerId, 'status'), bytes: statusBytes(core, false) };
      await core.link.stop(goodbye ? last : null);
      later(core, () => core.store.saveBytes(core.meter.read(core.clock.planMs())));
      await core.queue;
      for (const streamId of core.state.streams.keys()) core.sounds.close(streamId);
      await core.store.close();
    },
  };
}

/** What changes slowly, and that somebody is there at all. */
function beat(core: Core): void {
  const nowMs = core.wheel.nowMs();
  const isNew = nowMs - core.bornMs < HELLO_OFTEN_MS;
  const everyMs = core.state.policy?.beatMs ?? (isNew ? HELLO_EVERY_MS : BEAT_MS);
  if (!core.link.connected() || nowMs - core.statusSaidMs < everyMs) return;
  sendStatus(core);
  later(core, () => core.store.saveBytes(core.meter.read(core.clock.planMs())));
}

function lookAtPower(core: Core): void {
  dispatch(core, { kind: 'power', power: core.power() });
}

function tick(core: Core): void {
  dispatch(core, { kind: 'tick' });
  const planMs = core.clock.planMs();
  if (planMs === null) return;
  const openStreams = [...core.state.streams.values()].filter((one) => one.closedAtMs === null);
  for (const { order } of openStreams) ahead(core, order, planMs);
}

/** Decodes what is due soon, and asks for the time before it. */
function ahead(core: Core, order: PlayOrder, planMs: number): void {
  const leftMs = (order.playAtMs - planMs) / core.speed;
  if (leftMs < DECODE_AHEAD_MS) core.sounds.open(order, planMs - order.playAtMs);
  const isSoon = leftMs > CLOCK_UNTIL_MS && leftMs < CLOCK_BEFORE_MS;
  if (isSoon && core.link.connected()) core.clock.refresh(CLOCK_OFTEN_MS);
}
