// Pieces recorded one after another in one speaker's session, listened to, thrown away, confirmed by a second native speaker.
// It must never let one person be both, nor keep a file as it came.
import type { Frame, NeededPiece } from '../../domain/frames/frame-model.ts';
import { piecesNeeded } from '../../domain/frames/needed.ts';
import { isSameName } from '../../domain/languages/commission.ts';
import type { Actor, Area } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { record } from '../record.ts';
import { emptyField, limitReached, missing, refusal } from '../refusals.ts';
import { permit } from '../scope.ts';
import { makeArrivals } from '../sound/arrivals.ts';
import { piecesFor, pieceView, placesOf, type Used, usedFrame, viewOf } from './frame-facts.ts';
import type { Frames } from './frames-door.ts';
import type { FramePiece, FrameSession } from './frames-store.ts';

type Recorded = Pick<Frames, 'begin' | 'record' | 'sound' | 'discard' | 'confirm'>;

/** A long evening; whoever comes back tomorrow is asked again. */
const SESSION_MS = 12 * 3_600_000;
/** Five languages of six hundred pieces each: some 300 MB at two seconds a piece. */
const PIECES_OF_TENANT_MAX = 3_000;

export function makeFrameRecording(deps: Deps): Recorded {
  const arrivals = makeArrivals();
  return {
    begin: (actor, input) => begin(deps, actor, input),
    async record(actor, wish) {
      const known = admitted(deps, { actor, ...wish });
      const { tenantId } = known.session;
      return arrivals({ ...wish, sender: actor.accountId, tenantId }, (bytes) =>
        take(deps, { actor, ...wish, bytes, ...known }),
      );
    },
    sound(actor, { key, ...input }) {
      const used = usedFrame(deps, { actor, action: 'frame.view', ...input });
      const piece = piecesFor(deps, used).get(key);
      if (!piece || !neededOf(deps, used, key)) throw missing();
      return { path: deps.pieces.soundPath(piece.hash) };
    },
    discard(actor, { key, hash, remark, ...input }) {
      const used = usedFrame(deps, { actor, action: 'frame.confirm', ...input });
      const piece = ownPiece(deps, { used, key, hash });
      const said = line(remark, 'remark');
      deps.store.transaction(() => {
        deps.store.framePieces.remove(piece);
        const detail = { did: 'discard', piece: piece.prompt, remark: said };
        note(deps, { actor, used, action: 'frame.confirm', detail });
      });
      return viewOf(deps, actor, used);
    },
    confirm: (actor, input) => confirm(deps, actor, input),
  };
}

function begin(deps: Deps, actor: Actor, input: Parameters<Frames['begin']>[1]) {
  const used = usedFrame(deps, { actor, action: 'frame.record', ...input });
  if (!input.consent) throw noConsent();
  const session: FrameSession = {
    ...{ id: deps.ids.next(), frameId: used.frame.id, tenantId: used.area.id },
    ...{ language: used.frame.language, byId: actor.accountId },
    speakerName: named(input.speakerName, 'speakerName'),
    consentNote: named(input.consentNote, 'consentNote'),
    beganAtMs: deps.clock.wallMs(),
  };
  const { id, speakerName, consentNote } = session;
  deps.store.transaction(() => {
    deps.store.frameSessions.insert(session);
    const detail = { did: 'begin', speakerName, consentNote };
    note(deps, { actor, used, action: 'frame.record', detail });
  });
  return { id, speakerName };
}

/** Marks that nobody sees are no name. */
function named(text: string, place: string): string {
  const said = line(text, place);
  if (!/\p{L}/u.test(said)) throw emptyField(place);
  return said;
}

type Admitted = { session: FrameSession; used: Used; needed: NeededPiece };

/** Everything that can be refused before a byte is read. */
function admitted(
  deps: Deps,
  { actor, sessionId, key }: { actor: Actor; sessionId: string; key: string },
): Admitted {
  const session = deps.store.frameSessions.get(sessionId);
  // who agreed before somebody agreed before that person, and not before another
  if (session?.byId !== actor.accountId) throw missing();
  if (deps.clock.wallMs() > session.beganAtMs + SESSION_MS) throw sessionOver();
  const { frameId, tenantId: areaId } = session;
  const used = usedFrame(deps, { actor, action: 'frame.record', frameId, areaId });
  // written anew in another language, it is not what the speaker sat down for
  if (used.frame.language !== session.language) throw missing();
  const needed = neededOf(deps, used, key);
  if (!needed) throw missing();
  if (deps.store.framePieces.count(areaId) >= PIECES_OF_TENANT_MAX) throw tooManyPieces();
  return { session, used, needed };
}

function neededOf(deps: Deps, { frame, area }: { frame: Frame; area: Area }, key: string) {
  return piecesNeeded(frame, placesOf(deps, area)).find((one) => one.key === key) ?? null;
}

