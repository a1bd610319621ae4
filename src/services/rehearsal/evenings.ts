// Every evening at eight each commune's tomorrow is played through by itself; whoever plans it hears what will fail.
// It must never keep a time in a timer: each commune's turn is a row.
import { DAY_MS, dayNumber, midnightMs } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { rehearseNow } from './rehearsals.ts';

export type Evenings = { look(): Promise<void> };

/** Late enough to know the day's changes, early enough to send somebody tomorrow at six. */
const EVENING_MS = 20 * 3_600_000;
/** A province of communes has its evening within two minutes, a beat at a time. */
const PER_LOOK = 1;
/** New communes are looked for so often. */
const TURNS_EVERY_MS = 600_000;

export function makeEvenings(deps: Deps): Evenings {
  const { store, clock, log } = deps;
  let turnsAtMs = Number.NEGATIVE_INFINITY;
  let under: Promise<void> | null = null;
  const one = async ({ tenantId, dueAtMs }: { tenantId: string; dueAtMs: number }) => {
    const nowMs = clock.planMs();
    // first the next turn: a rehearsal that cannot be made is not tried again at every beat
    store.rehearsals.putTurn(tenantId, nextEvening(nowMs));
    const fromMs = midnightMs(dayNumber(dueAtMs) + 1);
    // after days of sleep that morning is past: what is left of today is worth no evening's report
    if (fromMs + DAY_MS <= nowMs) return;
    const span = { tenantId, fromMs, toMs: fromMs + DAY_MS };
    const { id: rehearsalId, findings, left } = await rehearseNow(deps, { actor: null, span });
    const [first] = findings;
    if (!first) return;
    const found = findings.length + left;
    const title = first.siteName ?? first.title ?? '';
    deps.happenings.tell({ kind: 'rehearsal-found', tenantId, rehearsalId, found, title, fromMs });
  };
  const all = async () => {
    for (const turn of store.rehearsals.due(clock.planMs(), PER_LOOK))
      await one(turn).catch((error) =>
        log.error({ err: error, tenantId: turn.tenantId }, 'an evening could not be rehearsed'),
      );
  };
  return {
    look() {
      if (clock.monoMs() - turnsAtMs >= TURNS_EVERY_MS) {
        turnsAtMs = clock.monoMs();
        giveTurns(deps);
      }
      under ??= all().finally(() => {
        under = null;
      });
      return under;
    },
  };
}

/** Every commune has a turn; the province sees what its communes see. */
function giveTurns({ store, clock }: Deps): void {
  const known = new Set(store.rehearsals.turns().map(({ tenantId }) => tenantId));
  for (const { id, kind } of store.areas.all())
    if (kind === 'commune' && !known.has(id))
      store.rehearsals.putTurn(id, nextEvening(clock.planMs()));
}

export function nextEvening(nowMs: number): number {
  const today = midnightMs(dayNumber(nowMs)) + EVENING_MS;
  return today > nowMs ? today : today + DAY_MS;
}
