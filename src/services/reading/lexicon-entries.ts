// One addition to a lexicon, checked and kept: from the lexicon's page, or from a settled doubt.
// It must never know who may edit which lexicon.
import { composed } from '../../domain/composed.ts';

import type { LexiconAddition, LexiconEntry } from '../../domain/documents/reading-model.ts';
import type { Actor } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { limitReached, refusal } from '../refusals.ts';
import type { EntryWish } from './reading-door.ts';
import { reviseLexicon } from './reading-order.ts';

/** The lexicon that comes with the product has some hundreds of each kind; a province adds fewer. */
export const ADDITIONS_MAX = 2_000;

/** @throws AppError with the reading room's own sentence */
export function checkedEntry(deps: Pick<Deps, 'reader'>, wish: EntryWish): LexiconEntry {
  const tidy = (text: string) => composed(text).trim();
  const entry = {
    written: tidy(wish.written),
    spoken: tidy(wish.spoken),
    note: tidy(wish.note),
    example: tidy(wish.example),
  };
  const wrong = deps.reader.checkEntry(entry, { confirmed: wish.confirmed ?? false });
  if (wrong) throw refusal('caller', 'bad-lexicon-entry', { ...wrong, place: 'written' });
  return entry;
}

/** Inside a transaction. The same written form has one entry in an area: it is changed. */
export function keepEntry(
  deps: Deps,
  of: { actor: Actor; areaId: string; entry: LexiconEntry; id?: string },
): LexiconAddition {
  const { actor, areaId, entry } = of;
  const there = deps.store.additions.of(areaId);
  const same = there.find(({ id, written }) =>
    of.id === undefined ? written === entry.written : id === of.id,
  );
  if (!same && there.length >= ADDITIONS_MAX) throw tooMany();
  const addition: LexiconAddition = {
    id: same?.id ?? deps.ids.next(),
    areaId,
    ...entry,
    changedBy: actor.accountId,
    changedAtMs: deps.clock.wallMs(),
  };
  deps.store.additions.put(addition);
  reviseLexicon(deps, areaId);
  const { written, spoken } = entry;
  const detail = { did: same ? 'change' : 'add', written, spoken, was: same?.spoken ?? null };
  const subject = `area:${areaId}`;
  record(deps, { actor, action: 'lexicon.edit', subject, tenantId: areaId, detail });
  return addition;
}

function tooMany() {
  return limitReached({
    vi: `từ điển của một địa bàn có nhiều nhất ${ADDITIONS_MAX} mục riêng`,
    en: `the lexicon of one area has at most ${ADDITIONS_MAX} entries of its own`,
  });
}
