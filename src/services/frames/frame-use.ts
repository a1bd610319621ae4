// A frame with values: what it says and what is missing, heard once as a try-out, or made into a bulletin.
// It must never let a piece through that no second speaker confirmed, but for the try-out by which it is confirmed.

import type { FrameValues, MissingPiece } from '../../domain/frames/frame-model.ts';
import { isOrderConfirmed } from '../../domain/frames/needed.ts';
import { canBeSaid, type Saying, sayingOf } from '../../domain/frames/saying.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { bulletinOf, distinct, readNotice, scheduleOf } from '../notices/notice-draft.ts';
import { templateOf } from '../notices/notice-templates.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import { profileFor } from '../voices/profile-of.ts';
import { knownOf, languageName, piecesFor, type Used, usedFrame } from './frame-facts.ts';
import { offersFor } from './frame-offers.ts';
import type { Frames, OfferWish, SayingView } from './frames-door.ts';
import { timed } from './spoken-times.ts';
import { useFor } from './spoken-too.ts';

type Uses = Pick<Frames, 'say' | 'tryOut' | 'make' | 'offers'>;
/** Each codes on a core of its own: somebody listens, the others wait a second. */
const TRIED_AT_ONCE_MAX = 2;

export function makeFrameUses({
  deps,
  making,
}: {
  deps: Deps;
  making: Pick<Making, 'want' | 'refuseIfFull'>;
}): Uses {
  let tried = 0;
  return {
    say(actor, { values, ...input }) {
      const used = usedFrame(deps, { actor, action: 'frame.view', ...input });
      return shown(said(deps, { used, values }));
    },
    async tryOut(actor, { values, signal, ...input }) {
      const used = usedFrame(deps, { actor, action: 'frame.view', ...input });
      const saying = said(deps, { used, values });
      refuseGaps(saying, ({ why }) => why === 'not-recorded');
      if (tried >= TRIED_AT_ONCE_MAX) throw tooMany();
      tried += 1;
      try {
        const { name, language } = used.frame;
        const sentences = wordsOf(saying);
        const onProgress = () => undefined;
        const profile = profileFor(deps, { tenantId: used.area.tenantId, language });
        const wanted = { title: name, language, profile, sentences, repeats: 1 };
        return await deps.pieces.tryOut({ ...wanted, onProgress, signal });
      } finally {
        tried -= 1;
      }
    },
    make: (actor, input) => make({ deps, making }, actor, input),
    offers: (actor, input) => offers(deps, actor, input),
  };
}

/** On which day it will be heard nobody knows yet: days are said by their names. */
function said(deps: Deps, { used, values }: { used: Used; values: FrameValues }): Saying {
  const known = knownOf(piecesFor(deps, used));
  return sayingOf({ frame: used.frame, values, known, heardOn: null });
}

function shown(saying: Saying): SayingView {
  const { text, missing: pieces, problems, durationMs } = saying;
  const seconds = Math.round(durationMs / 1_000);
  return { text, seconds, missing: pieces, problems, canBeSaid: canBeSaid(saying) };
}

const wordsOf = ({ sentences }: Saying) =>
  sentences.map((row) => row.map(({ hash, prompt }) => ({ hash, words: prompt })));

function refuseGaps(saying: Saying, counts: (piece: MissingPiece) => boolean): void {
  const [problem] = saying.problems;
  if (problem) throw badValue(problem.slot);
  const lacking = saying.missing.filter(counts);
  if (lacking.length > 0) throw lacks(lacking);
  if (saying.sentences.length === 0) throw nothing();
}

