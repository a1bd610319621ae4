// Rows of exceptions from a regulation: asked, decided, and which schedule came of them.
// It must never know who may decide.
import type { AirRules } from '../domain/calendar/calendar-model.ts';
import type { Sentence } from '../domain/errors.ts';
import type { ScheduleRule } from '../domain/model.ts';
import type { Override } from '../domain/regulation/override.ts';
import type { OverrideStore } from '../services/regulation/overrides-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** Of all communes of a province in a month: more are no exceptions any more. */
const CONFIRMED_MAX = 1_000;

export function overrideRows(run: Runner): OverrideStore['overrides'] {
  const all = queries.selectFrom('overrides').selectAll();
  return {
    insert: (override) => void run.change(queries.insertInto('overrides').values(asRow(override))),
    get(id) {
      const row = run.first(all.where('id', '=', id));
      return row && asOverride(row);
    },
    update({ id, state, scheduleId, decidedBy, decidedAtMs, remark, untilMs }) {
      const changed = { state, scheduleId, decidedBy, decidedAtMs, remark, untilMs };
      run.change(queries.updateTable('overrides').set(changed).where('id', '=', id));
    },
    list({ tenantIds, open, beforeId, limit }) {
      if (tenantIds.length === 0) return [];
      const states = open ? (['open'] as const) : (['confirmed', 'refused'] as const);
      const found = all
        .where('tenantId', 'in', padded(tenantIds))
        .where('state', 'in', [...states])
        .orderBy('id', 'desc')
        .limit(limit);
      return run.all(beforeId === null ? found : found.where('id', '<', beforeId)).map(asOverride);
    },
    confirmedSince: (atMs) =>
      run
        .all(
          all
            .where('state', '=', 'confirmed')
            .where('untilMs', '>', atMs)
            .orderBy('id', 'desc')
            .limit(CONFIRMED_MAX),
        )
        .map(asOverride),
  };
}

function asRow({
  contentHashes,
  areaIds,
  rule,
  air,
  faults,
  ...row
}: Override): Tables['overrides'] {
  return {
    ...row,
    contentHash: contentHashes.join(' '),
    areaIds: JSON.stringify(areaIds),
    rule: JSON.stringify(rule),
    air: JSON.stringify(air),
    faults: JSON.stringify(faults),
  };
}

function asOverride({
  contentHash,
  areaIds,
  rule,
  air,
  faults,
  ...row
}: Tables['overrides']): Override {
  return {
    ...row,
    contentHashes: contentHash.split(' '),
    areaIds: JSON.parse(areaIds) as string[],
    rule: JSON.parse(rule) as ScheduleRule,
    air: JSON.parse(air) as AirRules,
    faults: JSON.parse(faults) as Sentence[],
  };
}
