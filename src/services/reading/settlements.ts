// What a person decides is said at a doubtful place: kept with the document, or as a lexicon entry.
// It must never change a text, nor judge words: the Reader says what may be spoken.
import { composed } from '../../domain/composed.ts';
import type { LegalDocument } from '../../domain/documents/document-model.ts';
import type { Keep, Settlement } from '../../domain/documents/reading-model.ts';
import type { Actor } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { limitReached, missing, notYourRole, refusal } from '../refusals.ts';
import { seenDocument } from './documents.ts';
import { checkedEntry, keepEntry } from './lexicon-entries.ts';
import type { Scripts, SettledDoubt } from './reading-door.ts';
import { orderOf, reviseLexicon, tenantsAbove } from './reading-order.ts';

/** A place, its company: as the reading room finds it again after edits elsewhere. */
const COMPANY_CHARS = 20;
/** A doubt is a word or a number; a longer stretch is an edit, and is made in the bulletin. */
const PLACE_MAX_CHARS = 200;
/** One for every four hundred characters of the longest text. */
const SETTLED_MAX = 1_250;

export function makeSettlements(deps: Deps): Pick<Scripts, 'settle' | 'unsettle'> {
  return { settle: settle(deps), unsettle: unsettle(deps) };
}

type Wish = Parameters<Scripts['settle']>[1];

function settle(deps: Deps): Scripts['settle'] {
  const { store } = deps;
  return async (actor, wish) => {
    const { documentId } = wish;
    const document = seenDocument(deps, { actor, documentId, action: 'document.settle' });
    const place = placeOf(deps, document, wish);
    const reason = await reasonOf(deps, document, wish);
    const settlement = store.transaction(() => {
      const before = store.settlements.of(documentId);
      const same = before.find(({ from, to }) => from === wish.from && to === wish.to);
      if (same) store.settlements.drop(same.id);
      else if (before.length >= SETTLED_MAX) throw tooManySettled();
      const made: Settlement = {
        id: deps.ids.next(),
        documentId,
        tenantId: document.tenantId,
        ...place,
        ...{ from: wish.from, to: wish.to, reason: same?.reason ?? reason, kept: wish.keep },
        additionId: keepInLexicon(deps, { actor, document, place, wish }),
        settledBy: actor.accountId,
        settledAtMs: deps.clock.wallMs(),
      };
      store.settlements.insert(made);
      const { written, words } = place;
      tell(deps, { actor, settlement: made, detail: { written, words, kept: wish.keep } });
      return made;
    });
    deps.changes.tell({ kind: 'document', id: documentId, tenantId: document.tenantId });
    return settledView(deps, { settlement, document });
  };
}

function unsettle(deps: Deps): Scripts['unsettle'] {
  const { store } = deps;
  return (actor, { documentId, settlementId }) => {
    const { tenantId } = seenDocument(deps, { actor, documentId, action: 'document.settle' });
    store.transaction(() => {
      const settlement = store.settlements.get(settlementId);
      if (settlement?.documentId !== documentId) throw missing();
      store.settlements.drop(settlementId);
      const { written } = settlement;
      const dropped = dropUnchanged(deps, { actor, settlement });
      tell(deps, { actor, settlement, detail: { written, opened: true, entryDropped: dropped } });
    });
    deps.changes.tell({ kind: 'document', id: documentId, tenantId });
  };
}

type Place = Pick<Settlement, 'written' | 'before' | 'after' | 'words'>;

/** Another figure than the printed one is said only where a person was told of both, and means it. */
function placeOf(deps: Deps, { text }: LegalDocument, { from, to, ...wish }: Wish): Place {
  if (from >= to || to > text.length || to - from > PLACE_MAX_CHARS) throw badPlace();
  const words = composed(wish.words).trim();
  const wrong = deps.reader.checkWords(words);
  if (wrong) throw refusal('caller', 'words-not-speakable', { ...wrong, place: 'words' });
  const written = text.slice(from, to);
  const other = wish.confirmed ? null : deps.reader.checkFigures(written, words);
  if (other) throw refusal('caller', 'bad-words', { ...other, place: 'words' });
  return {
    written,
    before: text.slice(Math.max(0, from - COMPANY_CHARS), from),
    after: text.slice(to, to + COMPANY_CHARS),
    words,
  };
}

