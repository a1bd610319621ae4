// Bulletins written, changed and looked at; their sound is wanted here and made elsewhere.
// It must never decide what a state allows (src/domain/approval/approval.ts), nor make sound (making.ts).
import { drillTitle, isDrill } from '../../domain/airing/drill.ts';
import { edit } from '../../domain/approval/approval.ts';
import type { LegalDocument } from '../../domain/documents/document-model.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import { offAir } from '../airing/off-air.ts';
import { outlookFor } from '../airing/outlook.ts';
import { progressOf } from '../approval/approval-progress.ts';
import { spoken } from '../calendar/spoken.ts';
import type { Deps } from '../deps.ts';
import type { Bulletins } from '../door.ts';
import { remade } from '../languages/remade.ts';
import { refuseFramedWords } from '../languages/untold.ts';
import { line } from '../names.ts';
import { refuseByHand } from '../programmes/guarding.ts';
import { draftEnds } from '../public/aired.ts';
import { seenDocument, titleOf } from '../reading/documents.ts';
import type { ReadText } from '../reading/reader-port.ts';
import { orderOf } from '../reading/reading-order.ts';
import { pasted } from '../reading/taking.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy } from '../scope.ts';
import { heardOf } from '../sound/kept-recording.ts';
import { makeRenderings } from '../sound/renderings.ts';
import { speechOf } from '../voices/speech.ts';
import { warningsOf } from './bulletin-warnings.ts';
import { heard } from './hearing.ts';
import { languageAfter, languageOf } from './languages.ts';
import type { Making } from './making.ts';

export type BulletinParts = {
  deps: Deps;
  making: Making;
  cancelling: Pick<Cancelling, 'withdraw' | 'send'>;
};
type Written = Pick<
  Bulletins,
  'create' | 'list' | 'get' | 'edit' | 'sound' | 'rendition' | 'languages'
>;

export function makeBulletins(parts: BulletinParts): Written {
  const { deps } = parts;
  const { store } = deps;
  const renderings = makeRenderings(deps);
  return {
    create: createBulletin(parts),
    list: (actor, page) => store.bulletins.ofTenants(tenantsSeenBy(deps, actor), page),
    get(actor, { bulletinId }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const clip = bulletin.clipId === null ? null : store.clips.get(bulletin.clipId);
      const approvals = store.approvals.of(bulletin.id);
      const schedules = store.schedules.ofBulletin(bulletin.id);
      const authorName = store.accounts.get(bulletin.authorId)?.fullName ?? '';
      const warnings = warningsOf(deps, bulletin);
      const approval = progressOf(deps, { actor, bulletin, clip });
      const outlook = outlookFor(deps, { bulletin, clip, schedules });
      const spokenOnes = schedules.map(spoken);
      const speech = speechOf(deps, { bulletin, clip, outlook });
      const shown = { bulletin, authorName, clip, approvals, approval, schedules: spokenOnes };
      return { ...shown, outlook, warnings, speech, ...heardOf(deps, bulletin) };
    },
    edit: editBulletin(parts),
    sound: sound(deps),
    rendition: async (actor, { clipId, ...how }) =>
      renderings({ clip: heard(deps, { actor, clipId }), ...how, by: actor.accountId }),
    languages: () => deps.languages,
  };
}

export function theirs(
  deps: Deps,
  of: { actor: Actor; action: Action; bulletinId: string },
): Bulletin {
  const thing = deps.store.bulletins.get(of.bulletinId);
  const bulletin = permitted(deps, { actor: of.actor, action: of.action, thing });
  refuseByHand(deps, { bulletin, action: of.action });
  return bulletin;
}

