// Bulletins composed of the clauses a person ticks: what there is to tick, what becomes of it, made.
// It must never know a rule of composing or reading, nor judge what may air.
import { clausesNamed } from '../../domain/documents/clauses-named.ts';
import { type ComposedGenre, placesToWrite } from '../../domain/documents/composition.ts';
import type { Actor, Area } from '../../domain/model.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { airedOf, noticesOf } from '../public/aired.ts';
import { asked } from '../reading/scripts.ts';
import { pasted } from '../reading/taking.ts';
import { makeTurns } from '../reading/turns.ts';
import { limitReached, notYourRole, refusal } from '../refusals.ts';
import { seenArea } from '../scope.ts';
import { marksOf, warningsOf } from './bulletin-warnings.ts';
import { type BulletinParts, createBulletin, theirs } from './bulletins.ts';
import type { ToCompose } from './compose-port.ts';
import type { Compositions, CompositionWish } from './compositions-door.ts';
import { heard } from './hearing.ts';
import { spokenOf } from './spoken.ts';

const GENRES: readonly ComposedGenre[] = ['news', 'excerpt', 'qa', 'situation', 'story'];
/** The Civil Code has 1,800; more boxes than these are a list nobody ticks, and the parts of a gazette are one each. */
const CLAUSES_MAX = 2_500;

export function makeCompositions(parts: BulletinParts): Compositions {
  const { deps } = parts;
  return {
    marks: (bulletins) => marksOf(deps, bulletins),
    clauses: clausesOf(deps),
    preview: preview(deps),
    create: create(parts),
    async script(actor, { bulletinId }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const composition = deps.store.compositions.get(bulletinId);
      const aired = await airedOf(deps, { bulletin, composition });
      const spoken = await spokenOf(deps, aired);
      return { ...spoken, documentId: bulletin.documentId, notices: aired.notices };
    },
    async peaks(actor, { clipId }) {
      return { peaks: await deps.studio.peaks(heard(deps, { actor, clipId })) };
    },
  };
}

function clausesOf(deps: Deps): Compositions['clauses'] {
  return async (actor, of) => {
    const { document, part, order } = asked(deps, { actor, ...of });
    const { text } = document;
    const clauses = await deps.composer.clauses(text, order, { part });
    const about = aboutOf(deps, { documentId: document.id, documentPart: of.position });
    const frames = await Promise.all(
      GENRES.map(async (genre): Promise<[ComposedGenre, number]> => {
        const wish = wishOf(deps, { actor, areaId: document.tenantId, ...of, genre, picks: [] });
        const framed = await deps.composer.compose(text, order, { ...wish, part });
        const read = await deps.reader.script(framed.text, order);
        return [genre, deps.reader.seconds(read.script, order.profile)];
      }),
    );
    return {
      clauses: clauses.slice(0, CLAUSES_MAX),
      frames: Object.fromEntries(frames) as Record<ComposedGenre, number>,
      ...about,
      whole: clauses.length <= CLAUSES_MAX,
    };
  };
}

function aboutOf(deps: Deps, of: { documentId: string; documentPart: number | null }) {
  return { notices: noticesOf(deps, of), warnings: warningsOf(deps, of) };
}

type Wish = CompositionWish & { actor: Actor; areaId: string };

function wishOf(deps: Deps, wish: Wish): Omit<ToCompose, 'part'> {
  const { documentId, position: documentPart, picks, genre } = wish;
  const area = seenArea(deps, wish);
  const notices = noticesOf(deps, { documentId, documentPart });
  return { picks, genre, station: stationOf(area), notices };
}

/** "Xã Chiềng Lề" → "Đài truyền thanh xã Chiềng Lề" */
function stationOf({ kind, name }: Pick<Area, 'kind' | 'name'>): string {
  const said = /^(?:Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố)\s/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
  return kind === 'province' ? `hệ thống truyền thanh cơ sở ${said}` : `Đài truyền thanh ${said}`;
}

async function composed(deps: Deps, wish: Wish) {
  const { document, part, order } = asked(deps, wish);
  const made = await deps.composer.compose(document.text, order, { ...wishOf(deps, wish), part });
  if (made.unknown.length > 0) throw clauseGone();
  return { document, part, order, made };
}

