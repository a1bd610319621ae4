// Does what the brain decides: tells it what happened, sends, writes, plays.
// It must never decide anything itself.
import { seal, topics } from '../protocol/index.ts';
import type { Action, Event, Now } from './brain/state.ts';
import { statusOf, step } from './brain/step.ts';
import { FIRST_BURST } from './clock.ts';
import type { Core } from './core.ts';
import { keeping } from './rims.ts';
import { selfTest } from './self-test.ts';

/** Holdings change in bursts: one status for all of them. */
const STATUS_GATHER_MS = 300;

export function dispatch(core: Core, event: Event): void {
  const { state, actions } = step(core.state, event, nowOf(core));
  core.state = state;
  for (const action of actions) perform(core, action);
}

export function sendStatus(core: Core): void {
  if (core.statusTimer) return;
  core.statusSaidMs = core.wheel.nowMs();
  core.statusTimer = setTimeout(async () => {
    core.statusTimer = null;
    await core.subscribed; // what the service answers must find us listening
    const topic = topics.report(core.enrolment.speakerId, 'status');
    core.link.publish({ topic, bytes: statusBytes(core, true), qos: 1, retain: true });
  }, STATUS_GATHER_MS);
}

export function statusBytes(core: Core, online: boolean): Buffer {
  const { clock, state } = core;
  const status = statusOf(state, {
    online,
    planMs: clock.planMs(),
    clockErrorMs: clock.errorMs(),
    bytesThisMonth: core.meter.read(clock.planMs()).bytes,
  });
  return Buffer.from(JSON.stringify(status));
}

/** What the disk does not take is said and gone on from: sound and receipts still leave. */
export function later(core: Core, work: () => Promise<void>): void {
  core.queue = core.queue
    .then(work)
    .catch((error) => core.log.error({ err: error }, 'not written to the state folder'));
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
    case 'beep':
      void beep(core, action.orderId);
      return;
    case 'self-test':
      void test(core, action.orderId);
      return;
    case 'install':
      core.installed?.(action.enrolment);
      return;
    case 'log':
      core.log[action.level](action.about, action.text);
      return;
    default:
      if (action.kind === 'save-receipt') core.said(action.receipt);
      later(core, () => keeping(core, action, (event) => dispatch(core, event)));
  }
}

async function beep(core: Core, orderId: string): Promise<void> {
  const how = await core.player.beep();
  const facts = how === 'heard' ? {} : { reason: how };
  dispatch(core, { kind: 'commanded', orderId, command: 'identify', ok: how === 'heard', facts });
}

async function test(core: Core, orderId: string): Promise<void> {
  dispatch(core, { kind: 'commanded', orderId, command: 'self-test', ...(await selfTest(core)) });
}

function subscribe(core: Core, wanted: readonly string[]): void {
  core.listening = false;
  const subscribed = core.link.subscribe(wanted).then(() => {
    if (core.subscribed === subscribed) core.listening = true;
  });
  core.subscribed = subscribed;
}
