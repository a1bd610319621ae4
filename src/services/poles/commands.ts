// "Where are you?" and "are you well?": one signed order to one unit, answered by it or by nobody.
// It must never wait for the answer: a receipt brings it (src/services/wire/receipts.ts).
import { topics } from '../../../devices/protocol/index.ts';
import type { Command } from '../../domain/poles/pole-model.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { permitted } from '../scope.ts';
import { planSpan, signOrder } from '../wire/orders.ts';
import type { Outbox } from '../wire/outbox.ts';
import type { Commands, CommandView } from './pole-door.ts';
import { noUnit, tooManyCommands } from './pole-refusals.ts';

/** REAL: who stands below the pole has gone after a minute, and a beep then startels somebody else. */
const LIFE_MS = 60_000;
/** An answer may still be on its way when the order can be obeyed no more: a self-test takes half a minute. */
const PATIENCE_MS = 60_000;
/** A finger that presses again and again must not make a pole beep all evening. */
const PER_MINUTE = 6;

export function makeCommands(deps: Deps, outbox: Outbox): Commands {
  const { store, clock } = deps;
  const { monoMs } = clock;
  const allowed = makeAllowance({ max: PER_MINUTE, windowMs: 60_000, monoMs });
  return {
    ask(actor, { siteId, command }) {
      const thing = store.sites.get(siteId);
      const site = permitted(deps, { actor, action: 'speaker.command', thing });
      const unit = store.units.at(siteId);
      if (!unit) throw noUnit();
      if (!allowed(siteId)) throw tooManyCommands(PER_MINUTE);
      const askedAtMs = clock.planMs();
      const expiresAtMs = askedAtMs + planSpan(deps, LIFE_MS);
      const { tenantId } = site;
      const { bytes, orderId } = store.transaction(() => {
        const body = { kind: 'command', speakerId: siteId, unitId: unit.id, command } as const;
        const signed = signOrder(deps, { body, expiresAtMs });
        const asked: Command = {
          ...{ orderId: signed.orderId, siteId, unitId: unit.id, command, askedAtMs, expiresAtMs },
          ...{ askedById: actor.accountId, answeredAtMs: null, ok: null, facts: {} },
        };
        store.commands.insert(asked);
        const subject = `site:${siteId}`;
        const detail = { command };
        record(deps, { actor, action: 'speaker.command', subject, tenantId, detail });
        return signed;
      });
      const make = () => (clock.planMs() < expiresAtMs ? bytes : null);
      outbox.post(topics.speakerOrder(siteId), make, { urgent: true });
      deps.changes.tell({ kind: 'speaker', id: siteId, tenantId });
      return { orderId, expiresAtMs, broker: deps.wire.connected() ? 'connected' : 'waiting' };
    },
  };
}

export function commandView(deps: Deps, of: Command): CommandView {
  const { orderId, command, askedAtMs, answeredAtMs, ok, facts, expiresAtMs } = of;
  const waits = deps.clock.planMs() < expiresAtMs + planSpan(deps, PATIENCE_MS);
  const state = answeredAtMs !== null ? 'answered' : waits ? 'waiting' : 'no-answer';
  const askedBy = deps.store.accounts.get(of.askedById)?.fullName ?? '';
  return { orderId, command, askedAtMs, answeredAtMs, ok, facts, askedBy, state };
}
