// A notice that is also said in the languages of its villages: one variant for each frame that can say it, written with the notice itself.
// It must never hold the notice up, nor be heard where the village's order has not its language.
import type { Actor, Bulletin, Schedule } from '../../domain/model.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { type NotSaid, noteNotSaid } from '../notices/notice-not-said.ts';
import { record } from '../record.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { languageName } from './frame-facts.ts';
import { offersFor, type ToOffer, villagesOf } from './frame-offers.ts';
import type { FrameUse } from './frames-store.ts';
import { type Timed, timed } from './spoken-times.ts';

type Sent = {
  actor: Actor;
  original: Bulletin;
  schedules: readonly Schedule[];
  /** of the notice itself, said as often as it is */
  seconds: number;
};
/** What was written, and the languages that were to be heard and are not: by name, for whoever made the notice. */
export type SaidToo = {
  variants: readonly { id: string; scheduleIds: readonly string[] }[];
  lost: readonly string[];
};

/**
 * Within the notice's own transaction: a run that is killed leaves both or neither, and a notice that is sent again
 * is found whole. What goes wrong here takes back its own rows alone, is on record, and is told.
 */
export function sayToo(deps: Deps, of: Sent & ToOffer): SaidToo {
  try {
    return deps.store.transaction(() => write(deps, of));
  } catch (error) {
    deps.log.error({ err: error, bulletinId: of.original.id }, 'a notice has no other languages');
    const languages = wantedIn(deps, of);
    const lost = languages.map((language) => ({ language, state: 'fault', missing: [] }));
    noteWithout(deps, { ...of, lost });
    return { variants: [], lost: languages.map((code) => languageName(deps, code)) };
  }
}

/** After the commit, and behind the notice in the line of what is made. */
export function beginToo(
  { deps, making }: { deps: Deps; making: Pick<Making, 'want'> },
  { original, said }: { original: Bulletin; said: SaidToo },
): void {
  const { tenantId, title, authorId, priority } = original;
  if (said.lost.length > 0) {
    const facts = { tenantId, bulletinId: original.id, title, authorId };
    const how = { languages: said.lost, urgent: priority === 'emergency' };
    deps.happenings.tell({ kind: 'notice-not-said', ...facts, ...how });
  }
  for (const { id, scheduleIds } of said.variants) {
    deps.changes.tell({ kind: 'bulletin', id, tenantId });
    for (const one of scheduleIds) deps.changes.tell({ kind: 'schedule', id: one, tenantId });
    making.want(id);
  }
}

/** Asked of the villages' own orders alone; where those are what failed, no language is named. */
function wantedIn(deps: Deps, { areaIds, original }: Sent & ToOffer): string[] {
  try {
    const all = villagesOf(deps, areaIds).flatMap(({ languages }) => languages);
    return [...new Set(all)].filter((language) => language !== original.language);
  } catch {
    return [];
  }
}

function write(deps: Deps, of: Sent & ToOffer): SaidToo {
  const all = timed(deps, { ...of, offers: offersFor(deps, of) });
  const variants = all.flatMap((one) => {
    if (one.variant === null) return [];
    insert(deps, { ...of, one, variant: one.variant });
    return [{ id: one.variant.id, scheduleIds: one.schedules.map(({ id }) => id) }];
  });
  const without = all.filter(({ offer }) => offer.state !== 'ready' || offer.unheard.length > 0);
  if (without.length > 0) noteWithout(deps, { ...of, lost: without.map(asNotSaid) });
  // whoever sent it saw what its frames lack; that an hour is over they may not have
  const late = without.filter(({ offer }) => offer.unheard.length > 0);
  return { variants, lost: late.map(({ offer }) => offer.languageName) };
}

function insert(deps: Deps, of: Sent & { one: Timed; variant: Bulletin }): void {
  const { store } = deps;
  const { actor, original, one, variant } = of;
  const { used, saying, values, schedules } = one;
  if (!used || !saying) return;
  const { id, tenantId, title, language } = variant;
  store.bulletins.insert(variant);
  store.variants.put({
    ...{ bulletinId: id, originalId: original.id, originalHash: hashOf(original.text) },
    ...{ byId: actor.accountId, atMs: variant.createdAtMs },
  });
  const { sentences } = saying;
  const use = useFor({ bulletin: variant, frame: used.frame, values, sentences });
  store.frameUses.insert(use);
  for (const schedule of schedules) store.schedules.insert(schedule);
  const detail = { title, language, frameId: use.frameId, version: use.frameVersion };
  record(deps, { actor, action: 'frame.use', subject: `bulletin:${id}`, tenantId, detail });
}

const asNotSaid = ({ offer }: Timed): NotSaid => ({
  ...{ language: offer.language, state: offer.state },
  missing: offer.missing.slice(0, 10).map(({ prompt }) => prompt),
  ...(offer.unheard.length > 0 && { unheard: offer.unheard.map(({ say }) => say.vi) }),
});

/** On record beside the notice: which language its villages did not hear it in, and why. */
function noteWithout(deps: Deps, of: Sent & { lost: readonly NotSaid[] }): void {
  const { id: bulletinId, tenantId } = of.original;
  noteNotSaid(deps, { bulletinId, tenantId }, of.lost);
}

export function useFor(of: {
  bulletin: Bulletin;
  frame: { id: string; version: number };
  values: FrameUse['values'];
  sentences: readonly (readonly { hash: string; prompt: string }[])[];
}): FrameUse {
  const { bulletin, frame, values, sentences } = of;
  return {
    ...{ bulletinId: bulletin.id, frameId: frame.id, frameVersion: frame.version, values },
    ...{ language: bulletin.language, textHash: hashOf(bulletin.text) },
    sentences: sentences.map((row) => row.map(({ hash, prompt }) => ({ hash, words: prompt }))),
  };
}