async function take(
  deps: Deps,
  of: Admitted & { actor: Actor; bytes: AsyncIterable<Uint8Array>; signal: AbortSignal },
) {
  const { actor, session, used, needed, bytes, signal } = of;
  const taken = await deps.pieces.take({ bytes, signal });
  // the right may have been taken while it was on its way
  permit(deps, { actor, action: 'frame.record', tenantId: session.tenantId });
  const { hash, durationMs } = taken;
  const { tenantId, language, speakerName } = session;
  const { key, prompt } = needed;
  const before = deps.store.framePieces.get({ tenantId, language, key });
  const unheard = { confirmedById: null, confirmedName: null, confirmedAtMs: null };
  // the very same sound again, as after a lost answer, stays what it was
  const same = before?.hash === hash && before.byId === actor.accountId;
  const piece: FramePiece = same
    ? before
    : {
        ...{ tenantId, language, key, prompt, hash, durationMs, bytes: taken.bytes },
        ...{ sessionId: session.id, speakerName, byId: actor.accountId },
        ...{ madeAtMs: deps.clock.wallMs(), ...unheard },
      };
  deps.store.transaction(() => {
    deps.store.framePieces.put(piece);
    const detail = { did: before ? 'replace' : 'piece', piece: prompt, speakerName, hash };
    note(deps, { actor, used, action: 'frame.record', detail });
  });
  deps.changes.tell({ kind: 'notice', id: tenantId, tenantId });
  return pieceView(deps, { actor, area: used.area, needed, piece });
}

/** Of this commune itself: the province's are the province's. @throws AppError when it is another by now */
function ownPiece(
  deps: Deps,
  { used, key, hash }: { used: Used; key: string; hash: string },
): FramePiece {
  const { frame, area } = used;
  const of = { tenantId: area.id, language: frame.language, key };
  const piece = deps.store.framePieces.get(of);
  if (!piece || !neededOf(deps, used, key)) throw missing();
  if (piece.hash !== hash) throw anotherSound(piece.prompt);
  return piece;
}

function confirm(deps: Deps, actor: Actor, input: Parameters<Frames['confirm']>[1]) {
  const { pieces, order, version } = input;
  const used = usedFrame(deps, { actor, action: 'frame.confirm', ...input });
  const listener = named(input.listenerName, 'listenerName');
  const heard = pieces.map((one) => ownPiece(deps, { used, ...one }));
  for (const piece of heard) {
    const same = piece.byId === actor.accountId || isSameName(piece.speakerName, listener);
    if (same) throw samePerson(piece.prompt);
  }
  const atMs = deps.clock.wallMs();
  const by = { confirmedById: actor.accountId, confirmedName: listener, confirmedAtMs: atMs };
  const frame = order ? ordered(deps, { used, actor, listener, version, atMs }) : used.frame;
  deps.store.transaction(() => {
    for (const piece of heard) deps.store.framePieces.put({ ...piece, ...by });
    if (order) deps.store.frames.update(frame);
    const prompts = heard.slice(0, NAMED_MAX).map(({ prompt }) => prompt);
    const detail = { did: 'confirm', listener, pieces: prompts, count: heard.length, order };
    note(deps, { actor, used, action: 'frame.confirm', detail });
  });
  deps.changes.tell({ kind: 'notice', id: used.area.id, tenantId: used.area.id });
  return viewOf(deps, actor, { ...used, frame });
}

/** What an audit line can hold; the rows say the rest. */
const NAMED_MAX = 30;

/** The order of the parts is the frame's: its own place confirms it, and not whoever wrote it. */
function ordered(
  deps: Deps,
  of: { used: Used; actor: Actor; listener: string; version: number; atMs: number },
): Frame {
  const { used, actor, listener, version, atMs } = of;
  const { frame, area } = used;
  if (frame.tenantId !== area.id) throw missing();
  if (frame.version !== version) throw anotherSound(frame.name);
  const writer = deps.store.accounts.get(frame.writtenBy)?.fullName ?? '';
  if (frame.writtenBy === actor.accountId || isSameName(writer, listener))
    throw samePerson(frame.name);
  return { ...frame, confirmed: { version, byId: actor.accountId, byName: listener, atMs } };
}

function note(
  deps: Deps,
  of: { actor: Actor; used: Used; action: string; detail: Record<string, unknown> },
): void {
  const { id, name, language, version } = of.used.frame;
  record(deps, {
    ...{ actor: of.actor, action: of.action, subject: `frame:${id}`, tenantId: of.used.area.id },
    detail: { name, language, version, ...of.detail },
  });
}

const noConsent = () =>
  refusal('caller', 'no-consent', {
    vi: 'Chưa có sự đồng ý của người đọc. Hãy hỏi người đọc, ghi lại rồi đánh dấu “Người đọc đồng ý”.',
    en: 'The speaker has not agreed. Ask, note how they agreed, then tick that they did.',
    place: 'consent',
  });

const samePerson = (what: string) =>
  refusal('forbidden', 'same-person', {
    vi: `“${what}”: người đọc hoặc người ghi không tự xác nhận được. Hãy nhờ một người thứ hai nói tiếng này, đăng nhập tài khoản của họ.`,
    en: `“${what}”: who spoke or recorded it does not confirm it. Ask a second speaker of the language, signed in as themselves.`,
    place: 'listenerName',
  });

const anotherSound = (what: string) =>
  refusal('conflict', 'another-sound', {
    vi: `“${what}” đã được ghi hoặc sửa lại sau khi bạn nghe. Hãy mở lại và nghe bản mới.`,
    en: `“${what}” was recorded or changed anew after you listened. Open it again and listen.`,
  });

const sessionOver = () =>
  refusal('conflict', 'session-over', {
    vi: 'Buổi ghi âm này đã quá 12 giờ. Hãy hỏi lại người đọc và bắt đầu buổi mới.',
    en: 'This recording session began more than 12 hours ago. Ask the speaker again and begin anew.',
  });

const tooManyPieces = () =>
  limitReached({
    vi: `mỗi nơi giữ nhiều nhất ${PIECES_OF_TENANT_MAX} đoạn ghi âm`,
    en: `a place keeps at most ${PIECES_OF_TENANT_MAX} recordings`,
  });
