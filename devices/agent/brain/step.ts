// The brain's door: (state, event, now) → (state, actions). Everything a loudspeaker decides.
// It must never know IO of any kind: the rims do what the actions say and tell what happened.
import { type Power, parseTopic, type Status } from '../../protocol/index.ts';
import { closeDecided, ended, heard, noticeRestarts, sinkFailed, started } from './accounts.ts';
import { rearrange } from './arrangement.ts';
import { chunkLost, proved, takeChunk } from './chunks.ts';
import { commanded } from './commands.ts';
import { lookAgain, takeOrder } from './orders.ts';
import { topicsOf } from './policy.ts';
import { isUntold, sendWaiting, unsend } from './receipts.ts';
import { askRepairs, freshRounds } from './repairs.ts';
import { adopted } from './reuse.ts';
import { forgetExpired } from './seen.ts';
import type { Event, Now, State, Step, Turn } from './state.ts';
import { act, count, patch } from './turn.ts';

export function step(state: State, event: Event, now: Now): Step {
  const turn: Turn = { state, actions: [], now };
  take(turn, event);
  return { state: turn.state, actions: turn.actions };
}

function take(turn: Turn, event: Event): void {
  switch (event.kind) {
    case 'message':
      message(turn, event);
      return;
    case 'connected':
      connected(turn);
      return;
    case 'disconnected':
      patch(turn, { connected: false });
      return;
    case 'tick':
      tick(turn);
      return;
    case 'room':
      patch(turn, { freeBytes: event.freeBytes });
      return;
    case 'power':
      power(turn, event.power);
      return;
    case 'commanded':
      commanded(turn, event);
      return;
    case 'proved':
      proved(turn, event.streamId, event.good);
      return;
    case 'adopted':
      adopted(turn, event.streamId);
      return;
    case 'chunk-lost':
      chunkLost(turn, event.streamId, event.seq);
      return;
    case 'started':
      started(turn, event);
      return;
    case 'heard':
      heard(turn, event);
      return;
    case 'ended':
      ended(turn, event);
      return;
    case 'sink-failed':
      sinkFailed(turn, event);
      return;
  }
}

function message(turn: Turn, { topic, bytes }: { topic: string; bytes: Uint8Array }): void {
  const parsed = parseTopic(topic);
  const { me, policy } = turn.state;
  if (parsed?.kind === 'stream') {
    takeChunk(turn, { ...parsed, bytes });
    return;
  }
  const isOurs =
    (parsed?.kind === 'speakerOrder' && parsed.speakerId === me.speakerId) ||
    (parsed?.kind === 'areaOrder' && policy?.areas.includes(parsed.areaCode));
  isOurs ? takeOrder(turn, bytes) : count(turn, 'strayTopics');
}

function connected(turn: Turn): void {
  patch(turn, { connected: true });
  const { me, policy } = turn.state;
  act(turn, { kind: 'subscribe', topics: topicsOf(me.speakerId, policy) });
  act(turn, { kind: 'send-status' }, { kind: 'ask-clock' });
  freshRounds(turn);
  unsend(turn);
  sendWaiting(turn);
}

/** Where the current comes from is worth a word at once; a percent less in the battery is not. */
function power(turn: Turn, power: Power | null): void {
  const before = turn.state.power;
  patch(turn, { power });
  if (before?.source !== power?.source) act(turn, { kind: 'send-status' });
}

/** Four times a second (real): everything that happens because time has passed. */
function tick(turn: Turn): void {
  const before = turn.state.streams;
  noticeRestarts(turn);
  if (turn.state.streams !== before) rearrange(turn);
  lookAgain(turn);
  closeDecided(turn);
  askRepairs(turn);
  sendWaiting(turn);
  forgetExpired(turn);
}

/** What is said of ourselves in the retained status. */
export function statusOf(
  state: State,
  at: {
    online: boolean;
    planMs: number | null;
    clockErrorMs: number | null;
    bytesThisMonth: number;
  },
): Status {
  const turn: Turn = { state, actions: [], now: { planMs: null, clockAgeMs: 0, realMs: 0 } };
  const holds = [...state.streams.values()].filter(
    (stream) => stream.closedAtMs === null || isUntold(turn, stream.order.streamId),
  );
  return {
    online: at.online,
    atMs: Math.round(at.planMs ?? 0),
    unitId: state.me.unitId,
    publicKey: state.me.publicKey,
    firmware: state.me.firmware,
    policyCounter: state.policy?.counter ?? 0,
    holds: holds.slice(-500).map((stream) => stream.order.streamId),
    clockErrorMs: at.clockErrorMs,
    freeBytes: state.freeBytes,
    power: state.power,
    volumePercent: state.policy?.volumePercent ?? 100,
    bytesThisMonth: at.bytesThisMonth,
  };
}
