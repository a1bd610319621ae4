// A spare says it is there: seen once, its key pinned, and told again what it has become.
// It must never be taken for a site's speaker, nor be sent anything that sounds.
import type { Status } from '../../../devices/protocol/index.ts';
import type { Spare } from '../../domain/poles/pole-model.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import type { WireEvents } from '../ports.ts';
import type { Swaps } from './swaps.ts';

/** As many as a speaker's own hellos are answered (src/services/wire/hello.ts). */
const ANSWERED_PER_MINUTE = 20;
/** What a screen shows of a box in a store room need not be newer. */
const WRITTEN_EVERY_MS = 60_000;

export function makeSpareHello(of: { deps: Deps; swaps: Swaps }): WireEvents['status'] {
  const { deps, swaps } = of;
  const { store, clock } = deps;
  const { monoMs } = clock;
  const answers = makeAllowance({ max: ANSWERED_PER_MINUTE, windowMs: 60_000, monoMs });
  return async (spareId, status, retained = false) => {
    const spare = store.spares.get(spareId);
    if (!spare || spare.withdrawnAtMs !== null || !answers(spareId)) return;
    const publicKey = spare.publicKey ?? status.publicKey;
    if (!isItself(spare, status) || status.publicKey !== publicKey) {
      deps.log.warn({ speakerId: spareId, kind: 'wrong-unit' }, 'incident');
      return;
    }
    // what a broker kept says nothing of now, unless that it has gone
    if (retained && status.online) return;
    keep(deps, { spare, online: status.online, publicKey });
    if (status.online) swaps.remind(spareId);
  };
}

function isItself(spare: Spare, status: Status): boolean {
  const isKey = Buffer.from(status.publicKey, 'base64').length === 32;
  return spare.unitId === status.unitId && isKey;
}

function keep(deps: Deps, of: { spare: Spare; online: boolean; publicKey: string }): void {
  const { spare, online, publicKey } = of;
  const nowMs = deps.clock.planMs();
  const isRecent = spare.heardAtMs !== null && nowMs - spare.heardAtMs < WRITTEN_EVERY_MS;
  if (isRecent && online === spare.online && spare.publicKey !== null) return;
  const atMs = online ? nowMs : (spare.heardAtMs ?? nowMs);
  deps.store.spares.heard(spare.id, { atMs, online, publicKey });
  deps.changes.tell({ kind: 'speaker', id: spare.id, tenantId: spare.tenantId });
}
