// Answers "what time is it?": four timestamps, signed, because a forged hour would open every window.
// It must never wait in a queue: a late answer is a wrong one, so it is sent at once or not at all.
import { seal, type TimeOrder, topics } from '../../../devices/protocol/index.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import type { WireEvents } from '../ports.ts';

/** Five at a start and one every half minute; reconnecting twice a minute still fits. */
const PER_MINUTE = 30;

export function makeClockAnswers(deps: Deps): WireEvents['clock'] {
  const allowed = makeAllowance({
    max: PER_MINUTE,
    windowMs: 60_000,
    monoMs: deps.clock.monoMs,
  });
  return async (siteId, { n, t0Ms }, arrivedPlanMs) => {
    if (!allowed(siteId) || !deps.wire.connected()) return;
    const t2Ms = deps.clock.planMs();
    const body: TimeOrder = { kind: 'time', n, t0Ms, t1Ms: arrivedPlanMs, t2Ms };
    const bytes = seal(body, deps.signer);
    // not awaited: the next report must not wait for this one's way to the broker
    deps.wire.publish(topics.speakerTime(siteId), bytes, { qos: 0 }).catch(() => undefined);
  };
}
