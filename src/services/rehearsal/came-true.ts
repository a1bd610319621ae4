// What came of a rehearsal once its span is over: how much of what did not play had been said.
// It must never judge an airing: its verdicts are read as they stand.
import { NAMED_MAX } from '../../domain/rehearsal/gathering.ts';
import type { Fault, SpokenFinding } from '../../domain/rehearsal/rehearsal-model.ts';
import type { Deps } from '../deps.ts';
import type { CameTrue } from './rehearsal-door.ts';
import type { Rehearsal } from './rehearsal-store.ts';

/** Read while a person waits: a commune's week, not a province's. */
const PAIRS_MAX = 20_000;

export function cameTrue(deps: Deps, rehearsal: Rehearsal): CameTrue | null {
  const { store, clock } = deps;
  const { tenantId, fromMs, toMs, pairs } = rehearsal;
  if (clock.planMs() < toMs || pairs > PAIRS_MAX) return null;
  const said = foreseenPairs(rehearsal);
  const feared = foreseenPairs(rehearsal, 'battery-low');
  const tenantIds = store.areas.all().flatMap((area) => (area.id === area.tenantId ? area.id : []));
  const closed = store.airings
    .list({ tenantIds, fromMs, toMs, heardIn: [tenantId] })
    .filter(({ state }) => state === 'closed');
  const came: CameTrue = { pairs: 0, missed: 0, foreseen: 0, falseAlarms: 0 };
  for (const airing of closed)
    for (const { siteId, verdict } of store.airings.speakers(airing.id)) {
      if (!verdict || store.sites.get(siteId)?.tenantId !== tenantId) continue;
      const pair = `${airing.occurrenceId} ${siteId}`;
      const wasSaid = said.has(pair);
      const missed = verdict.kind !== 'played';
      came.pairs += 1;
      if (missed) came.missed += 1;
      if (missed && wasSaid) came.foreseen += 1;
      // "may not be heard" was true either way
      if (!missed && wasSaid && !feared.has(pair)) came.falseAlarms += 1;
    }
  return came;
}

function foreseenPairs({ findings }: Rehearsal, fault?: Fault): Set<string> {
  const meant = findings.filter((finding) => fault === undefined || finding.fault === fault);
  return new Set(meant.flatMap(pairsOf));
}

function pairsOf({ occurrenceIds, siteIds, only }: SpokenFinding): string[] {
  if (only)
    return only.map((mark) => {
      const [slotNo, siteNo] = [Math.floor(mark / NAMED_MAX), mark % NAMED_MAX];
      return `${occurrenceIds[slotNo]} ${siteIds[siteNo]}`;
    });
  return occurrenceIds.flatMap((occurrenceId) =>
    siteIds.map((siteId) => `${occurrenceId} ${siteId}`),
  );
}
