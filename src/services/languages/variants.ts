// Variants of a bulletin in other languages: made, listed, found to say the same still.
// It must never make sound, nor air anything: a variant is a bulletin with an approval of its own.
import { isUntranslated } from '../../domain/languages/variant.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { submitByItself } from '../approval/judging.ts';
import { type BulletinParts, save, theirs } from '../bulletins/bulletins.ts';
import { languageOf } from '../bulletins/languages.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { pasted } from '../reading/taking.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { standingOf } from './lacking.ts';
import type { VariantList, Variants } from './languages-door.ts';
import { languageName } from './names-of.ts';
import { needsWords } from './untold.ts';
import { viewOf } from './variant-views.ts';

export function makeVariants(parts: BulletinParts): Variants {
  const { deps } = parts;
  return {
    create: (actor, input) => createVariant(parts, actor, input),
    list: (actor, { bulletinId }) =>
      listOf(deps, theirs(deps, { actor, action: 'bulletin.view', bulletinId })),
    confirm(actor, { bulletinId }) {
      const variant = theirs(deps, { actor, action: 'variant.confirm', bulletinId });
      const original = originalOf(deps, variant);
      if (hasHand(deps, { actor, variant, original })) throw ownWords();
      const now = deps.store.transaction(() => {
        const followed = follow(deps, { variant, original, actor });
        const { tenantId, version } = followed;
        const subject = `bulletin:${bulletinId}`;
        const detail = { title: variant.title, version, originalVersion: original.version };
        record(deps, { actor, action: 'variant.confirm', subject, tenantId, detail });
        return followed;
      });
      if (now.state === 'making') parts.making.want(bulletinId);
      // other words are another version: what an approver had before them goes there again
      const wasSent = variant.state === 'approved' || variant.state === 'pending';
      if (wasSent && now.state === 'ready') submitByItself(deps, { bulletinId });
      deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId: variant.tenantId });
      return listOf(deps, original);
    },
    standing: (actor, input) => standingOf(deps, actor, input),
  };
}

type Pair = { actor: Actor; variant: Bulletin; original: Bulletin };

/** Whoever wrote the words of either, or recorded the sound, does not say alone that they mean the same. */
function hasHand({ store }: Deps, { actor, variant, original }: Pair): boolean {
  const recorder = store.recordings.of(variant.id)?.byId;
  const hands = [...original.writerIds, ...variant.writerIds, variant.authorId, recorder];
  return hands.includes(actor.accountId);
}

/** What was to be said as one reads goes on being the original's words; its recording is of them. */
function follow({ store, clock }: Deps, { variant, original, actor }: Pair): Bulletin {
  const { id: bulletinId } = variant;
  const untranslated = isUntranslated(store.variants.of(bulletinId), hashOf(variant.text));
  const now =
    untranslated && variant.text !== original.text ? retold(variant, original.text) : variant;
  if (now !== variant) {
    store.bulletins.update(now);
    const recording = store.recordings.of(bulletinId);
    if (recording?.textHash === hashOf(variant.text))
      store.recordings.put({ ...recording, textHash: hashOf(now.text) });
  }
  store.variants.put({
    ...{ bulletinId, originalId: original.id, originalHash: hashOf(original.text) },
    ...{ byId: actor.accountId, atMs: clock.wallMs() },
  });
  return now;
}

/** Nobody approved these words: the sound stays, the approval does not. */
function retold(variant: Bulletin, text: string): Bulletin {
  const { state, version } = variant;
  const sent = state === 'approved' || state === 'pending';
  return {
    ...variant,
    text,
    version: version + 1,
    standingId: null,
    ...(sent && { state: 'ready' }),
  };
}