function make(
  { deps, making }: { deps: Deps; making: Pick<Making, 'want' | 'refuseIfFull'> },
  actor: Actor,
  input: Parameters<Frames['make']>[1],
): Bulletin {
  const { values, priority = 'normal', repeats = 1, expiresAtMs = null } = input;
  const used = usedFrame(deps, { actor, action: 'frame.use', ...input });
  const { frame, area } = used;
  if (!isOrderConfirmed(frame)) throw notConfirmed();
  const saying = said(deps, { used, values });
  refuseGaps(saying, () => true);
  making.refuseIfFull({ tenantId: area.id, priority, drill: false });
  const title = line(
    input.title ?? `${frame.name} – ${languageName(deps, frame.language)}`,
    'title',
  );
  const bulletin: Bulletin = {
    ...{ id: deps.ids.next(), tenantId: area.id, documentId: null, documentPart: null },
    ...{ originalId: null, title, text: saying.text, genre: 'notice', language: frame.language },
    ...{ priority, drill: false, maxSeconds: null, repeats, expiresAtMs },
    ...{ personalData: input.personalData ?? false, standingId: null, submitsItself: false },
    ...{ state: 'making', stateReason: null, version: 1, clipId: null },
    ...{ authorId: actor.accountId, writerIds: [actor.accountId] },
    createdAtMs: deps.clock.wallMs(),
  };
  const { id, tenantId } = bulletin;
  deps.store.transaction(() => {
    deps.store.bulletins.insert(bulletin);
    deps.store.frameUses.insert(useFor({ bulletin, frame, values, ...saying }));
    const detail = { title, frameId: frame.id, version: frame.version, values };
    record(deps, { actor, action: 'frame.use', subject: `bulletin:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
  making.want(id);
  return bulletin;
}

function offers(deps: Deps, actor: Actor, input: OfferWish) {
  const area = tenantFor(deps, { actor, areaId: input.areaId, action: 'notice.create' });
  const { templateId, slots, areaIds, rules, repeats = 1, urgent = false } = input;
  const template = templateOf(deps, { tenantId: area.id, templateId });
  if (!template) throw missing();
  const read = readNotice(deps, { area, template, slots, repeats, urgent });
  const original = bulletinOf(deps, { ...read, actor, personalData: false });
  const own = areaIds.filter((id) => deps.store.areas.get(id)?.tenantId === area.id);
  const stoodFor = original.standingId !== null;
  const wanted = { area, template, slots, areaIds: own, rules, stoodFor };
  const schedules = distinct(rules).map((rule) =>
    scheduleOf(deps, { actor, bulletin: original, areaIds: own, rule }),
  );
  const { seconds } = read.spoken;
  const asked = { offers: offersFor(deps, wanted), original, schedules, seconds, areaIds: own };
  return timed(deps, asked).map(({ offer }) => offer);
}

const badValue = (slot: string) =>
  refusal('caller', 'bad-values', {
    vi: `Chỗ trống “${slot}” còn trống hoặc không đúng: giờ như 15:20, ngày như 2026-11-25.`,
    en: `The gap “${slot}” is empty or wrong: hours as 15:20, days as 2026-11-25.`,
    place: `values.${slot}`,
  });

function lacks(pieces: readonly MissingPiece[]) {
  const named = pieces.slice(0, NAMED_MAX).map(({ prompt }) => `“${prompt}”`);
  const more = pieces.length > NAMED_MAX ? ` (+${pieces.length - NAMED_MAX})` : '';
  return refusal('conflict', 'pieces-missing', {
    vi: `Chưa đủ tiếng, còn thiếu: ${named.join(', ')}${more}. Hãy ghi âm hoặc nhờ người thứ hai xác nhận các đoạn này.`,
    en: `Not all of it can be said; missing: ${named.join(', ')}${more}. Record them, or have a second speaker confirm them.`,
    place: 'values',
  });
}
const NAMED_MAX = 8;

const nothing = () =>
  refusal('caller', 'nothing-to-say', {
    vi: 'Với các giá trị này khung không đọc câu nào.',
    en: 'With these values the frame says no sentence.',
    place: 'values',
  });

const notConfirmed = () =>
  refusal('conflict', 'frame-not-confirmed', {
    vi: 'Chưa có người thứ hai nói tiếng này nghe thử cả khung và xác nhận. Hãy nghe thử rồi xác nhận trước khi dùng.',
    en: 'No second speaker has heard the whole frame and confirmed it. Try it out and have it confirmed first.',
  });

const tooMany = () =>
  limitReached({
    vi: `${TRIED_AT_ONCE_MAX} bản nghe thử đang được ghép, hãy thử lại sau ít giây`,
    en: `${TRIED_AT_ONCE_MAX} try-outs are being joined, try again in a few seconds`,
  });
