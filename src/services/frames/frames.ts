// Frames written, changed and looked at.
// It must never decide what a frame may look like (src/domain/frames/check-frame.ts), nor touch recordings.
import { checkFrame, PIECES_MAX } from '../../domain/frames/check-frame.ts';
import type { Frame, FrameWords } from '../../domain/frames/frame-model.ts';
import { slotNamesOf } from '../../domain/frames/from-notice.ts';
import { piecesNeeded } from '../../domain/frames/needed.ts';
import type { Actor, Area } from '../../domain/model.ts';
import { languageOf } from '../bulletins/languages.ts';
import type { Deps } from '../deps.ts';
import { templateOf } from '../notices/notice-templates.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import { permitted } from '../scope.ts';
import { briefOf, placesOf, tenantsFor, usedFrame, viewOf } from './frame-facts.ts';
import type { Frames } from './frames-door.ts';

/** Twelve templates in five languages. */
const OWN_MAX = 60;

type Written = Pick<Frames, 'list' | 'get' | 'create' | 'set' | 'remove'>;

export function makeFrameDesk(deps: Deps): Written {
  const { store } = deps;
  return {
    list(actor, { areaId }) {
      const area = tenantFor(deps, { actor, areaId, action: 'frame.view' });
      const tenantIds = tenantsFor(deps, area.id);
      return store.frames
        .ofTenants(tenantIds)
        .map((frame) => briefOf(deps, { frame, area, tenantIds }));
    },
    get: (actor, input) =>
      viewOf(deps, actor, usedFrame(deps, { actor, action: 'frame.view', ...input })),
    create(actor, { areaId, frame: words }) {
      const area = tenantFor(deps, { actor, areaId, action: 'frame.edit' });
      const own = store.frames.ofTenants([area.id]);
      if (own.length >= OWN_MAX) throw tooMany();
      const frame: Frame = {
        ...checked(deps, { area, words }),
        ...{ id: deps.ids.next(), tenantId: area.id, version: 1, confirmed: null },
        ...{ writtenBy: actor.accountId, writtenAtMs: deps.clock.wallMs() },
      };
      keep(deps, { actor, frame, did: 'create', write: () => store.frames.insert(frame) });
      return viewOf(deps, actor, { frame, area, tenantIds: tenantsFor(deps, area.id) });
    },
    set(actor, { frameId, seenVersion, frame: words }) {
      const { before, area } = own(deps, { actor, frameId });
      if (before.version !== seenVersion) throw changedMeanwhile();
      const frame: Frame = {
        ...before,
        ...checked(deps, { area, words }),
        // other words, or another order: a second speaker hears it again
        ...{ version: before.version + 1, confirmed: null },
        ...{ writtenBy: actor.accountId, writtenAtMs: deps.clock.wallMs() },
      };
      keep(deps, { actor, frame, did: 'change', write: () => store.frames.update(frame) });
      return viewOf(deps, actor, { frame, area, tenantIds: tenantsFor(deps, area.id) });
    },
    remove(actor, { frameId }) {
      const { before } = own(deps, { actor, frameId });
      keep(deps, {
        actor,
        frame: before,
        did: 'remove',
        write: () => store.frames.remove(frameId),
      });
    },
  };
}

function own(deps: Deps, of: { actor: Actor; frameId: string }): { before: Frame; area: Area } {
  const thing = deps.store.frames.get(of.frameId);
  const before = permitted(deps, { actor: of.actor, action: 'frame.edit', thing });
  const area = deps.store.areas.get(before.tenantId);
  if (!area) throw missing();
  return { before, area };
}

type Words = FrameWords & Pick<Frame, 'templateHash'>;

function checked(deps: Deps, { area, words }: { area: Area; words: FrameWords }): Words {
  const { name, templateId, sentences, slots } = words;
  const language = languageOf(deps, words.language);
  const fault = checkFrame({ ...words, language });
  if (fault) throw fault;
  const needed = piecesNeeded(words, placesOf(deps, area));
  if (needed.length > PIECES_MAX) throw tooManyPieces(needed.length);
  const template = templateId === null ? null : templateOf(deps, { tenantId: area.id, templateId });
  if (templateId !== null && !template) throw missing();
  const known = template && slotNamesOf(template);
  const strange = slots.find((slot) => known && !known.includes(slot.name));
  if (strange && known) throw notOfTemplate(strange.name, known);
  const templateHash = template?.hash ?? null;
  return { name: name.trim(), language, templateId, templateHash, sentences, slots };
}

function keep(
  deps: Deps,
  of: { actor: Actor; frame: Frame; did: 'create' | 'change' | 'remove'; write(): void },
): void {
  const { actor, frame, did, write } = of;
  const { id, tenantId, name, language, version } = frame;
  deps.store.transaction(() => {
    write();
    const detail = { did, name, language, version };
    record(deps, { actor, action: 'frame.edit', subject: `frame:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'notice', id: tenantId, tenantId });
}

const changedMeanwhile = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Khung câu đã được người khác sửa. Hãy mở lại để xem bản mới rồi sửa tiếp.',
    en: 'Somebody changed the frame meanwhile. Open it again, then go on.',
  });

const notOfTemplate = (name: string, known: readonly string[]) =>
  refusal('caller', 'bad-frame', {
    vi: `Mẫu thông báo không có mục “${name}”. Các mục dùng được: ${known.join(', ')}.`,
    en: `The notice has no slot “${name}”. Those it has: ${known.join(', ')}.`,
    place: `slots.${name}`,
  });

const tooMany = () =>
  limitReached({
    vi: `mỗi nơi có nhiều nhất ${OWN_MAX} khung câu`,
    en: `there are at most ${OWN_MAX} frames to a place`,
  });

const tooManyPieces = (count: number) =>
  limitReached({
    vi: `khung cần ${count} đoạn ghi âm, nhiều nhất ${PIECES_MAX}; hãy bớt giá trị`,
    en: `the frame would need ${count} recordings, at most ${PIECES_MAX}; take values out`,
  });
