// Takes receipts in: opened with the unit's own key, kept once, turned into verdicts, acknowledged after.
// It must never acknowledge what is not committed: the speaker then forgets it.
import {
  asReceipt,
  open,
  publicKeyFromRaw,
  type Receipt,
} from '../../../devices/protocol/index.ts';
import type { Airing, AiringSpeaker } from '../../domain/model.ts';
import type { Closing } from '../airing/closing.ts';
import { judged } from '../airing/verdict-facts.ts';
import { type Allowance, makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { boundedFacts } from '../poles/facts.ts';
import type { Incidents } from '../poles/incidents.ts';
import type { Vitals } from '../poles/vitals.ts';
import type { WireEvents } from '../ports.ts';
import { record } from '../record.ts';
import type { Acks } from './acks.ts';

export type ReceiptParts = {
  deps: Deps;
  acks: Acks;
  closing: Closing;
  incidents: Incidents;
  vitals: Vitals;
};
type Inner = ReceiptParts & { today: Allowance };
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
/** New rows a day: a full outbox of a box that was away (5,000), and a busy day of its own. */
const PER_DAY = 6_000;
const DAY_MS = 24 * 3_600_000;
/** Refusals of forged orders and the like, for whoever looks into them; later ones say no more. */
const ASTRAY_MAX = 300;

type Waiting = { siteId: string; receipt: Receipt };

export function makeReceipts(given: ReceiptParts): Receipts {
  const { monoMs } = given.deps.clock;
  const allowed = makeAllowance({ max: PER_SPEAKER, windowMs: WINDOW_MS, monoMs });
  const today = makeAllowance({ max: PER_DAY, windowMs: DAY_MS, monoMs });
  const parts = { ...given, today };
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
      if (!today(siteId, 0)) return parts.incidents.report('receipt-flood', siteId);
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

function keepAll(parts: Inner, batch: readonly Waiting[]): void {
  const { deps, acks } = parts;
  const touched = new Map<string, Airing>();
  const fresh: string[] = [];
  const judged: string[] = [];
  const answered: Waiting[] = [];
  try {
    const sealed = deps.store.transaction(() => {
      for (const one of batch) {
        const answers = answerOf(parts, one);
        if (answers) answered.push(one);
        const { isNew, airing } = answers ? { isNew: true, airing: null } : keepOne(parts, one);
        if (isNew) fresh.push(one.siteId);
        if (airing) judged.push(one.siteId);
        if (airing) touched.set(airing.id, airing);
      }
      return acks.sign(batch.map(({ siteId, receipt }) => ({ siteId, id: receipt.receiptId })));
    });
    for (const siteId of fresh) parts.today(siteId);
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
  parts.vitals.judged(judged);
  for (const { siteId, receipt } of answered) sayAnswered(parts, { siteId, receipt });
}

/** An answer to a command of this site that has none yet: kept with the command, once. */
function answerOf({ deps }: Inner, { siteId, receipt }: Waiting): boolean {
  if (receipt.event !== 'commanded') return false;
  const { store, clock } = deps;
  const command = store.commands.get(receipt.orderId);
  if (command?.siteId !== siteId || command.answeredAtMs !== null) return false;
  const { ok, orderId } = receipt;
  store.commands.answer(orderId, { atMs: clock.planMs(), ok, facts: boundedFacts(receipt.facts) });
  return store.receipts.insert({ receipt, airingId: null, takenAtMs: clock.planMs() });
}

function sayAnswered({ deps, vitals }: Inner, { siteId, receipt }: Waiting): void {
  const site = deps.store.sites.get(siteId);
  if (!site || receipt.event !== 'commanded') return;
  const { command, ok, facts } = receipt;
  if (command === 'self-test') vitals.selfTested(site, { ok, facts: boundedFacts(facts) });
  deps.changes.tell({ kind: 'speaker', id: siteId, tenantId: site.tenantId });
}

/** Whether a row was written, and the airing whose verdict changed, if one did. */
function keepOne(parts: Inner, one: Waiting): { isNew: boolean; airing: Airing | null } {
  const { siteId, receipt } = one;
  const { store, clock } = parts.deps;
  const nowMs = clock.planMs();
  const airing = receipt.streamId === null ? null : store.airings.get(receipt.streamId);
  const part = airing && store.airings.speaker(airing.id, siteId);
  const airingId = part ? airing.id : null;
  // acknowledged all the same, so that the box forgets it
  if (!part && store.receipts.astray(siteId) >= ASTRAY_MAX) return { isNew: false, airing: null };
  const isNew = store.receipts.insert({ receipt, airingId, takenAtMs: nowMs });
  const changed = isNew && part && judge(parts, { airing, part, nowMs });
  return { isNew, airing: changed ? airing : null };
}

/** true when its verdict changed */
function judge(
  { deps, closing }: Inner,
  of: { airing: Airing; part: AiringSpeaker; nowMs: number },
): boolean {
  const { store } = deps;
  const { airing, part, nowMs } = of;
  const { siteId } = part;
  const found = judged(deps, { airing, part, nowMs, previous: part.verdict, isOver: false });
  if (!found) return false;
  const { verdict, facts } = found;
  store.airings.putVerdict(verdict, facts);
  if (verdict.revision > 0) noteRevision(deps, { airing, siteId, kind: verdict.kind });
  closing.closeIfComplete(airing.id);
  return true;
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