export function createVariant(
  { deps, making }: BulletinParts,
  actor: Actor,
  input: { bulletinId: string; language: string; text: string | null; title?: string },
): Bulletin {
  const { store } = deps;
  const { bulletinId } = input;
  const original = theirs(deps, { actor, action: 'variant.create', bulletinId });
  if (original.originalId !== null) throw ofVariant();
  const language = languageOf(deps, input.language);
  if (language === original.language) throw sameLanguage();
  const others = store.bulletins.variantsOf(original.id);
  if (others.some((one) => one.language === language)) throw exists(languageName(deps, language));
  const text = input.text === null ? null : spoken(deps, input.text);
  if (text !== null) making.refuseIfFull(original);
  const title = input.title === undefined ? original.title : line(input.title, 'title');
  const bulletin = variantOf(deps, { original, language, text, title, actor });
  const also = () => {
    store.bulletins.insert(bulletin);
    store.variants.put({
      ...{ bulletinId: bulletin.id, originalId: original.id, byId: actor.accountId },
      ...{ originalHash: hashOf(original.text), atMs: deps.clock.wallMs() },
    });
  };
  // the row is there before whatever hangs on it
  deps.store.transaction(() => {
    also();
    const detail = { originalId: original.id, language };
    save(deps, { actor, action: 'variant.create', bulletin, detail });
  });
  if (bulletin.state === 'making') making.want(bulletin.id);
  return bulletin;
}

function variantOf(
  deps: Deps,
  of: { original: Bulletin; language: string; text: string | null; title: string; actor: Actor },
): Bulletin {
  const { original, language, text, title, actor } = of;
  const { vi, en } = needsWords(languageName(deps, language));
  const untold = { state: 'failed' as const, stateReason: `${vi} (${en})` };
  return {
    ...original,
    ...{ id: deps.ids.next(), originalId: original.id, language, title },
    text: text ?? original.text,
    ...(text === null ? untold : { state: 'making', stateReason: null }),
    ...{ version: 1, clipId: null, standingId: null, submitsItself: false, maxSeconds: null },
    ...{ authorId: actor.accountId, writerIds: [actor.accountId] },
    createdAtMs: deps.clock.wallMs(),
  };
}

/** Of a language that no reader of ours knows: there must be something to say, and no more is asked. */
export function spoken(deps: Deps, written: string): string {
  const text = pasted(deps, written);
  if (/\p{L}/u.test(text)) return text;
  throw refusal('caller', 'nothing-to-say', {
    vi: 'Văn bản không có nội dung nào đọc được thành tiếng.',
    en: 'There is nothing in this text that can be spoken.',
    place: 'text',
  });
}

/** @throws AppError when it is no variant */
export function originalOf({ store }: Pick<Deps, 'store'>, variant: Bulletin): Bulletin {
  const { originalId } = variant;
  const original = originalId === null ? null : store.bulletins.get(originalId);
  if (original !== null) return original;
  throw refusal('conflict', 'no-variant', {
    vi: 'Bản tin này không phải là bản tiếng khác của bản tin nào.',
    en: 'This bulletin is nobody’s variant.',
  });
}

/** Asked of the original or of any of its variants: the same list. */
function listOf(deps: Deps, bulletin: Bulletin): VariantList {
  const original = bulletin.originalId === null ? bulletin : originalOf(deps, bulletin);
  const { id, title, language, state } = original;
  const variants = deps.store.bulletins.variantsOf(id);
  return {
    original: { id, title, language, state, languageName: languageName(deps, language) },
    variants: variants.map((variant) => viewOf(deps, { variant, original })),
  };
}

const ofVariant = () =>
  refusal('conflict', 'variant-of-variant', {
    vi: 'Đây đã là bản tiếng khác của một bản tin. Hãy thêm ngôn ngữ ở bản gốc.',
    en: 'This is a variant of a bulletin itself. Add the language to the original.',
  });

const sameLanguage = () =>
  refusal('conflict', 'same-language', {
    vi: 'Bản gốc đã bằng tiếng này. Hãy chọn ngôn ngữ khác.',
    en: 'The original is in this language. Choose another.',
    place: 'language',
  });

const exists = (name: string) =>
  refusal('conflict', 'variant-exists', {
    vi: `Bản tin này đã có bản ${name}. Hãy mở bản đó ra sửa.`,
    en: `This bulletin has a variant in this language (${name}). Open it and change it.`,
    place: 'language',
  });

const ownWords = () =>
  refusal('forbidden', 'own-words', {
    vi: 'Bạn đã viết lời của bản gốc hay bản tiếng này, hoặc đã thu âm: người duyệt khác xác nhận bản tiếng này còn đúng.',
    en: 'You wrote the words of the original or of this variant, or recorded it: another approver says that it still holds.',
  });
