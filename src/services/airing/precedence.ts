// Order among colliding priority items: people are asked in time, their order is kept and aired, silence is said.
// It must never decide what collides or what an order means: src/domain/airing/precedence.ts does.
import { occurrencesOf } from '../../domain/airing/occurrences.ts';
import {
  ASKED_BEFORE_MS,
  COLLISIONS_AHEAD_MS,
  type Collision,
  collisionsOf,
  SETTLED_BEFORE_MS,
  turnsOf,
} from '../../domain/airing/precedence.ts';
import { sitesUnder } from '../../domain/areas.ts';
import type { Actor, Airing, Occurrence } from '../../domain/model.ts';
import { tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, treeOf } from '../scope.ts';
import type { Cancelling } from './cancelling.ts';
import { planFacts } from './plan.ts';
import type { Precedence, PrecedenceQuestion } from './precedence-door.ts';
import { noteFact } from './verdict-facts.ts';

export type PrecedenceParts = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };
/** A question that comes half a minute late is still asked in time. */
const EVERY_MS = 30_000;
/** Longer than planning looks back after an outage (planning.ts). */
const KEPT_MS = 7 * 86_400_000;

export function makePrecedence(parts: PrecedenceParts): Precedence & { look(): void } {
  const { deps } = parts;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return {
    list(actor) {
      const areas = deps.store.areas.all();
      const theirs = new Set(tenantsWhere({ actor, action: 'precedence.set', areas }));
      const { collisions, titles } = comingCollisions(deps, COLLISIONS_AHEAD_MS);
      return collisions
        .filter(({ tenantId }) => theirs.has(tenantId))
        .map((collision) => questionOf(deps, { collision, titles }));
    },
    choose: choose(parts),
    look() {
      const monoMs = deps.clock.monoMs();
      if (monoMs - lookedMs < EVERY_MS) return;
      lookedMs = monoMs;
      ask(deps);
    },
  };
}

type Titles = (occurrenceId: string) => string;

/** Only what has priority is expanded: a province's ten thousand ordinary rules are nobody's question. */
function comingCollisions(deps: Deps, horizonMs: number) {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const schedules = store.precedences.scheduleIds().flatMap((id) => store.schedules.get(id) ?? []);
  // one rule may meet itself only where it was refused to
  if (schedules.length < 2) return { collisions: [], titles: () => '' };
  const all = planFacts(deps, { schedules, nowMs, horizonMs });
  const occurrences = occurrencesOf(all);
  const coming = occurrences.filter(({ playAtMs }) => playAtMs > nowMs);
  const tree = treeOf(deps);
  const { sites } = all;
  const known = new Map<string, ReturnType<typeof sitesUnder>>();
  const speakers = ({ areaIds }: Occurrence) => {
    const key = areaIds.join(' ');
    const found = known.get(key) ?? sitesUnder({ tree, areaIds, sites });
    known.set(key, found);
    return found;
  };
  const byId = new Map(coming.map((one) => [one.id, one.bulletinId]));
  const titles: Titles = (id) => all.bulletin(byId.get(id) ?? '')?.title ?? '';
  return { collisions: collisionsOf({ occurrences: coming, speakers }), titles };
}

function questionOf(
  { store }: Deps,
  { collision, titles }: { collision: Collision; titles: Titles },
): PrecedenceQuestion {
  const { tenantId, untilMs, items } = collision;
  const rows = items.map(({ id }) => store.precedences.get({ tenantId, occurrenceId: id }));
  const isChosen = rows.every((row) => row !== null && row.decidedBy !== null);
  const placed = items.map((item, n) => ({ item, place: rows[n]?.place ?? n }));
  if (isChosen) placed.sort((a, b) => a.place - b.place);
  return {
    ...{ tenantId, untilMs },
    communeName: store.areas.get(tenantId)?.name ?? '',
    chosen: isChosen,
    items: placed.map(({ item: { id, tenantId: by, playAtMs, durationMs } }) => ({
      ...{ occurrenceId: id, title: titles(id), playAtMs, durationMs },
      own: by === tenantId,
    })),
  };
}

function choose(parts: PrecedenceParts): Precedence['choose'] {
  const { deps, cancelling } = parts;
  const { store, clock } = deps;
  return (actor, { occurrenceIds }) => {
    const { collisions, titles } = comingCollisions(deps, COLLISIONS_AHEAD_MS);
    const collision = chosenOf(deps, { actor, collisions, occurrenceIds });
    const { tenantId, untilMs } = collision;
    if (clock.planMs() > untilMs) throw tooLate();
    const byId = new Map(collision.items.map((item) => [item.id, item]));
    const items = occurrenceIds.flatMap((id) => byId.get(id) ?? []);
    const turns = turnsOf({ tenantId, items });
    if (turns === null) throw cannotGoFirst();
    const by = { decidedBy: actor.accountId, decidedAtMs: clock.planMs() };
    const stopped = store.transaction(() => {
      for (const { id: occurrenceId, place, playAtMs } of turns) {
        const asked = store.precedences.get({ tenantId, occurrenceId })?.askedAtMs ?? null;
        store.precedences.put({ tenantId, occurrenceId, place, playAtMs, ...by, askedAtMs: asked });
      }
      const subject = `area:${tenantId}`;
      const detail = { occurrenceIds };
      record(deps, { actor, action: 'precedence.set', subject, tenantId, detail });
      return withdrawOwn(parts, { actor, tenantId, ids: turns.map(({ id }) => id) });
    });
    for (const airing of stopped) if (airing.orderBytes) cancelling.send(airing);
    // planning makes them anew at the times now chosen
    deps.changes.tell({ kind: 'schedule', id: tenantId, tenantId });
    return questionOf(deps, { collision, titles });
  };
}

