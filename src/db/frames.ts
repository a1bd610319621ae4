// Rows of frames, of who spoke for them, of their recorded pieces, and of the bulletins made with them.
// It must never know which pieces count, nor how they sound.
import type { Frame, FrameValues } from '../domain/frames/frame-model.ts';
import type { FrameStore, FrameUse } from '../services/frames/frames-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { FrameTables } from './tables-frames.ts';

/** A province's and a commune's together: more nobody keeps recorded. */
const FRAMES_MAX = 200;

export function frameStore(run: Runner): FrameStore {
  return {
    frames: frameRows(run),
    frameSessions: sessionRows(run),
    framePieces: pieceRows(run),
    frameUses: useRows(run),
  };
}

function frameRows(run: Runner): FrameStore['frames'] {
  const frames = queries.selectFrom('frames').selectAll();
  return {
    insert: (frame) => void run.change(queries.insertInto('frames').values(asRow(frame))),
    get(id) {
      const row = run.first(frames.where('id', '=', id));
      return row && asFrame(row);
    },
    ofTenants(tenantIds) {
      if (tenantIds.length === 0) return [];
      const theirs = frames.where('tenantId', 'in', tenantIds).orderBy('name').orderBy('id');
      return run.all(theirs.limit(FRAMES_MAX)).map(asFrame);
    },
    update(frame) {
      run.change(queries.updateTable('frames').set(asRow(frame)).where('id', '=', frame.id));
    },
    remove: (id) => void run.change(queries.deleteFrom('frames').where('id', '=', id)),
  };
}

function asRow(frame: Frame): FrameTables['frames'] {
  const { sentences, slots, confirmed } = frame;
  return {
    ...frame,
    sentences: JSON.stringify(sentences),
    slots: JSON.stringify(slots),
    confirmed: confirmed && JSON.stringify(confirmed),
  };
}

function asFrame(row: FrameTables['frames']): Frame {
  return {
    ...row,
    sentences: JSON.parse(row.sentences) as string[],
    slots: JSON.parse(row.slots) as Frame['slots'],
    confirmed: row.confirmed === null ? null : (JSON.parse(row.confirmed) as Frame['confirmed']),
  };
}

function sessionRows(run: Runner): FrameStore['frameSessions'] {
  const sessions = queries.selectFrom('frameSessions').selectAll();
  return {
    insert: (session) => void run.change(queries.insertInto('frameSessions').values(session)),
    get: (id) => run.first(sessions.where('id', '=', id)),
  };
}

function pieceRows(run: Runner): FrameStore['framePieces'] {
  const pieces = queries.selectFrom('framePieces').selectAll();
  return {
    of({ tenantIds, language }) {
      if (tenantIds.length === 0) return [];
      return run.all(
        pieces.where('tenantId', 'in', tenantIds).where('language', '=', language).orderBy('key'),
      );
    },
    get: ({ tenantId, language, key }) =>
      run.first(
        pieces
          .where('tenantId', '=', tenantId)
          .where('language', '=', language)
          .where('key', '=', key),
      ),
    put(piece) {
      const { tenantId: _tenant, language: _language, key: _key, ...changed } = piece;
      run.change(
        queries
          .insertInto('framePieces')
          .values(piece)
          .onConflict((clash) =>
            clash.columns(['tenantId', 'language', 'key']).doUpdateSet(changed),
          ),
      );
    },
    remove({ tenantId, language, key }) {
      run.change(
        queries
          .deleteFrom('framePieces')
          .where('tenantId', '=', tenantId)
          .where('language', '=', language)
          .where('key', '=', key),
      );
    },
    count(tenantId) {
      const counted = queries
        .selectFrom('framePieces')
        .select((each) => each.fn.countAll<number>().as('count'))
        .where('tenantId', '=', tenantId);
      return run.first(counted)?.count ?? 0;
    },
    hashes() {
      const standing = run.all(queries.selectFrom('framePieces').select('hash'));
      const used = run.all(queries.selectFrom('frameUses').select('sentences'));
      const said = used.flatMap(({ sentences }) =>
        (JSON.parse(sentences) as FrameUse['sentences']).flat(),
      );
      return new Set([...standing, ...said].map(({ hash }) => hash));
    },
  };
}

function useRows(run: Runner): FrameStore['frameUses'] {
  const uses = queries.selectFrom('frameUses').selectAll();
  return {
    insert(use) {
      const { values, sentences } = use;
      const row = {
        ...use,
        values: JSON.stringify(values),
        sentences: JSON.stringify(sentences),
      };
      run.change(queries.insertInto('frameUses').values(row));
    },
    of(bulletinId) {
      const row = run.first(uses.where('bulletinId', '=', bulletinId));
      if (row === null) return null;
      return {
        ...row,
        values: JSON.parse(row.values) as FrameValues,
        sentences: JSON.parse(row.sentences) as FrameUse['sentences'],
      };
    },
  };
}