/** Beyond an hour's bulletin; what is longer is seen when its sound is made. */
const PREVIEW_MAX_CHARS = 60_000;
/** Of a commune what two people type; in all fewer than the reader's forty places, for sound is made there too. */
const PREVIEWS = { atOnce: 4, waiting: 26, each: { atOnce: 1, waiting: 4 } };

function preview(deps: Deps): Compositions['preview'] {
  const turns = makeTurns({ ...PREVIEWS, full: tooManyPreviews });
  return (actor, wish) => {
    const areas = deps.store.areas.all();
    // reading a document is everybody's; having any words read is for those who write
    const writesFor = tenantsWhere({ actor, action: 'bulletin.create', areas });
    if (wish.text !== undefined && writesFor.length === 0) throw notYourRole();
    if ((wish.text ?? '').length > PREVIEW_MAX_CHARS) throw longPreview();
    const of = writesFor[0] ?? deps.store.documents.get(wish.documentId)?.tenantId ?? '';
    return turns(() => previewed(deps, actor, wish), { of });
  };
}

async function previewed(
  deps: Deps,
  actor: Actor,
  wish: CompositionWish,
): ReturnType<Compositions['preview']> {
  const { documentId, position: documentPart, genre } = wish;
  const areaId = deps.store.documents.get(documentId)?.tenantId ?? '';
  const { document, made } = await composed(deps, { ...wish, actor, areaId });
  const text = wish.text === undefined ? made.text : pasted(deps, wish.text);
  const bulletin = { tenantId: document.tenantId, documentId, documentPart, text, genre };
  const aired = await airedOf(deps, { bulletin, composition: made });
  return {
    ...(await spokenOf(deps, aired)),
    ...{ title: made.title, text },
    ...aboutOf(deps, { documentId, documentPart }),
    unwritten: placesToWrite(text),
    personalHints: personalHints(text),
  };
}

function create(parts: BulletinParts): Compositions['create'] {
  const { deps } = parts;
  return async (actor, { picks, genre, ...input }) => {
    if (picks.length === 0) throw nothingTicked();
    const { documentId, part: position = null, areaId } = input;
    const wish = { actor, areaId, documentId, position, picks, genre };
    const { made, part, order, document } = await composed(deps, wish);
    const all = await deps.composer.clauses(document.text, order, { part });
    const clauses = clausesNamed(all, picks);
    const { text, slices, local } = made;
    const title = input.title || made.title;
    return createBulletin(parts, ({ id: bulletinId }) =>
      deps.store.compositions.insert({ bulletinId, picks, text, slices, local, clauses }),
    )(actor, { ...input, genre, title, text: input.text ?? text });
  };
}

function nothingTicked() {
  return refusal('caller', 'nothing-ticked', {
    vi: 'Chưa đánh dấu điều khoản nào. Hãy đánh dấu ít nhất một điều khoản.',
    en: 'No clause is ticked. Tick at least one.',
    place: 'picks',
  });
}

function longPreview() {
  const chars = PREVIEW_MAX_CHARS.toLocaleString('vi-VN');
  return refusal('caller', 'text-too-long', {
    vi: `Chỉ nghe thử được bài dài tối đa ${chars} ký tự. Hãy tách bài.`,
    en: `A preview takes a text of at most ${PREVIEW_MAX_CHARS} characters. Split it.`,
    place: 'text',
  });
}

function tooManyPreviews(whose: 'own' | 'all') {
  return limitReached(
    whose === 'own'
      ? {
          vi: `xã đang có ${PREVIEWS.each.waiting} bài chờ đọc thử, hãy thử lại sau ít giây`,
          en: `${PREVIEWS.each.waiting} previews of your commune are waiting, try again in a few seconds`,
        }
      : {
          vi: `đang có ${PREVIEWS.waiting} bài chờ đọc thử, hãy thử lại sau ít phút`,
          en: `${PREVIEWS.waiting} previews are waiting, try again in a few minutes`,
        },
  );
}

function clauseGone() {
  return refusal('conflict', 'clause-gone', {
    vi: 'Có điều khoản đã đánh dấu không còn trong bản đọc (cách đọc vừa được đổi). Hãy tải lại và đánh dấu lại.',
    en: 'A ticked clause is no longer in the script (how it is read has just changed). Load it again and tick again.',
    place: 'picks',
  });
}
