// Airings looked at and stopped: what became of each, speaker by speaker, in one sentence each.
// It must never word a verdict itself: src/domain/verdict-sentences.ts does.
import type { Airing, AiringSpeaker } from '../domain/model.ts';
import { sentenceOf } from '../domain/verdict-sentences.ts';
import type { Cancelling } from './cancelling.ts';
import type { Deps } from './deps.ts';
import type { AiringFacts, AiringPart, Airings } from './door.ts';
import { refusal } from './refusals.ts';
import { permitted, tenantsSeenBy } from './scope.ts';

export type AiringParts = { deps: Deps; cancelling: Cancelling };

export function makeAirings({ deps, cancelling }: AiringParts): Airings {
  const { store } = deps;
  return {
    list(actor, { fromMs, toMs }) {
      const tenantIds = tenantsSeenBy(deps, actor);
      return store.airings.list({ tenantIds, fromMs, toMs }).map((airing) => facts(deps, airing));
    },
    get(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.view', thing });
      const speakers = store.airings.speakers(airingId).map((one) => part(deps, one));
      return { airing: facts(deps, airing), speakers };
    },
    async cancel(actor, { airingId }) {
      const thing = store.airings.get(airingId);
      const airing = permitted(deps, { actor, action: 'airing.cancel', thing });
      const reason = 'stopped by an officer';
      const stopped = store.transaction(() => cancelling.sign(airing, { actor, reason }));
      if (!stopped) throw nothingToStop();
      cancelling.send(airing);
      return facts(deps, { ...airing, state: 'cancelled' });
    },
  };
}

function facts(deps: Deps, { orderBytes: _, ...airing }: Airing): AiringFacts {
  return { ...airing, title: deps.store.bulletins.get(airing.bulletinId)?.title ?? '' };
}

function part({ store }: Deps, { siteId, verdict }: AiringSpeaker): AiringPart {
  const site = store.sites.get(siteId);
  const village = site && store.areas.get(site.areaId);
  const other = verdict?.detail ? store.airings.get(verdict.detail) : null;
  const byTitle = other ? (store.bulletins.get(other.bulletinId)?.title ?? null) : null;
  return {
    siteId,
    siteName: site?.name ?? siteId,
    village: village?.name ?? '',
    verdict,
    sentence: sentenceOf(verdict, { byTitle }),
  };
}

function nothingToStop() {
  return refusal('conflict', 'nothing-to-stop', {
    vi: 'Lượt phát này đã xong hoặc đã dừng, không còn gì để dừng.',
    en: 'This airing is over or stopped already; nothing is left to stop.',
  });
}
