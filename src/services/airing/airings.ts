// Airings looked at and stopped: what became of each, speaker by speaker, in one sentence each.
// It must never word a verdict itself: src/domain/airing/verdict-sentences.ts does.

import { sentenceOf } from '../../domain/airing/verdict-sentences.ts';
import type { Airing, AiringBrief, AiringSpeaker } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { AiringPart, Airings } from '../door.ts';
import { missing, refusal } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { Cancelling } from './cancelling.ts';
import { ownSpeakers, sightOf, trimmed } from './from-above.ts';

export type AiringParts = { deps: Deps; cancelling: Cancelling };

/** A month: what is reported upwards. A longer span is asked for in parts. */
const SPAN_MAX_MS = 31 * 24 * 3_600_000;

export function makeAirings({ deps, cancelling }: AiringParts): Airings {
  const { store } = deps;
  return {
    list(actor, { fromMs, toMs }) {
      if (toMs - fromMs > SPAN_MAX_MS) throw spanTooLong();
      const sight = sightOf(deps, actor);
      const own = store.airings.list({ tenantIds: [...sight.own], fromMs, toMs });
      const { above: tenantIds } = sight;
      const heard = store.airings.list({ tenantIds, fromMs, toMs, heardIn: [...sight.own] });
      return [...own, ...heard.map((airing) => trimmed(sight, airing))].sort(
        (a, b) => a.playAtMs - b.playAtMs || (a.id < b.id ? -1 : 1),
      );
    },
    get(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const sight = sightOf(deps, actor);
      const readOnly = thing !== null && !sight.own.has(thing.tenantId);
      const all = store.airings.speakers(airingId);
      const speakers = readOnly ? ownSpeakers(deps, sight, all) : all;
      if (thing === null || (readOnly && speakers.length === 0)) throw missing();
      const airing = brief(trimmed(sight, thing));
      return { airing, readOnly, speakers: speakers.map((one) => part(deps, one)) };
    },
    async cancel(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.cancel', thing });
      const reason = 'cancelled';
      const stopped = store.transaction(() => cancelling.sign(airing, { actor, reason }));
      if (!stopped) throw nothingToStop();
      cancelling.send(airing);
      return brief({ ...airing, state: 'cancelled' });
    },
  };
}

function brief({ orderBytes: _, ...airing }: Airing): AiringBrief {
  return airing;
}

function part({ store }: Deps, { siteId, verdict }: AiringSpeaker): AiringPart {
  const site = store.sites.get(siteId);
  const village = site && store.areas.get(site.areaId);
  const other = verdict?.detail ? store.airings.get(verdict.detail) : null;
  return {
    siteId,
    siteName: site?.name ?? siteId,
    village: village?.name ?? '',
    verdict,
    sentence: sentenceOf(verdict, { byTitle: other?.title ?? null }),
  };
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
