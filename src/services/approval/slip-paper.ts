// Gathers what stands on a slip: the words as heard, the figures as written, where, when, and by which hash.
// It must never draw it.

import { spokenRule } from '../../domain/airing/schedule-words.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import { syntheticWords } from '../../domain/sound/synthetic.ts';
import { fieldsOf } from '../airing/cron-pattern.ts';
import { warningsOf } from '../bulletins/bulletin-warnings.ts';
import type { Deps } from '../deps.ts';
import { orderOf } from '../reading/reading-order.ts';
import type { SlipPaper } from './papers-port.ts';

/** Of the text, as many as anybody checks by eye on paper. */
const FIGURES_MAX = 300;

export async function slipPaper(
  deps: Deps,
  { bulletin, clip }: { bulletin: Bulletin; clip: Clip },
): Promise<SlipPaper> {
  const { store } = deps;
  const { id, tenantId, title, version, priority, drill, text } = bulletin;
  const figures = await deps.reader.digest(text, orderOf(deps, bulletin));
  const name = (areaId: string) => store.areas.get(areaId)?.name ?? '';
  const airings = store.schedules
    .ofBulletin(id)
    .filter(({ endedAtMs }) => endedAtMs === null)
    .map(({ areaIds, rule }) => ({
      where: areaIds.map(name).join(', '),
      when: spokenRule(rule, rule.kind === 'cron' ? fieldsOf(rule.pattern) : null).vi,
    }));
  const shown = figures.slice(0, FIGURES_MAX);
  return {
    kind: 'approval-slip',
    communeName: name(tenantId),
    ...{ bulletinId: id, title, version, priority, drill },
    warnings: warningsOf(deps, bulletin).map(({ say }) => say.vi),
    authorName: store.accounts.get(bulletin.authorId)?.fullName ?? '',
    sentences: clip.sentences.map(({ words }) => words),
    figures: shown.map(({ kind, source, words }) => ({ kind, source, words })),
    figuresWhole: shown.length === figures.length,
    airings,
    durationMs: clip.durationMs,
    synthetic: syntheticWords(clip.synthetic),
    contentHash: clip.contentHash,
    link: `${deps.terms.publicUrl()}/#/approvals/${id}?hash=${clip.contentHash}`,
    madeAtMs: clip.madeAtMs,
  };
}
