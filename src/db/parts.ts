// Rows of the documents inside a document: what each is, what it does to others, what it looks like.
// It must never know which status follows from what.

import type { ExpressionBuilder } from 'kysely';
import type {
  ActDoes,
  ConfirmedStatus,
  Part,
  StatusFound,
} from '../domain/documents/document-model.ts';
import { numberKey } from '../domain/documents/document-number.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** A number names one document, rarely two of different years or issuers. */
const SAME_NUMBER_MAX = 20;
/** All but what it is known again by and the number's key, which are nobody's but this room's. */
const PART = [
  ...(['parts.documentId', 'parts.position', 'parts.tenantId', 'parts.number'] as const),
  ...(['parts.issuer', 'parts.date', 'parts.type', 'parts.title'] as const),
  ...(['parts.sourceFrom', 'parts.sourceTo', 'parts.found', 'parts.status'] as const),
];
type PartRow = Omit<Tables['parts'], 'known' | 'numberKey'>;

export function partRows(run: Runner): Store['parts'] {
  const parts = queries.selectFrom('parts').select(PART);
  const newest = parts.orderBy('parts.documentId', 'desc').orderBy('parts.position');
  return {
    ...insertions(run),
    ...partsAt(run),
    of(documentIds) {
      if (documentIds.length === 0) return [];
      const theirs = parts.where('documentId', 'in', padded(documentIds));
      return run.all(theirs.orderBy('documentId').orderBy('position')).map(asPart);
    },
    setStatus({ documentId, position }, status) {
      const changed = queries.updateTable('parts').set({ status: JSON.stringify(status) });
      run.change(changed.where('documentId', '=', documentId).where('position', '=', position));
    },
    byNumber({ tenantIds, number }) {
      const key = numberKey(number);
      if (tenantIds.length === 0 || key === null) return [];
      const named = newest.where('numberKey', '=', key).where('tenantId', 'in', padded(tenantIds));
      return run.all(named.limit(SAME_NUMBER_MAX)).map(asPart);
    },
    naming({ tenantIds, number }) {
      const key = numberKey(number);
      if (tenantIds.length === 0 || key === null) return [];
      const naming = newest
        .innerJoin('partActs as act', (join) =>
          join
            .onRef('act.documentId', '=', 'parts.documentId')
            .onRef('act.position', '=', 'parts.position'),
        )
        .select('act.does')
        .where('act.numberKey', '=', key)
        .where('act.tenantId', 'in', padded(tenantIds))
        .limit(SAME_NUMBER_MAX);
      return run
        .all(naming)
        .map(({ does, ...row }) => ({ part: asPart(row), does: does as ActDoes }));
    },
    known({ tenantIds, limit }) {
      if (tenantIds.length === 0) return [];
      const theirs = newest
        .select('parts.known')
        .where('tenantId', 'in', padded(tenantIds))
        .where('known', 'is not', null)
        .limit(limit);
      return run
        .all(theirs)
        .map(({ known, ...row }) => ({ part: asPart(row), known: JSON.parse(known ?? 'null') }));
    },
    likenesses: (documentId, limit) =>
      run.all(
        queries
          .selectFrom('likenesses')
          .selectAll()
          .where(({ eb, or }) =>
            or([eb('documentId', '=', documentId), eb('otherId', '=', documentId)]),
          )
          .orderBy('share', 'desc')
          .limit(limit),
      ),
  };
}

function partsAt(run: Runner): Pick<Store['parts'], 'at'> {
  return {
    at(places) {
      if (places.length === 0) return [];
      const these = ({ eb, and, or }: ExpressionBuilder<Tables, 'parts'>) =>
        or(
          places.map(({ documentId, position }) =>
            and([eb('documentId', '=', documentId), eb('position', '=', position)]),
          ),
        );
      return run.all(queries.selectFrom('parts').select(PART).where(these)).map(asPart);
    },
  };
}

function insertions(run: Runner): Pick<Store['parts'], 'insert' | 'insertLikeness'> {
  return {
    insert(part, known) {
      const { documentId, position, tenantId } = part;
      run.change(
        queries.insertInto('parts').values({
          ...part,
          found: JSON.stringify(part.found),
          status: part.status && JSON.stringify(part.status),
          known: known === null ? null : JSON.stringify(known),
          numberKey: numberKey(part.number),
        }),
      );
      for (const { does, number } of part.found.acts) {
        const key = numberKey(number);
        if (key === null) continue;
        const act = { documentId, position, tenantId, numberKey: key, does };
        run.change(queries.insertInto('partActs').values(act));
      }
    },
    insertLikeness: (likeness) =>
      void run.change(queries.insertInto('likenesses').values({ ...likeness })),
  };
}

function asPart(row: PartRow): Part {
  return {
    ...row,
    found: JSON.parse(row.found) as StatusFound,
    status: row.status === null ? null : (JSON.parse(row.status) as ConfirmedStatus),
  };
}
