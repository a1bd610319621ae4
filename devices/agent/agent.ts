// One loudspeaker: the brain in the middle, link, store, clock, decoder and player around it.
// It must never know how any of them works, only who tells whom.
import { randomBytes } from 'node:crypto';
import type { Enrolment, PlayOrder, Receipt } from '../protocol/index.ts';
import { open, parseTime, seal, topics } from '../protocol/index.ts';
import { stretchesOf } from './brain/arrangement.ts';
import { wake } from './brain/start.ts';
import type { Action, Event, Now, State } from './brain/state.ts';
import { statusOf, step } from './brain/step.ts';
import { type Clock, FIRST_BURST, makeClock } from './clock.ts';
import type { Decoding } from './decode.ts';
import { trustedKeys } from './enrolment.ts';
import { DECODE_AHEAD_MS } from './limits.ts';
import { type Link, makeLink } from './link.ts';
import type { Log } from './log.ts';
import { SAMPLES_PER_MS } from './pcm.ts';
import { makePlayer, type Player } from './player.ts';
import { keeping } from './rims.ts';
import type { Sink } from './sinks/port.ts';
import { makeSounds, type Sounds } from './sounds.ts';
import { openStore, type Store } from './store.ts';
import type { Wheel } from './wheel.ts';

export type AgentParts = {
  enrolment: Enrolment;
  brokerUrl: string;
  stateFolder: string;
  sink: Sink;
  speed: number;
  /** shared by all agents of a process */
  wheel: Wheel;
  decoding: Decoding;
  log: Log;
  /** every receipt, as it is written */
  said(receipt: Receipt): void;
};
export type Agent = {
  speakerId: string;
  start(): void;
  stop(): Promise<void>;
  /** connected and listening, with a policy, the time and a decoder */
  ready(): boolean;
  state(): State;
};

const FIRMWARE = 'vang-xa-agent/0.1.0';
const TICK_MS = 250;
const ROOM_EVERY_MS = 60_000;
/** Without a policy a speaker is mute: it says that it is there until it is answered. */
const HELLO_EVERY_MS = 10_000;
/** Free room and the clock's error change slowly. */
const STATUS_EVERY_MS = 300_000;
/** So long (real) before a start the clock is asked once more, unless it was just now. */
const CLOCK_BEFORE_MS = 5_000;
/** Holdings change in bursts: one status for all of them. */
const STATUS_GATHER_MS = 300;
const KEEP_CLOCK_EVERY_MS = 10_000;
/** Two seconds (real) of sound are read before they are due. */
const READ_AHEAD_MS = 2_000;

export type Core = AgentParts & {
  store: Store;
  clock: Clock;
  link: Link;
  player: Player;
  sounds: Sounds;
  state: State;
  /** what is written to disk, and what must follow it, one after another */
  queue: Promise<void>;
  subscribed: Promise<void>;
  /** the broker has confirmed all we asked to hear */
  listening: boolean;
  statusTimer: NodeJS.Timeout | null;
  keptClockMs: number;
};

/** @throws SpeakerError when the state folder or the broker's address cannot be used */
export function makeAgent(parts: AgentParts): Agent {
  const core = assemble(parts);
  const timers: NodeJS.Timeout[] = [];
  const measureRoom = async () =>
    dispatch(core, { kind: 'room', freeBytes: await core.store.freeBytes() });
  return {
    speakerId: parts.enrolment.speakerId,
    state: () => core.state,
    ready: () =>
      core.link.connected() &&
      core.listening &&
      core.decoding.awake() &&
      core.state.policy !== null &&
      core.clock.errorMs() !== null,
    start() {
      timers.push(setInterval(() => tick(core), TICK_MS));
      timers.push(setInterval(measureRoom, ROOM_EVERY_MS));
      timers.push(setInterval(() => sendStatus(core), STATUS_EVERY_MS));
      timers.push(setInterval(() => core.state.policy ?? sendStatus(core), HELLO_EVERY_MS));
      core.queue = measureRoom();
      core.clock.start();
      core.link.start();
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      if (core.statusTimer) clearTimeout(core.statusTimer);
      core.clock.stop();
      await core.player.stop();
      const { speakerId } = parts.enrolment;
      const last = { topic: topics.report(speakerId, 'status'), bytes: statusBytes(core, false) };
      await core.link.stop(last);
      await core.queue;
      for (const streamId of core.state.streams.keys()) core.sounds.close(streamId);
      await core.store.close();
    },
  };
}

