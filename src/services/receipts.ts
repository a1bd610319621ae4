// Takes receipts in: opened with the unit's own key, kept once, turned into verdicts, acknowledged after.
// It must never acknowledge what is not committed: the speaker then forgets it.
import { asReceipt, open, publicKeyFromRaw, type Receipt } from '../../devices/protocol/index.ts';
import type { Airing } from '../domain/model.ts';
import { revised, verdictOf } from '../domain/verdicts.ts';
import type { Acks } from './acks.ts';
import { makeAllowance } from './allowance.ts';
import type { Closing } from './closing.ts';
import type { Deps } from './deps.ts';
import type { Incidents } from './incidents.ts';
import type { WireEvents } from './ports.ts';
import { record } from './record.ts';

export type ReceiptParts = { deps: Deps; acks: Acks; closing: Closing; incidents: Incidents };
export type Receipts = {
  take: WireEvents['receipt'];
  /** what waits is written now */
  flush(): void;
};

/** One commit reaches the disk for all that came in meanwhile; 5,000 speakers end at the same second. */
const GATHER_MS = 100;
const GATHER_MAX = 200;
/** A day's receipts after an outage come in bursts; more than this is a box gone mad. */
const PER_SPEAKER = 400;
const WINDOW_MS = 30_000;

type Waiting = { siteId: string; receipt: Receipt };

export function makeReceipts(parts: ReceiptParts): Receipts {
  const { deps } = parts;
  const allowed = makeAllowance({
    max: PER_SPEAKER,
    windowMs: WINDOW_MS,
    monoMs: deps.clock.monoMs,
  });
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) keepAll(parts, batch);
  };
  return {
    flush,
    async take(siteId, envelope) {
      if (!allowed(siteId)) return; // kept by the speaker, said again later
      const receipt = opened(parts, { siteId, envelope });
      if (!receipt) return;
      waiting.push({ siteId, receipt });
      if (waiting.length >= GATHER_MAX) flush();
      else timer ??= setTimeout(flush, GATHER_MS);
    },
  };
}

/** The receipt, when it is this speaker's own word; otherwise an incident. */
function opened(
  { deps, incidents }: ReceiptParts,
  { siteId, envelope }: { siteId: string; envelope: Uint8Array },
): Receipt | null {
  const unit = deps.store.units.at(siteId);
  const key = unit?.publicKey ? publicKeyFromRaw(Buffer.from(unit.publicKey, 'base64')) : null;
  const found = open(envelope, () => key);
  if (!found.ok) {
    incidents.report('forged-receipt', siteId, { reason: found.reason });
    return null;
  }
  const receipt = asReceipt(found.body);
  if (receipt?.speakerId === siteId && receipt.unitId === unit?.id) return receipt;
  incidents.report('wrong-receipt', siteId, { reason: receipt ? 'misdirected' : 'bad-message' });
  return null;
}

function keepAll(parts: ReceiptParts, batch: readonly Waiting[]): void {
  const { deps, acks } = parts;
  const touched = new Map<string, Airing>();
  try {
    const sealed = deps.store.transaction(() => {
      for (const one of batch) {
        const airing = keepOne(parts, one);
        if (airing) touched.set(airing.id, airing);
      }
      return acks.sign(batch.map(({ siteId, receipt }) => ({ siteId, id: receipt.receiptId })));
    });
    acks.send(sealed);
  } catch (error) {
    // one that cannot be kept must not keep out the others
    if (batch.length > 1) for (const one of batch) keepAll(parts, [one]);
    // not acknowledged, so the speaker says it again in half a minute
    else deps.log.error({ err: error }, 'a receipt could not be kept');
    return;
  }
  for (const { id, tenantId } of touched.values())
    deps.changes.tell({ kind: 'airing', id, tenantId });
}

/** The airing whose verdict changed, if one did. */
function keepOne(parts: ReceiptParts, { siteId, receipt }: Waiting): Airing | null {
  const { deps, closing } = parts;
  const { store } = deps;
  const nowMs = deps.clock.planMs();
  const airing = receipt.streamId === null ? null : store.airings.get(receipt.streamId);
  const part = airing && store.airings.speaker(airing.id, siteId);
  const airingId = part ? airing.id : null;
  if (!store.receipts.insert({ receipt, airingId, takenAtMs: nowMs }) || !part) return null;
  const next = verdictOf({
    airing,
    siteId,
    receipts: store.receipts.of(airing.id, siteId),
    nowMs,
  });
  const verdict = next && revised(part.verdict, next);
  if (!verdict) return null;
  store.airings.putVerdict(verdict);
  if (verdict.revision > 0) noteRevision(deps, { airing, siteId, kind: verdict.kind });
  closing.closeIfComplete(airing.id);
  return airing;
}

function noteRevision(deps: Deps, of: { airing: Airing; siteId: string; kind: string }): void {
  record(deps, {
    actor: null,
    action: 'service.verdict-revised',
    subject: `airing:${of.airing.id}`,
    tenantId: of.airing.tenantId,
    detail: { siteId: of.siteId, kind: of.kind },
  });
}
