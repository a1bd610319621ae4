// Airings looked at and stopped: what became of each, speaker by speaker, in one sentence each.
// It must never word a verdict itself: src/domain/verdict-sentences.ts does.
import type { Airing, AiringBrief, AiringSpeaker } from '../domain/model.ts';
import { sentenceOf } from '../domain/verdict-sentences.ts';
import type { Cancelling } from './cancelling.ts';
import type { Deps } from './deps.ts';
import type { AiringPart, Airings } from './door.ts';
import { refusal } from './refusals.ts';
import { permitted, tenantsSeenBy } from './scope.ts';

export type AiringParts = { deps: Deps; cancelling: Cancelling };

/** A month: what is reported upwards. A longer span is asked for in parts. */
const SPAN_MAX_MS = 31 * 24 * 3_600_000;

export function makeAirings({ deps, cancelling }: AiringParts): Airings {
  const { store } = deps;
  return {
    list(actor, { fromMs, toMs }) {
      if (toMs - fromMs > SPAN_MAX_MS) throw spanTooLong();
      return store.airings.list({ tenantIds: tenantsSeenBy(deps, actor), fromMs, toMs });
    },
    get(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.view', thing });
      const speakers = store.airings.speakers(airingId).map((one) => part(deps, one));
      return { airing: brief(airing), speakers };
    },
    async cancel(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.cancel', thing });
      const reason = 'stopped by an officer';
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