function assemble(parts: AgentParts): Core {
  const { enrolment, speed, wheel } = parts;
  const trusted = trustedKeys(enrolment);
  const store = openStore(parts.stateFolder, trusted);
  const { speakerId, unitId } = enrolment;
  const core = { ...parts, store } as Core;
  const bootId = randomBytes(9).toString('base64url');
  const { publicKey } = store.key;
  core.state = wake(
    { speakerId, unitId, bootId, trusted, speed, publicKey, firmware: FIRMWARE },
    store.found,
  );
  core.queue = Promise.resolve();
  core.subscribed = Promise.resolve();
  core.listening = false;
  core.statusTimer = null;
  core.keptClockMs = Number.NEGATIVE_INFINITY;
  core.clock = clockOf(core);
  core.sounds = makeSounds({
    decoding: parts.decoding,
    chunk: store.chunk,
    readAheadSamples: READ_AHEAD_MS * speed * SAMPLES_PER_MS,
  });
  core.player = makePlayer({
    clock: core.clock,
    wheel,
    speed,
    sink: parts.sink,
    sounds: core.sounds,
    order: (streamId) => core.state.streams.get(streamId)?.order,
    startOffsetMs: () => core.state.policy?.startOffsetMs ?? 0,
    // Not within the player's own step: what it tells may change its plan.
    tell: (event) => void setImmediate(() => dispatch(core, event)),
  });
  core.link = linkOf(core);
  return core;
}

function clockOf(core: Core): Clock {
  const { speakerId } = core.enrolment;
  return makeClock({
    speed: core.speed,
    nowMs: core.wheel.nowMs,
    wallMs: () => Date.now(),
    kept: core.store.found.clock,
    ask(question) {
      const bytes = Buffer.from(JSON.stringify(question));
      core.link.publish({ topic: topics.report(speakerId, 'clock'), bytes, qos: 0 });
    },
    learnt() {
      dispatch(core, { kind: 'tick' });
      core.player.follow(stretchesOf(core.state));
      keepClock(core);
    },
  });
}

function linkOf(core: Core): Link {
  const { speakerId, username, password } = core.enrolment;
  const timeTopic = topics.speakerTime(speakerId);
  return makeLink({
    url: core.brokerUrl,
    clientId: speakerId,
    username,
    password,
    log: core.log,
    will: { topic: topics.report(speakerId, 'status'), bytes: () => statusBytes(core, false) },
    message(topic, bytes) {
      if (topic === timeTopic) takeTime(core, bytes);
      else dispatch(core, { kind: 'message', topic, bytes });
    },
    connectedNow: () => dispatch(core, { kind: 'connected' }),
    goneNow: () => dispatch(core, { kind: 'disconnected' }),
  });
}

/** A forged hour would open every window: answers are sealed like orders. */
function takeTime(core: Core, bytes: Uint8Array): void {
  const opened = open(bytes, core.state.me.trusted);
  const parsed = opened.ok ? parseTime(opened.body) : null;
  if (!parsed?.ok || !core.clock.answered(parsed.value))
    core.log.debug('an answer of the clock was not taken');
}

function dispatch(core: Core, event: Event): void {
  const { state, actions } = step(core.state, event, nowOf(core));
  core.state = state;
  for (const action of actions) perform(core, action);
}

