// Puts a loudspeaker together: the brain's state in the middle, its rims around it.
// It must never know how any of them works, only who tells whom.
import { randomBytes } from 'node:crypto';
import {
  type Enrolment,
  open,
  type Power,
  parseTime,
  type Receipt,
  topics,
} from '../protocol/index.ts';
import { passesHours, volumeAt } from '../rules/index.ts';
import { stretchesOf } from './brain/arrangement.ts';
import { wake } from './brain/start.ts';
import type { State } from './brain/state.ts';
import { type Clock, makeClock } from './clock.ts';
import type { Decoding } from './decode.ts';
import { dispatch, later, statusBytes } from './doing.ts';
import { trustedKeys } from './enrolment.ts';
import { READ_AHEAD_MS } from './limits.ts';
import { type Link, makeLink } from './link.ts';
import type { Log } from './log.ts';
import { type Meter, makeMeter } from './meter.ts';
import { SAMPLES_PER_MS } from './pcm.ts';
import { makePlayer, type Player } from './player.ts';
import { readPower } from './power.ts';
import type { Sink } from './sinks/port.ts';
import { makeSounds, type Sounds } from './sounds.ts';
import { openStore, type Store } from './store.ts';
import { gainOf } from './volume.ts';
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
  /** where the current comes from; as Linux tells it, unless said otherwise */
  power?: () => Power | null;
  /** a spare was told which site it is: whoever made it stops it and makes it anew */
  installed?: (enrolment: Enrolment) => void;
};
export type Core = AgentParts & {
  power: () => Power | null;
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
  /** monotonic: when the status was last said, and since when this speaker runs */
  statusSaidMs: number;
  bornMs: number;
  meter: Meter;
  keptClockMs: number;
};

const FIRMWARE = 'vang-xa-agent/0.1.0';
const KEEP_CLOCK_EVERY_MS = 10_000;

/** @throws SpeakerError when the state folder or the broker's address cannot be used */
export function assemble(parts: AgentParts): Core {
  const { enrolment, speed, wheel } = parts;
  const trusted = trustedKeys(enrolment);
  const store = openStore(parts.stateFolder, trusted);
  const { speakerId, unitId } = enrolment;
  const core = { power: readPower, ...parts, store } as Core;
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
  core.bornMs = wheel.nowMs();
  core.statusSaidMs = Number.NEGATIVE_INFINITY;
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
    gain: (order) => (passesHours(order) ? 1 : gainOf(volumeNow(core))),
    // Not within the player's own step: what it tells may change its plan.
    tell: (event) => void setImmediate(() => dispatch(core, event)),
  });
  // The link's last will is a status, so it counts before there is a link.
  core.meter = makeMeter({ total: () => core.link?.bytes() ?? 0, kept: store.found.bytes });
  core.link = linkOf(core);
  return core;
}

function volumeNow({ state: { policy }, clock }: Core): number {
  return policy === null ? 100 : volumeAt(policy, clock.planMs() ?? policy.issuedAtMs);
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

function keepClock(core: Core): void {
  const planMs = core.clock.planMs();
  const nowMs = core.wheel.nowMs();
  if (planMs === null || nowMs - core.keptClockMs < KEEP_CLOCK_EVERY_MS) return;
  core.keptClockMs = nowMs;
  later(core, () => core.store.saveClock({ wallMs: Date.now(), planMs }));
}