type Chosen = { actor: Actor; collisions: readonly Collision[]; occurrenceIds: readonly string[] };

/** All of one question and nothing else: a list that is out of date is answered as such. */
function chosenOf(deps: Deps, { actor, collisions, occurrenceIds }: Chosen): Collision {
  const wanted = new Set(occurrenceIds);
  const areas = deps.store.areas.all();
  const seen = new Set(tenantsWhere({ actor, action: 'plan.view', areas }));
  const theirs = collisions.filter(({ tenantId }) => seen.has(tenantId));
  const found = theirs.find(
    ({ items }) => items.length === occurrenceIds.length && items.every(({ id }) => wanted.has(id)),
  );
  if (!found) throw noSuchCollision();
  permit(deps, { actor, action: 'precedence.set', tenantId: found.tenantId });
  return found;
}

/** What went out with another time is taken back, and its occurrence is free to be made again. */
function withdrawOwn(
  { deps, cancelling }: PrecedenceParts,
  of: { actor: Actor; tenantId: string; ids: readonly string[] },
): Airing[] {
  const { store } = deps;
  const by = { actor: of.actor, reason: 'order-chosen' };
  return of.ids.flatMap((id) => {
    const airing = store.airings.byOccurrence(id);
    const row = store.precedences.get({ tenantId: of.tenantId, occurrenceId: id });
    const isOther = airing && row && airing.playAtMs !== row.playAtMs;
    const isOwn = airing?.tenantId === of.tenantId;
    return isOwn && isOther && cancelling.withdraw(airing, by) ? [airing] : [];
  });
}

/** Asked half an hour before; ten minutes before, what nobody chose is left to arrival, and that is kept. */
function ask(deps: Deps): void {
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const { collisions, titles } = comingCollisions(deps, ASKED_BEFORE_MS + 2 * EVERY_MS);
  for (const { tenantId, items, untilMs } of collisions) {
    const rows = items.map(({ id, playAtMs }, place) => {
      const none = { decidedBy: null, decidedAtMs: null, askedAtMs: null };
      const key = { tenantId, occurrenceId: id };
      return store.precedences.get(key) ?? { ...key, playAtMs, place, ...none };
    });
    const open = rows.filter(({ decidedAtMs }) => decidedAtMs === null);
    if (open.length === 0) continue;
    if (nowMs > untilMs) {
      const settled = open.filter(({ occurrenceId }) => store.airings.byOccurrence(occurrenceId));
      store.transaction(() => {
        for (const row of settled) {
          store.precedences.put({ ...row, decidedAtMs: nowMs });
          const airing = store.airings.byOccurrence(row.occurrenceId);
          const fact = { kind: 'order', atMs: nowMs, chosenBy: null, untilMs } as const;
          if (airing) noteFact(deps, airing.id, fact);
        }
      });
    } else if (open.some(({ askedAtMs }) => askedAtMs === null)) {
      store.transaction(() => {
        for (const row of open) store.precedences.put({ ...row, askedAtMs: nowMs });
      });
      const named = items.map(({ id }) => titles(id));
      const [first] = items;
      const playAtMs = first?.playAtMs ?? nowMs;
      deps.happenings.tell({ kind: 'order-wanted', tenantId, titles: named, playAtMs, untilMs });
    }
  }
  store.precedences.prune(nowMs - KEPT_MS);
  store.hinderedLines.prune(nowMs - KEPT_MS);
}

export type ChosenTurn = { playAtMs: number; order?: number; chosenBy: string | null };

/** The time a commune's own item has by the order somebody chose; else its own. */
export function chosenTurn({ store }: Pick<Deps, 'store'>, occurrence: Occurrence): ChosenTurn {
  const { id: occurrenceId, tenantId, playAtMs } = occurrence;
  const row = store.precedences.get({ tenantId, occurrenceId });
  if (row === null || row.decidedBy === null) return { playAtMs, chosenBy: null };
  const chosenBy = store.accounts.get(row.decidedBy)?.fullName ?? '';
  return { playAtMs: row.playAtMs, order: row.place, chosenBy };
}

/** Beside the airing, for the sentence that tells why it sounded when it did. */
export function sayChosen(
  deps: Deps,
  { airing, turn, nowMs }: { airing: Airing; turn: ChosenTurn; nowMs: number },
): void {
  const { chosenBy } = turn;
  if (chosenBy === null) return;
  const untilMs = airing.playAtMs - SETTLED_BEFORE_MS;
  noteFact(deps, airing.id, { kind: 'order', atMs: nowMs, chosenBy, untilMs });
}

const noSuchCollision = () =>
  refusal('conflict', 'no-such-collision', {
    vi: 'Các bản tin này không (còn) trùng giờ với nhau. Hãy tải lại trang.',
    en: 'These bulletins do not collide (any more). Load the page again.',
    place: 'occurrenceIds',
  });

const tooLate = () =>
  refusal('conflict', 'too-late-to-choose', {
    vi: 'Còn chưa đến 10 phút: các cụm loa sẽ phát theo thứ tự đến.',
    en: 'Less than ten minutes are left: speakers play them in order of arrival.',
  });

const cannotGoFirst = () =>
  refusal('conflict', 'cannot-go-first', {
    vi: 'Bản tin của tỉnh bắt đầu trước và không dời được: hãy xếp bản tin của xã sau nó, hoặc đặt giờ sớm hơn.',
    en: 'The province’s bulletin begins earlier and cannot be moved: put yours behind it, or set it earlier.',
    place: 'occurrenceIds',
  });
