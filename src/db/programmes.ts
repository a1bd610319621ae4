// Rows of programmes: templates, editions and what each of them was joined from.
// It must never know whether a part still holds.
import type {
  BrokenPart,
  EditionPart,
  ProgrammeEdition,
  ProgrammeTemplate,
} from '../domain/programmes/programme-model.ts';
import type { ProgrammeStore } from '../services/programmes/programmes-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** A commune has a morning's, an evening's and a market day's; a province seventy-five of these. */
const TEMPLATES_MAX = 500;

export function programmeStore(run: Runner): ProgrammeStore {
  return { programmeTemplates: templateRows(run), programmeEditions: editionRows(run) };
}

function templateRows(run: Runner): ProgrammeStore['programmeTemplates'] {
  const templates = queries.selectFrom('programmeTemplates').selectAll();
  return {
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      const theirs = templates
        .where('tenantId', 'in', padded(tenantIds))
        .where('removedAtMs', 'is', null);
      return run.all(theirs.orderBy('name').orderBy('id').limit(TEMPLATES_MAX)).map(asTemplate);
    },
    get(id) {
      const row = run.first(templates.where('id', '=', id));
      return row && asTemplate(row);
    },
    insert: (template) =>
      void run.change(queries.insertInto('programmeTemplates').values(templateRow(template))),
    update(template) {
      const { id, ...row } = templateRow(template);
      run.change(queries.updateTable('programmeTemplates').set(row).where('id', '=', id));
    },
  };
}

function editionRows(run: Runner): ProgrammeStore['programmeEditions'] {
  const editions = queries.selectFrom('programmeEditions').selectAll();
  return {
    get(bulletinId) {
      const row = run.first(editions.where('bulletinId', '=', bulletinId));
      return row && asEdition(row);
    },
    put: (edition, parts) => putWhole(run, edition, parts),
    parts: (editionId) =>
      run
        .all(
          queries
            .selectFrom('programmeParts')
            .selectAll()
            .where('editionId', '=', editionId)
            .orderBy('position'),
        )
        .map(({ editionId: _, ...part }) => part),
    setBroken(bulletinId, broken) {
      const row = { broken: JSON.stringify(broken) };
      run.change(
        queries.updateTable('programmeEditions').set(row).where('bulletinId', '=', bulletinId),
      );
    },
    ofTenants(tenantIds, { limit, beforeId }) {
      if (tenantIds.length === 0) return [];
      const theirs = editions.where('tenantId', 'in', padded(tenantIds));
      const page = beforeId === null ? theirs : theirs.where('bulletinId', '<', beforeId);
      return run.all(page.orderBy('bulletinId', 'desc').limit(limit)).map(asEdition);
    },
    holding(bulletinIds) {
      if (bulletinIds.length === 0) return [];
      const theirs = editions.where('bulletinId', 'in', padded(bulletinIds));
      return run.all(theirs.where('broken', 'is', null)).map(asEdition);
    },
    saying: (bulletinId) =>
      run
        .all(
          queries
            .selectFrom('programmeParts')
            .select('editionId')
            .distinct()
            .where('bulletinId', '=', bulletinId),
        )
        .map(({ editionId }) => editionId),
    outOfStep: () => run.all(outOfStep()).map(({ editionId }) => editionId),
    timesAired: (of) => timesAired(run, of),
  };
}

/** Of a year of programmes of 130 communes none; after a crash, those of one withdrawal. */
const OUT_OF_STEP_MAX = 10_000;

function outOfStep() {
  return queries
    .selectFrom('programmeEditions as edition')
    .innerJoin('bulletins as whole', 'whole.id', 'edition.bulletinId')
    .innerJoin('programmeParts as part', 'part.editionId', 'edition.bulletinId')
    .innerJoin('bulletins as said', 'said.id', 'part.bulletinId')
    .leftJoin('bulletins as original', 'original.id', 'said.originalId')
    .select('part.editionId')
    .distinct()
    .where('edition.broken', 'is', null)
    .where('whole.state', '=', 'approved')
    .where((eb) =>
      eb.or([
        eb('said.state', '!=', 'approved'),
        eb('said.version', '!=', eb.ref('part.version')),
        eb('original.state', '!=', 'approved'),
      ]),
    )
    .orderBy('part.editionId', 'desc')
    .limit(OUT_OF_STEP_MAX);
}