/** Writes the row with its audit line; tells after the commit. */
export function save(
  deps: Deps,
  of: {
    actor: Actor;
    action: Action;
    bulletin: Bulletin;
    also?(): void;
    detail?: Record<string, unknown>;
  },
): Bulletin {
  const { bulletin, actor, action } = of;
  deps.store.transaction(() => {
    const { id, tenantId, version, title } = bulletin;
    if (action === 'bulletin.create') deps.store.bulletins.insert(bulletin);
    else deps.store.bulletins.update(bulletin);
    of.also?.();
    const detail = { title, version, ...of.detail };
    record(deps, { actor, action, subject: `bulletin:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'bulletin', id: bulletin.id, tenantId: bulletin.tenantId });
  return bulletin;
}

/** @param also what is written in the bulletin's own transaction */
export function createBulletin(
  { deps, making }: BulletinParts,
  also: (bulletin: Bulletin) => void = () => undefined,
): Bulletins['create'] {
  return (actor, input) => {
    const area = seenArea(deps, { actor, areaId: input.areaId });
    permit(deps, { actor, action: 'bulletin.create', tenantId: area.tenantId });
    const documentId = input.documentId ?? null;
    const document = documentId === null ? null : seenDocument(deps, { actor, documentId });
    const documentPart = document && (input.part ?? null);
    const source = document && sourceOf(deps, { document, documentPart });
    const text = source && !input.text ? source.text : pasted(deps, input.text ?? '');
    const read = readable(deps, { text, tenantId: area.tenantId, documentId });
    const { priority = 'normal', drill = false } = input;
    making.refuseIfFull({ tenantId: area.tenantId, priority, drill });
    const title = input.title ? line(input.title, 'title') : titleOf(read, source?.title ?? null);
    const bulletin: Bulletin = {
      id: deps.ids.next(),
      tenantId: area.tenantId,
      documentId,
      originalId: null,
      documentPart,
      title: isDrill({ priority, drill }) ? drillTitle(title) : title,
      text,
      genre: input.genre ?? 'notice',
      language: languageOf(deps, input.language),
      priority,
      drill,
      maxSeconds: input.maxSeconds ?? null,
      repeats: input.repeats ?? 1,
      expiresAtMs: input.expiresAtMs ?? draftEnds(deps, { documentId, documentPart }),
      personalData: input.personalData ?? false,
      standingId: null,
      submitsItself: false,
      state: 'making',
      stateReason: null,
      version: 1,
      clipId: null,
      authorId: actor.accountId,
      writerIds: [actor.accountId],
      createdAtMs: deps.clock.wallMs(),
    };
    save(deps, { actor, action: 'bulletin.create', bulletin, also: () => also(bulletin) });
    making.want(bulletin.id);
    return bulletin;
  };
}

function retitled(before: Bulletin, title: string): string {
  return isDrill(before) ? drillTitle(title) : title;
}

function editBulletin({ deps, making, cancelling }: BulletinParts): Bulletins['edit'] {
  return (actor, { bulletinId, title, maxSeconds, language, ...wish }) => {
    const before = theirs(deps, { actor, action: 'bulletin.edit', bulletinId });
    const text = wish.text === undefined ? undefined : pasted(deps, wish.text);
    if (text !== undefined) sayable(deps, { ...before, text });
    refuseFramedWords(deps, { before, text });
    making.refuseIfFull(before);
    const bulletin = edit(before, {
      editorId: actor.accountId,
      ...(text === undefined ? {} : { text }),
      ...(title === undefined ? {} : { title: retitled(before, line(title, 'title')) }),
      ...(maxSeconds === undefined ? {} : { maxSeconds }),
      ...languageAfter(deps, { actor, before, code: language }),
    });
    // what was approved is no longer what the commune says: the old words are not aired
    const stop = offAir({ deps, cancelling }, { bulletinId, actor, reason: 'bulletin-changed' });
    const also = () => {
      if (text !== undefined) remade(deps, bulletin, actor.accountId);
      stop.sign();
    };
    save(deps, { actor, action: 'bulletin.edit', bulletin, also });
    stop.send();
    making.want(bulletin.id);
    return bulletin;
  };
}

/** The whole document, or the one of its parts that is meant. */
function sourceOf(
  { store }: Deps,
  { document, documentPart }: { document: LegalDocument; documentPart: number | null },
): { text: string; title: string } {
  if (documentPart === null) return document;
  const part = store.parts.of([document.id]).find(({ position }) => position === documentPart);
  if (!part) throw missing();
  const text = document.text.slice(part.sourceFrom, part.sourceTo);
  return { text, title: part.title ?? document.title };
}

/** Reading more would hold up everybody else; the whole is read when its sound is made. */
const LOOKED_AT_CHARS = 20_000;

/** Of another language no reader of ours says whether anything can be spoken. */
function sayable(deps: Deps, bulletin: Bulletin): void {
  if (bulletin.language === VIETNAMESE || !/\p{L}/u.test(bulletin.text)) readable(deps, bulletin);
}

/** Said at once and not after a minute in the queue. @throws AppError when there is nothing to say */
function readable(
  deps: Deps,
  { text, tenantId, documentId }: Pick<Bulletin, 'text' | 'tenantId' | 'documentId'>,
): ReadText {
  const head = text.slice(0, LOOKED_AT_CHARS);
  const read = deps.reader.readShort(head, orderOf(deps, { tenantId, documentId }));
  if (read.syllables > 0 || text.length > head.length) return read;
  throw refusal('caller', 'nothing-to-say', {
    vi: 'Văn bản không có nội dung nào đọc được thành tiếng.',
    en: 'There is nothing in this text that can be spoken.',
    place: 'text',
  });
}

function sound(deps: Deps): Bulletins['sound'] {
  return (actor, { clipId }) => {
    const clip = heard(deps, { actor, clipId });
    return { path: deps.studio.soundPath(clip), bytes: clip.bytes };
  };
}
