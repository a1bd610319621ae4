// Airings looked at and stopped: what became of each, speaker by speaker, in one sentence each.
// It must never word a verdict itself: src/domain/airing/verdict-sentences.ts does.

import { canCancel } from '../../domain/airing/airing.ts';
import { wholeFrom } from '../../domain/airing/cut-list.ts';
import { spokenFact } from '../../domain/airing/fact-words.ts';
import { byTime } from '../../domain/airing/facts.ts';
import { toldVerdict } from '../../domain/airing/verdict-chain.ts';
import { sentenceOf } from '../../domain/airing/verdict-sentences.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Airing, AiringBrief, AiringSpeaker } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { missing, refusal } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { AiringPart, Airings } from './airing-door.ts';
import { AIRINGS_LISTED_MAX } from './airing-store.ts';
import type { Cancelling } from './cancelling.ts';
import { endAgain } from './ending-again.ts';
import { ownSpeakers, sightOf, trimmed } from './from-above.ts';
import { endedAiring, type SaidAgain, saidAgain } from './said-again.ts';
import { factsOf } from './verdict-facts.ts';
import type { VerdictGiven } from './verdict-store.ts';

export type AiringParts = { deps: Deps; cancelling: Cancelling };

/** A month: what is reported upwards. A longer span is asked for in parts. */
const SPAN_MAX_MS = 31 * 24 * 3_600_000;

/** A speaker that flapped all week: the latest of it says enough. */
const CHAIN_MAX = 200;

export function makeAirings({ deps, cancelling }: AiringParts): Airings {
  const { store } = deps;
  return {
    list(actor, { fromMs, toMs }) {
      if (toMs - fromMs > SPAN_MAX_MS) throw spanTooLong();
      const sight = sightOf(deps, actor);
      const own = store.airings.list({ tenantIds: [...sight.own], fromMs, toMs });
      const { above: tenantIds } = sight;
      const heard = store.airings.list({ tenantIds, fromMs, toMs, heardIn: [...sight.own] });
      const lists = [own, heard.map((airing) => trimmed(sight, airing))];
      const { rows, cutAtMs } = wholeFrom({ lists, most: AIRINGS_LISTED_MAX });
      const airings = rows.sort((a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1));
      return { airings, cutAtMs };
    },
    get(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const sight = sightOf(deps, actor);
      const readOnly = thing !== null && !sight.own.has(thing.tenantId);
      const all = store.airings.speakers(airingId);
      const speakers = readOnly ? ownSpeakers(deps, sight, all) : all;
      if (thing === null || (readOnly && speakers.length === 0)) throw missing();
      const airing = brief(trimmed(sight, thing));
      const stillSaid = !readOnly && isStillSaid(deps, thing);
      return { airing, readOnly, stillSaid, speakers: parts(deps, { airing: thing, speakers }) };
    },
    chain(actor, { airingId, siteId }) {
      const airing = store.airings.get(airingId);
      const part = airing && store.airings.speaker(airingId, siteId);
      const sight = sightOf(deps, actor);
      if (!airing || !part) throw missing();
      const isSeen = sight.own.has(airing.tenantId) || ownSpeakers(deps, sight, [part]).length > 0;
      if (!isSeen) throw missing();
      const facts = factsOf(deps, { airing, part, nowMs: deps.clock.planMs() }).sort(byTime);
      const told = facts.slice(-CHAIN_MAX);
      return { siteId, facts: told.map((fact) => ({ atMs: fact.atMs, says: spokenFact(fact) })) };
    },
    async cancel(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.cancel', thing });
      const by = { actor, reason: 'cancelled', subject: `bulletin:${airing.bulletinId}` };
      const { stopped, again } = store.transaction(() => ({
        // over in one language, it may sound in another
        again: endAgain({ deps, cancelling }, inOthers(deps, airing), by),
        stopped: cancelling.sign(airing, by),
      }));
      if (!stopped && again.count === 0) throw nothingToStop();
      if (stopped) cancelling.send(airing);
      again.send();
      return brief(stopped ? { ...airing, state: 'cancelled' } : airing);
    },
  };
}

/** What says the same again after this airing, and whatever sounds of it. Of a variant nothing hangs on it. */
function inOthers(deps: Deps, airing: Airing): SaidAgain {
  const { bulletinId, tenantId } = airing;
  if (deps.store.bulletins.get(bulletinId)?.originalId) return { airings: [], schedules: [] };
  return saidAgain(deps, { times: [endedAiring(airing, deps.clock.planMs())], tenantId });
}

function isStillSaid(deps: Deps, airing: Airing): boolean {
  const { airings, schedules } = inOthers(deps, airing);
  const nowMs = deps.clock.planMs();
  return schedules.length > 0 || airings.some((one) => canCancel(one, nowMs));
}

function brief({ orderBytes: _, ...airing }: Airing): AiringBrief {
  return airing;
}

/** The sentence of the verdict that counts, and of those before it; the facts of each were kept with it. */
function parts(
  deps: Deps,
  of: { airing: Airing; speakers: readonly AiringSpeaker[] },
): AiringPart[] {
  const bySite = new Map<string, VerdictGiven[]>();
  for (const given of deps.store.verdictHistory.ofAiring(of.airing.id)) {
    const known = bySite.get(given.siteId);
    if (known) known.push(given);
    else bySite.set(given.siteId, [given]);
  }
  return of.speakers.map(({ siteId, verdict }) => {
    const site = deps.store.sites.get(siteId);
    const village = (site && deps.store.areas.get(site.areaId)?.name) ?? '';
    const tell = (given: VerdictGiven) => told(deps, { airing: of.airing, village, given });
    const history = bySite.get(siteId) ?? [];
    const last = history.at(-1);
    return {
      ...{ siteId, siteName: site?.name ?? siteId, village, verdict },
      sentence: last ? tell(last) : sentenceOf(verdict, { drill: of.airing.drill }),
      before: history.slice(0, -1).map((given) => ({
        givenAtMs: given.givenAtMs,
        sentence: tell(given),
      })),
    };
  });
}

function told(
  { store }: Deps,
  { airing, village, given }: { airing: Airing; village: string; given: VerdictGiven },
): Sentence {
  const { facts } = given;
  const other = given.detail === null ? null : store.airings.get(given.detail);
  const byTitle = other?.title ?? null;
  return toldVerdict({ verdict: given, facts, where: village, airing, byTitle });
}

function spanTooLong() {
  return refusal('caller', 'span-too-long', {
    vi: 'Chỉ xem được tối đa 31 ngày một lần. Hãy chọn khoảng thời gian ngắn hơn.',
    en: 'At most 31 days can be looked at once. Choose a shorter span.',
    place: 'toMs',
  });
}

function nothingToStop() {
  return refusal('conflict', 'nothing-to-stop', {
    vi: 'Lượt phát này đã xong hoặc đã dừng, không còn gì để dừng.',
    en: 'This airing is over or stopped already; nothing is left to stop.',
  });
}
