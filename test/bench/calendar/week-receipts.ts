// What a loudspeaker with faults would have signed for one airing: reboots take away, clocks are off.
// It must never judge: verdicts do.
import type { FinishedReceipt, Receipt } from '../../../devices/protocol/index.ts';
import type { Arranged } from '../../../devices/rules/index.ts';
import type { Airing } from '../../../src/domain/model.ts';

export type Fault = {
  reboots: readonly { fromMs: number; toMs: number }[];
  offline: readonly { fromMs: number; toMs: number }[];
  clockErrorMs: number;
  /** of orders and their chunks */
  lossShare: number;
};

/** A clock this far off asks for the time before it plays anything. */
const NO_CLOCK_MS = 3_000;

export function receiptsOf(of: {
  airing: Airing;
  siteId: string;
  arranged: Arranged;
  fault: Fault;
}): Receipt[] {
  const { airing, siteId, arranged, fault } = of;
  const atMs = Math.round(arranged.decidedAtMs);
  const common = { speakerId: siteId, unitId: `may-${siteId}`, streamId: airing.id, atMs };
  if (fault.clockErrorMs >= NO_CLOCK_MS)
    return [
      {
        ...common,
        event: 'refused',
        receiptId: `x-${airing.id}`,
        orderId: null,
        reason: 'no-clock',
      },
    ];
  const { segments, pauses } = arranged;
  const plannedMs = segments.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const lostMs = segments.reduce((sum, segment) => sum + overlap(segment, fault.reboots), 0);
  const first = segments[0];
  const finished: FinishedReceipt = {
    ...common,
    event: 'finished',
    receiptId: `f-${airing.id}`,
    startErrorMs: first ? fault.clockErrorMs : null,
    heardMs: plannedMs - lostMs,
    durationMs: airing.durationMs,
    ...{ chunksReceived: 1, chunksRepaired: 0 },
    interruptions: pauses.map(({ fromMs, toMs, byId: byStreamId, resumed }) => ({
      ...{ fromMs, toMs, byStreamId, resumed },
    })),
    shortOf: arranged.shortOf ?? (lostMs > 0 ? 'restarted' : null),
    preemptedBy: arranged.byId,
  };
  return [finished];
}

function overlap(
  { fromMs, toMs }: { fromMs: number; toMs: number },
  spans: Fault['reboots'],
): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs)),
    0,
  );
}
