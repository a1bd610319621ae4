// A notice that is also said in the languages of its villages: one variant for each frame that can say it, after the notice itself.
// It must never hold the notice up, nor be heard where the village's order has not its language.
import { turnsOf } from '../../domain/frames/turns.ts';
import type { Actor, Bulletin, Schedule } from '../../domain/model.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { noteNotSaid } from '../notices/notice-not-said.ts';
import { record } from '../record.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { type Offered, offersFor, type ToOffer, villagesOf } from './frame-offers.ts';
import type { FrameUse } from './frames-store.ts';

type Notice = {
  actor: Actor;
  original: Bulletin;
  schedules: readonly Schedule[];
  /** of the notice itself, said as often as it is */
  seconds: number;
};
type Variant = { bulletin: Bulletin; use: FrameUse; durationMs: number; schedules: Schedule[] };

type Parts = { deps: Deps; making: Pick<Making, 'want'> };

/** After the notice's own commit, and behind it in the line of what is made: what goes wrong here is a line of the log. */
export function sayToo({ deps, making }: Parts, of: Notice & ToOffer): void {
  try {
    for (const { bulletin, schedules } of write(deps, of)) {
      const { id, tenantId } = bulletin;
      deps.changes.tell({ kind: 'bulletin', id, tenantId });
      for (const one of schedules) deps.changes.tell({ kind: 'schedule', id: one.id, tenantId });
      making.want(id);
    }
  } catch (error) {
    deps.log.error({ err: error, bulletinId: of.original.id }, 'a notice has no other languages');
  }
}

function write(deps: Deps, of: Notice & ToOffer): Variant[] {
  const { store } = deps;
  const { actor, original } = of;
  const offers = offersFor(deps, of);
  const made = offers.flatMap((offered) => variantFrom(deps, { ...of, offered }));
  const placed = withTimes(deps, { ...of, made });
  const without = offers.filter(({ offer }) => offer.state !== 'ready');
  store.transaction(() => {
    for (const { bulletin, use, schedules } of placed) {
      const { id, tenantId, title, language } = bulletin;
      store.bulletins.insert(bulletin);
      store.variants.put({
        ...{ bulletinId: id, originalId: original.id, originalHash: hashOf(original.text) },
        ...{ byId: actor.accountId, atMs: bulletin.createdAtMs },
      });
      store.frameUses.insert(use);
      for (const schedule of schedules) store.schedules.insert(schedule);
      const detail = { title, language, frameId: use.frameId, version: use.frameVersion };
      record(deps, { actor, action: 'frame.use', subject: `bulletin:${id}`, tenantId, detail });
    }
    if (without.length > 0) noteWithout(deps, { ...of, without });
  });
  return placed;
}

/** On record beside the notice: which language its villages did not hear it in, and why. */
function noteWithout(deps: Deps, of: Notice & { without: readonly Offered[] }): void {
  const { id, tenantId } = of.original;
  const languages = of.without.map(({ offer }) => ({
    ...{ language: offer.language, state: offer.state },
    missing: offer.missing.slice(0, 10).map(({ prompt }) => prompt),
  }));
  noteNotSaid(deps, { bulletinId: id, tenantId }, languages);
}

function variantFrom(deps: Deps, of: Notice & { offered: Offered }): Variant[] {
  const { offer, used, values, saying } = of.offered;
  if (offer.state !== 'ready' || !used || !saying) return [];
  const { original, actor } = of;
  const { text, sentences, durationMs } = saying;
  const bulletin: Bulletin = {
    ...original,
    ...{ id: deps.ids.next(), originalId: original.id, language: offer.language, text },
    title: `${original.title} – ${offer.languageName}`.slice(0, TITLE_CHARS),
    ...{ authorId: actor.accountId, writerIds: [actor.accountId] },
  };
  const use = useFor({ bulletin, frame: used.frame, values, sentences });
  return [{ bulletin, use, durationMs, schedules: [] }];
}

const TITLE_CHARS = 300;

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

/** At a set time one behind the other; "now" all of them at once, and the arbiter puts them behind the notice. */
function withTimes(deps: Deps, of: Notice & ToOffer & { made: readonly Variant[] }): Variant[] {
  const { original, schedules, made, areaIds } = of;
  const lengths = new Map(
    made.map(({ bulletin, durationMs }) => [bulletin.language, durationMs * original.repeats]),
  );
  const villages = villagesOf(deps, areaIds);
  const turns = turnsOf({ villages, lengths, vietnameseMs: of.seconds * 1_000 });
  return made.map((variant) => {
    const own = turns.filter(({ language }) => language === variant.bulletin.language);
    const at = (schedule: Schedule): Schedule[] => {
      const bulletinId = variant.bulletin.id;
      const copy = { ...schedule, bulletinId };
      const { rule } = schedule;
      if (rule.kind !== 'once') {
        const all = own.flatMap((turn) => turn.areaIds);
        return [{ ...copy, id: deps.ids.next(), areaIds: all }];
      }
      return own.map((turn) => {
        const later = { kind: 'once' as const, atMs: rule.atMs + turn.offsetMs };
        return { ...copy, id: deps.ids.next(), areaIds: turn.areaIds, rule: later };
      });
    };
    return { ...variant, schedules: schedules.flatMap(at) };
  });
}