/** Of the doubt that stands there now; a person may settle what was no doubt, too. */
async function reasonOf(deps: Deps, document: LegalDocument, { from, to }: Wish) {
  const { id: documentId, tenantId, text } = document;
  const read = await deps.reader.script(text, orderOf(deps, { tenantId, documentId }));
  return read.open.find((doubt) => doubt.from < to && doubt.to > from)?.reason ?? null;
}

/** The entry it became, in the transaction of the settlement; null: it is the document's own. */
function keepInLexicon(
  deps: Deps,
  of: {
    actor: Actor;
    document: LegalDocument;
    place: Place;
    wish: Wish;
  },
): string | null {
  const { actor, document, place } = of;
  const { keep, confirmed = false } = of.wish;
  if (keep === 'document') return null;
  const areaId = areaFor(deps, { tenantId: document.tenantId, keep });
  if (!mayEdit(deps, actor, areaId)) throw notYourRole();
  const note = `Xác nhận khi đọc ${document.number ?? document.title}`.slice(0, 500);
  const example = `${place.before}${place.written}${place.after}`.replace(/\s+/gu, ' ').trim();
  const entry = { written: place.written, spoken: place.words, note, example, confirmed };
  return keepEntry(deps, { actor, areaId, entry: checkedEntry(deps, entry) }).id;
}

/** A document of the province has no commune: its words are kept for the whole province. */
function areaFor(deps: Deps, { tenantId, keep }: { tenantId: string; keep: Keep }): string {
  const chain = tenantsAbove(deps, tenantId);
  const province = chain.at(-1) ?? tenantId;
  return keep === 'province' ? province : tenantId;
}

function mayEdit(deps: Deps, actor: Actor, areaId: string): boolean {
  return may(actor, 'lexicon.edit', tenantsAbove(deps, areaId));
}

/** An entry somebody has worked on since is theirs, and stays. */
function dropUnchanged(deps: Deps, of: { actor: Actor; settlement: Settlement }): boolean {
  const { additionId, settledAtMs } = of.settlement;
  const addition = additionId === null ? null : deps.store.additions.get(additionId);
  if (!addition || addition.changedAtMs !== settledAtMs) return false;
  if (!mayEdit(deps, of.actor, addition.areaId)) throw notYourRole();
  deps.store.additions.drop(addition.id);
  reviseLexicon(deps, addition.areaId);
  return true;
}

function tell(
  deps: Deps,
  of: { actor: Actor; settlement: Settlement; detail: Record<string, unknown> },
): void {
  const { documentId, tenantId } = of.settlement;
  const subject = `document:${documentId}`;
  const { actor, detail } = of;
  record(deps, { actor, action: 'document.settle', subject, tenantId, detail });
}

export function settledView(
  { store, reader }: Deps,
  { settlement, document }: { settlement: Settlement; document: LegalDocument },
): SettledDoubt {
  const { id, from, to, written, words, reason, kept, settledBy, settledAtMs } = settlement;
  const settledByName = store.accounts.get(settledBy)?.fullName ?? '';
  const page = pageOf(document, from);
  return {
    ...{ id, from, to, source: written, words, reason, page, kept },
    otherFigures: reader.checkFigures(written, words) !== null,
    ...{ settledBy, settledByName, settledAtMs },
  };
}

export function pageOf({ pages }: LegalDocument, at: number): number | null {
  return pages.find(({ from, to }) => at >= from && at < to)?.page ?? null;
}

function badPlace() {
  return refusal('caller', 'bad-place', {
    vi: `Chỗ được chọn phải nằm trong văn bản và dài nhiều nhất ${PLACE_MAX_CHARS} ký tự.`,
    en: `The place must lie within the text and have at most ${PLACE_MAX_CHARS} characters.`,
    place: 'from',
  });
}

function tooManySettled() {
  return limitReached({
    vi: `một văn bản có nhiều nhất ${SETTLED_MAX} chỗ được xác nhận; hãy tìm một bản rõ hơn`,
    en: `a document has at most ${SETTLED_MAX} settled places; find a better copy`,
  });
}
