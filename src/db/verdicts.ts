// Rows of who takes part in an airing and how it ended there: one verdict for each, at most.
// It must never know how a verdict is reached (src/domain/airing/verdicts.ts).
import type { Interruption } from '../../devices/protocol/index.ts';
import type { Fact } from '../domain/airing/facts.ts';
import type { AiringSpeaker, Verdict } from '../domain/model.ts';
import type { AiringStore, VerdictThen } from '../services/airing/airing-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

type Rows = Pick<
  AiringStore['airings'],
  'speakers' | 'speaker' | 'putVerdict' | 'lastVerdicts' | 'lastOfEach' | 'partsDue'
>;

export function verdictRows(run: Runner): Rows {
  const verdicts = queries.selectFrom('verdicts').selectAll('verdicts');
  const partners = queries.selectFrom('airingSpeakers').select(['airingId', 'siteId', 'unitId']);
  const given = queries
    .selectFrom('airingSpeakers as part')
    .innerJoin('verdicts', (join) =>
      join
        .onRef('verdicts.airingId', '=', 'part.airingId')
        .onRef('verdicts.siteId', '=', 'part.siteId'),
    )
    .innerJoin('airings', 'airings.id', 'part.airingId')
    .selectAll('verdicts')
    .select(['part.playAtMs', 'airings.title']);
  const of = (
    partner: Omit<AiringSpeaker, 'verdict'>,
    row: Tables['verdicts'] | null | undefined,
  ) => ({ ...partner, verdict: row ? asVerdict(row) : null }) satisfies AiringSpeaker;
  return {
    speakers(airingId) {
      const all = run.all(verdicts.where('airingId', '=', airingId));
      const bySite = new Map(all.map((row) => [row.siteId, row]));
      const present = run.all(partners.where('airingId', '=', airingId).orderBy('siteId'));
      return present.map((partner) => of(partner, bySite.get(partner.siteId)));
    },
    speaker(airingId, siteId) {
      const partner = run.first(
        partners.where('airingId', '=', airingId).where('siteId', '=', siteId),
      );
      const own = verdicts.where('airingId', '=', airingId).where('siteId', '=', siteId);
      return partner && of(partner, run.first(own));
    },
    putVerdict(verdict, facts = []) {
      const { airingId, siteId, ...changed } = asRow(verdict);
      keepForEver(run, { verdict, facts });
      run.change(
        queries
          .insertInto('verdicts')
          .values({ airingId, siteId, ...changed })
          .onConflict((clash) => clash.columns(['airingId', 'siteId']).doUpdateSet(changed)),
      );
    },
    lastVerdicts(siteId, limit) {
      const theirs = given.where('part.siteId', '=', siteId);
      return run.all(theirs.orderBy('part.playAtMs', 'desc').limit(limit)).map(asThen);
    },
    lastOfEach: (tenantIds) => (tenantIds.length === 0 ? [] : run.all(lastOf(tenantIds))),
    partsDue: ({ fromMs, toMs }) =>
      run.all(
        queries
          .selectFrom('airings')
          .innerJoin('airingSpeakers as part', 'part.airingId', 'airings.id')
          .select(['part.siteId', 'part.airingId'])
          .where('airings.state', 'in', ['planned', 'sending', 'sent'])
          .where('airings.playAtMs', '>=', fromMs)
          .where('airings.playAtMs', '<', toMs),
      ),
  };
}

/** Every verdict that was ever given, beside the one that counts. */
function keepForEver(run: Runner, of: { verdict: Verdict; facts: readonly Fact[] }): void {
  const { airingId, siteId, revision, kind, reason, detail, ...rest } = of.verdict;
  const { startErrorMs, heardMs, givenAtMs } = rest;
  run.change(
    queries.insertInto('verdictHistory').values({
      ...{ airingId, siteId, revision, kind, reason, detail, startErrorMs, heardMs, givenAtMs },
      facts: JSON.stringify(of.facts),
    }),
  );
}

/** The last verdict of every site of these tenants that has one. */
function lastOf(tenantIds: readonly string[]) {
  return (
    queries
      .selectFrom('sites')
      .innerJoin('airingSpeakers as part', 'part.siteId', 'sites.id')
      .innerJoin('verdicts', (join) =>
        join
          .onRef('verdicts.airingId', '=', 'part.airingId')
          .onRef('verdicts.siteId', '=', 'part.siteId'),
      )
      .innerJoin('airings', 'airings.id', 'part.airingId')
      .select(['part.siteId', 'part.airingId', 'part.playAtMs', 'airings.title'])
      .select(['verdicts.kind', 'verdicts.reason', 'verdicts.detail'])
      .where('sites.tenantId', 'in', padded(tenantIds))
      // one step in the index airing_speakers_by_site for each site
      .where('part.airingId', '=', ({ selectFrom }) =>
        selectFrom('airingSpeakers as last')
          .innerJoin('verdicts as its', (join) =>
            join
              .onRef('its.airingId', '=', 'last.airingId')
              .onRef('its.siteId', '=', 'last.siteId'),
          )
          .select('last.airingId')
          .whereRef('last.siteId', '=', 'sites.id')
          .orderBy('last.playAtMs', 'desc')
          .limit(1),
      )
  );
}

function asThen(row: Tables['verdicts'] & { playAtMs: number; title: string }): VerdictThen {
  return { ...asVerdict(row), playAtMs: row.playAtMs, title: row.title };
}

function asRow(verdict: Verdict): Tables['verdicts'] {
  return { ...verdict, interruptions: JSON.stringify(verdict.interruptions) };
}

function asVerdict(row: Tables['verdicts']): Verdict {
  return { ...row, interruptions: JSON.parse(row.interruptions) as Interruption[] };
}
