// How airings ended, counted over the speakers somebody may see: for calendars, which name no speaker.
// It must never word a verdict itself: src/domain/airing/verdict-sentences.ts does.
import { sentenceOf } from '../../domain/airing/verdict-sentences.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Verdict, VerdictKind } from '../../domain/model.ts';
import { sightOf } from '../airing/from-above.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import type { AiringSummary, Summaries } from './feeds-door.ts';

/** As for the airings themselves: a longer span is asked for in parts. */
const SPAN_MAX_MS = 31 * 24 * 3_600_000;

export function makeSummaries(deps: Deps): Summaries {
  return {
    list(actor, { fromMs, toMs }) {
      if (toMs - fromMs > SPAN_MAX_MS) throw spanTooLong();
      const sight = sightOf(deps, actor);
      const span = { fromMs, toMs: Math.min(toMs, deps.clock.planMs() + 1) };
      const own = [...sight.own];
      const airings = [
        ...deps.store.airings.list({ tenantIds: own, ...span }),
        ...deps.store.airings.list({ tenantIds: sight.above, ...span, heardIn: own }),
      ];
      return summariesOf(deps, { airingIds: airings.map(({ id }) => id), tenantIds: own });
    },
  };
}

const COUNTED: Readonly<Record<VerdictKind, keyof AiringSummary['counts']>> = {
  played: 'played',
  'partly-played': 'partly',
  'pre-empted': 'yielded',
  'skipped-by-rule': 'skipped',
  failed: 'failed',
};

/** Two statements for a week, and one row for each airing that was not heard everywhere. */
export function summariesOf(
  { store }: Pick<Deps, 'store'>,
  of: { airingIds: readonly string[]; tenantIds: readonly string[] },
): AiringSummary[] {
  const found = new Map<string, AiringSummary>();
  for (const { airingId, kind, speakers } of store.airingEnds.counted(of)) {
    const summary = found.get(airingId) ?? { airingId, counts: none(), why: null };
    summary.counts.all += speakers;
    summary.counts[kind === null ? 'waiting' : COUNTED[kind]] += speakers;
    found.set(airingId, summary);
  }
  for (const { airingId, siteId } of store.airingEnds.unheard(of)) {
    const summary = found.get(airingId);
    const drill = store.airings.get(airingId)?.drill ?? false;
    const verdict = store.airings.speaker(airingId, siteId)?.verdict ?? null;
    if (summary) summary.why = plainSentence(verdict, drill);
  }
  return [...found.values()];
}

/**
 * For calendars, which leave the office: without the other bulletin's title, which may name people,
 * and without the words somebody wrote as the reason of a hush, which may name a bereaved family.
 */
export function plainSentence(verdict: Verdict | null, drill: boolean): Sentence {
  const isHush = verdict?.reason === 'hushed';
  return sentenceOf(isHush ? { ...verdict, detail: null } : verdict, { drill });
}

const none = (): AiringSummary['counts'] => ({
  ...{ all: 0, played: 0, partly: 0, yielded: 0, skipped: 0, failed: 0, waiting: 0 },
});

function spanTooLong() {
  return refusal('caller', 'span-too-long', {
    vi: 'Chỉ xem được tối đa 31 ngày một lần. Hãy chọn khoảng thời gian ngắn hơn.',
    en: 'At most 31 days can be looked at once. Choose a shorter span.',
    place: 'toMs',
  });
}
