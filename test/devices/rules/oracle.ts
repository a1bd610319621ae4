// The same question asked second by second, as a patient person with a list would answer it.
// It must never share a line with the arbiter: only the shapes of question and answer, and the hours.
import {
  closedAt,
  type Item,
  type Shortage,
  type SiteHours,
} from '../../../devices/rules/index.ts';

/** `row[t]`: what is heard in second t, and which second of it. */
export type Heard = { id: string; second: number } | null;
export type Outcome = { shortOf: Shortage | null; byId: string | null; decidedS: number };
export type Told = { row: Heard[]; outcomes: Map<string, Outcome> };

type Card = {
  item: Item;
  play: number;
  release: number;
  length: number;
  /** next second of its sound; null: not begun, and it will begin at `from` */
  at: number;
  begun: boolean;
  lostTo: string | null;
  outcome: Outcome | null;
};

const S = 1_000;
const level = ({ priority, drill = false, filler = false }: Item) => {
  if (priority === 'emergency') return drill ? 'drill' : 'real';
  return filler ? 'filler' : priority;
};
const LEVELS = ['real', 'drill', 'priority', 'normal', 'filler'] as const;
const isUrgent = (item: Item) => item.priority === 'emergency';

export function secondBySecond(items: readonly Item[], hours: SiteHours): Told {
  const cards = items.map(cardOf);
  const row: Heard[] = [];
  for (let t = 0; cards.some((card) => card.outcome === null); t++) {
    for (const card of cards) card.outcome ??= lookAt(card, { t, hours });
    const wanting = cards.filter((card) => card.outcome === null && card.release <= t);
    const winner = pick(wanting);
    row.push(winner ? { id: winner.item.id, second: winner.at } : null);
    for (const loser of wanting)
      if (winner && loser !== winner) loser.outcome = lose(loser, { byId: winner.item.id, t });
    if (winner) {
      winner.begun = true;
      winner.at += 1;
    }
  }
  return { row, outcomes: new Map(cards.map((card) => [card.item.id, card.outcome as Outcome])) };
}

function cardOf(item: Item): Card {
  const play = item.playAtMs / S;
  const release = Math.max(play, item.arrivedAtMs / S);
  const startsOver = release - play > 1 && item.missed?.kind === 'late';
  return {
    ...{ item, play, release, length: item.durationMs / S },
    at: startsOver ? 0 : release - play,
    ...{ begun: false, lostTo: null, outcome: null },
  };
}

const end = (decidedS: number, shortOf: Shortage | null, byId: string | null = null): Outcome => ({
  shortOf,
  byId,
  decidedS,
});

/** What happens to it at this second whoever else is there. */
function lookAt(card: Card, { t, hours }: { t: number; hours: SiteHours }): Outcome | null {
  const { item, play, release } = card;
  const cancelled = item.cancelledAtMs == null ? null : item.cancelledAtMs / S;
  if (cancelled !== null && cancelled <= release)
    return t >= cancelled ? end(cancelled, 'cancelled') : null;
  if (t < release) return null;
  if (t === release && isMissed(card)) {
    if (item.missed?.kind === 'skip') return end(t, 'late');
    if (item.missed?.kind === 'late' && t > play + item.missed.untilMs / S) return end(t, 'late');
  }
  if (card.at >= card.length) return ofItself(card, t);
  if (cancelled !== null && cancelled <= t) return end(t, 'cancelled');
  if (level(item) === 'real') return null;
  const closed = closedAt(hours, t * S) ?? (card.begun ? null : closedAt(hours, play * S));
  return closed && end(t, closed);
}

function ofItself(card: Card, t: number): Outcome {
  const joined = card.release > card.play && !(card.item.missed?.kind === 'late' && isMissed(card));
  if (joined) return end(t, 'late');
  return end(t, card.lostTo === null ? null : 'pre-empted', card.lostTo);
}

const isMissed = (card: Card) => card.release - card.play > 1;

/** Narrowed down question by question. */
function pick(wanting: readonly Card[]): Card | undefined {
  const best = LEVELS.find((one) => wanting.some(({ item }) => level(item) === one));
  let left = wanting.filter(({ item }) => level(item) === best);
  const keep = (is: (card: Card) => boolean) => {
    if (left.some(is)) left = left.filter(is);
  };
  const lowest = (of: (card: Card) => number) => {
    const least = Math.min(...left.map(of));
    left = left.filter((card) => of(card) === least);
  };
  const order = ({ item }: Card) => item.order ?? 0;
  if (best === 'real' || best === 'drill') lowest(order);
  else if (best !== 'filler') keep(({ item }) => item.start?.kind === 'exact');
  keep(({ begun }) => begun);
  lowest(order);
  lowest(({ play }) => play);
  return left.sort((a, b) => (a.item.id < b.item.id ? -1 : 1))[0];
}

function lose(card: Card, { byId, t }: { byId: string; t: number }): Outcome | null {
  const { item } = card;
  if (card.begun) {
    if (item.under === 'drop') return end(t, 'pre-empted', byId);
    if (item.under !== 'silent') return null;
    card.lostTo ??= byId;
    card.at += 1;
    return null;
  }
  const late = item.missed?.kind === 'late' && isMissed(card) ? item.missed.untilMs / S : null;
  if (late !== null && t >= card.play + late) return end(t, 'late');
  if (isUrgent(item) || level(item) === 'filler') return null;
  const patience = item.start?.kind === 'within' ? item.start.withinMs / S : 600;
  return t >= card.release + patience ? end(t, 'pre-empted', byId) : null;
}
