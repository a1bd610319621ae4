// Puts letters to the source system into rows: at once, in the transaction of what they tell, never more than a bound.
// It must never send one: posting.ts does, when it can.
import { LETTERS_MAX } from '../../domain/source/letter-times.ts';
import { type Ack, ackOf, saysMore, stateTold } from '../../domain/source/letters.ts';
import type { IncomingRow, LetterKind, OutboxLetter } from '../../domain/source/source-model.ts';
import type { Deps } from '../deps.ts';
import { givenLines } from './given.ts';
import { viewParts } from './source-views.ts';

export type Letterbox = {
  /** what became of it, as it stands now */
  acknowledge(row: IncomingRow): void;
  /** has anything changed of its recording, its communes' answers or its end since it was acknowledged last? */
  isNews(row: IncomingRow): boolean;
  put(letter: Letter & { about?: { id: string; atMs: number } }): void;
  /** only the newest of this kind is worth telling: what waits is rewritten */
  putLatest(letter: Letter): void;
};
type Letter = { kind: LetterKind; subject: string; body: unknown };

/** Made room at once for an hour of a province's results. */
const ROOM = 500;

export function makeLetterbox(deps: Deps): Letterbox {
  const { store, clock, ids } = deps;
  const put: Letterbox['put'] = ({ kind, subject, body, about = null }) => {
    // without an address there is nobody to tell
    if (!deps.source.setting?.reachable) return;
    makeRoom(deps);
    const nowMs = clock.wallMs();
    const letter: OutboxLetter = {
      ...{ id: ids.next(), kind, subject, body: JSON.stringify(body) },
      ...{ createdAtMs: nowMs, dueAtMs: nowMs, attempts: 0, lastError: null, state: 'waiting' },
    };
    store.letters.insert(letter, about);
  };
  return {
    put,
    putLatest(letter) {
      const { kind, subject, body } = letter;
      const last = store.letters.lastOf({ kind, subject });
      if (last?.state !== 'waiting') return put(letter);
      const createdAtMs = clock.wallMs();
      store.letters.update({ ...last, body: JSON.stringify(body), createdAtMs });
    },
    acknowledge: (row) => put({ kind: 'ack', subject: subjectOf(row), body: ackNow(deps, row) }),
    isNews(row) {
      const last = store.letters.lastOf({ kind: 'ack', subject: subjectOf(row) });
      return last !== null && saysMore(ackNow(deps, row), JSON.parse(last.body) as Ack);
    },
  };
}

function ackNow(deps: Deps, row: IncomingRow): Ack {
  const parts = viewParts(deps, row.id).filter(({ role }) => role === 'whole');
  const nowMs = deps.clock.planMs();
  const communes = parts.map(({ areaCode, bulletin, hasAirings, playAtMs }) => ({
    ...{ areaCode, state: stateTold({ bulletin, hasAirings, nowMs }), playAtMs },
    reason: bulletin.stateReason,
  }));
  // one message has one recording, whatever number of communes it is for
  const [first] = parts;
  const sound = first ? deps.store.incomingSounds.of(first.bulletinId) : null;
  const given = first?.part.gives ? givenLines(deps, first.bulletinId) : null;
  return ackOf({ row, atMs: deps.clock.wallMs(), communes, sound, given });
}

/** All that is told of one bulletin goes in the order it happened. */
export function subjectOf({ externalId }: Pick<IncomingRow, 'externalId'>): string {
  return `bulletin:${externalId}`;
}

function makeRoom({ store, log }: Deps): void {
  const { count } = store.letters.waiting();
  if (count < LETTERS_MAX) return;
  const error = `over ${LETTERS_MAX} letters wait`;
  // how the poles are is told anew; what was heard, and what became of a bulletin, is told once
  const kinds: (OutboxLetter['kind'] | null)[] = ['speaker-status', 'airing-result', null];
  for (const kind of kinds) {
    const gone = store.letters.dropOldest({ kind, error, limit: ROOM });
    if (gone === 0) continue;
    log.warn({ gone, kind }, 'the outbox to the source system is full: the oldest went');
    return;
  }
}