function nowOf(core: Core): Now {
  const { clock, wheel } = core;
  return { planMs: clock.planMs(), clockAgeMs: clock.ageMs(), realMs: wheel.nowMs() };
}

function perform(core: Core, action: Action): void {
  const { link, enrolment } = core;
  const report = (kind: 'receipt' | 'repair') => topics.report(enrolment.speakerId, kind);
  switch (action.kind) {
    case 'subscribe':
      subscribe(core, action.topics);
      return;
    case 'unsubscribe':
      link.unsubscribe(action.topics);
      return;
    case 'ask-clock':
      void core.subscribed.then(() => core.clock.burst(FIRST_BURST));
      return;
    case 'send-status':
      sendStatus(core);
      return;
    case 'send-repair': {
      const bytes = Buffer.from(JSON.stringify(action.repair));
      link.publish({ topic: report('repair'), bytes, qos: 0 });
      return;
    }
    case 'send-receipt':
      later(core, async () => {
        const bytes = seal(action.receipt, core.store.key);
        link.publish({ topic: report('receipt'), bytes, qos: 1 });
      });
      return;
    case 'follow':
      core.player.follow(action.stretches);
      return;
    case 'log':
      core.log[action.level](action.about, action.text);
      return;
    default:
      if (action.kind === 'save-receipt') core.said(action.receipt);
      later(core, () => keeping(core, action, (event) => dispatch(core, event)));
  }
}

function subscribe(core: Core, wanted: readonly string[]): void {
  core.listening = false;
  const subscribed = core.link.subscribe(wanted).then(() => {
    if (core.subscribed === subscribed) core.listening = true;
  });
  core.subscribed = subscribed;
}

/** What the disk does not take is said and gone on from: sound and receipts still leave. */
function later(core: Core, work: () => Promise<void>): void {
  core.queue = core.queue
    .then(work)
    .catch((error) => core.log.error({ err: error }, 'not written to the state folder'));
}

function tick(core: Core): void {
  dispatch(core, { kind: 'tick' });
  const planMs = core.clock.planMs();
  if (planMs === null) return;
  const openStreams = [...core.state.streams.values()].filter((one) => one.closedAtMs === null);
  for (const { order } of openStreams) ahead(core, order, planMs);
}

/** Decodes what is due soon, and asks for the time shortly before it. */
function ahead(core: Core, order: PlayOrder, planMs: number): void {
  const leftMs = (order.playAtMs - planMs) / core.speed;
  if (leftMs < DECODE_AHEAD_MS) core.sounds.open(order, planMs - order.playAtMs);
  const isSoon = leftMs > 0 && leftMs < CLOCK_BEFORE_MS;
  if (isSoon && core.clock.ageMs() > CLOCK_BEFORE_MS && core.link.connected()) core.clock.burst(1);
}

function sendStatus(core: Core): void {
  if (core.statusTimer) return;
  core.statusTimer = setTimeout(async () => {
    core.statusTimer = null;
    await core.subscribed; // what the service answers must find us listening
    const topic = topics.report(core.enrolment.speakerId, 'status');
    core.link.publish({ topic, bytes: statusBytes(core, true), qos: 1, retain: true });
  }, STATUS_GATHER_MS);
}

function statusBytes(core: Core, online: boolean): Buffer {
  const { clock, state } = core;
  const status = statusOf(state, {
    online,
    planMs: clock.planMs(),
    clockErrorMs: clock.errorMs(),
  });
  return Buffer.from(JSON.stringify(status));
}

function keepClock(core: Core): void {
  const planMs = core.clock.planMs();
  const nowMs = core.wheel.nowMs();
  if (planMs === null || nowMs - core.keptClockMs < KEEP_CLOCK_EVERY_MS) return;
  core.keptClockMs = nowMs;
  later(core, () => core.store.saveClock({ wallMs: Date.now(), planMs }));
}