function putWhole(run: Runner, edition: ProgrammeEdition, parts: readonly EditionPart[]): void {
  const { bulletinId: editionId } = edition;
  const row = editionRow(edition);
  run.transaction(() => {
    run.change(
      queries
        .insertInto('programmeEditions')
        .values(row)
        .onConflict((there) => there.column('bulletinId').doUpdateSet(row)),
    );
    run.change(queries.deleteFrom('programmeParts').where('editionId', '=', editionId));
    for (const part of parts)
      run.change(queries.insertInto('programmeParts').values({ ...part, editionId }));
  });
}

/** What was cancelled before anybody heard it was not aired. */
const AIRED = ['sending', 'sent', 'closed'] as const;

function timesAired(
  run: Runner,
  { tenantId, bulletinIds }: { tenantId: string; bulletinIds: readonly string[] },
): Map<string, number> {
  const times = new Map<string, number>();
  if (bulletinIds.length === 0) return times;
  const asked = padded(bulletinIds);
  const alone = queries
    .selectFrom('airings')
    .select(({ fn }) => ['airings.bulletinId as id', fn.countAll<number>().as('n')])
    .where('airings.tenantId', '=', tenantId)
    .where('airings.state', 'in', [...AIRED])
    .where('airings.bulletinId', 'in', asked)
    .groupBy('airings.bulletinId');
  const within = queries
    .selectFrom('programmeParts as part')
    .innerJoin('airings', 'airings.bulletinId', 'part.editionId')
    // said in two languages, or twice over, it was aired once
    .select(({ fn }) => [
      'part.bulletinId as id',
      fn.count<number>('airings.id').distinct().as('n'),
    ])
    .where('airings.tenantId', '=', tenantId)
    .where('airings.state', 'in', [...AIRED])
    .where('part.bulletinId', 'in', asked)
    .groupBy('part.bulletinId');
  for (const { id, n } of [...run.all(alone), ...run.all(within)])
    if (id !== null) times.set(id, (times.get(id) ?? 0) + n);
  return times;
}

function templateRow(template: ProgrammeTemplate): Tables['programmeTemplates'] {
  const { chime, pauses, choosing } = template;
  const texts = {
    chime: JSON.stringify(chime),
    pauses: JSON.stringify(pauses),
    choosing: JSON.stringify(choosing),
  };
  return { ...template, ...texts };
}

function asTemplate(row: Tables['programmeTemplates']): ProgrammeTemplate {
  return {
    ...row,
    chime: JSON.parse(row.chime) as ProgrammeTemplate['chime'],
    pauses: JSON.parse(row.pauses) as ProgrammeTemplate['pauses'],
    choosing: JSON.parse(row.choosing) as ProgrammeTemplate['choosing'],
  };
}

function editionRow(edition: ProgrammeEdition): Tables['programmeEditions'] {
  const { languages, areaIds, itemIds, broken } = edition;
  return {
    ...edition,
    languages: JSON.stringify(languages),
    areaIds: JSON.stringify(areaIds),
    itemIds: JSON.stringify(itemIds),
    broken: broken && JSON.stringify(broken),
  };
}

function asEdition(row: Tables['programmeEditions']): ProgrammeEdition {
  return {
    ...row,
    languages: JSON.parse(row.languages) as string[],
    areaIds: JSON.parse(row.areaIds) as string[],
    itemIds: JSON.parse(row.itemIds) as string[],
    broken: row.broken === null ? null : (JSON.parse(row.broken) as BrokenPart),
  };
}
