// The door of frames as types: written, recorded, confirmed, tried out, and said.
// It must never know routes or rows, nor how any of it is done.
import type { Sentence } from '../../domain/errors.ts';
import type {
  Frame,
  FrameValues,
  FrameWords,
  MissingPiece,
  NeededPiece,
} from '../../domain/frames/frame-model.ts';
import type { Readiness } from '../../domain/frames/needed.ts';
import type { ValueProblem } from '../../domain/frames/saying.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { SlotValues } from '../../domain/notices/notice-model.ts';
import type { NoticeRule } from '../notices/notice-door.ts';

export type FrameBrief = Pick<
  Frame,
  'id' | 'tenantId' | 'name' | 'language' | 'templateId' | 'version'
> & {
  tenantName: string;
  languageName: string;
  /** the words of its template changed since: it is not said with notices until somebody looks */
  templateChanged: boolean;
  readiness: Readiness;
};
export type PieceView = NeededPiece & {
  state: 'missing' | 'recorded' | 'confirmed';
  /** null: nobody recorded it */
  recording: {
    hash: string;
    durationMs: number;
    speakerName: string;
    byName: string;
    /** whoever recorded it does not confirm it */
    byYou: boolean;
    confirmedName: string | null;
    /** the province's: a commune may record its own in its place */
    fromAbove: boolean;
  } | null;
};
export type FrameView = FrameBrief & {
  sentences: readonly string[];
  slots: Frame['slots'];
  confirmed: { byName: string; atMs: number } | null;
  pieces: readonly PieceView[];
};

export type SessionView = { id: string; speakerName: string };
export type SayingView = {
  text: string;
  seconds: number;
  missing: readonly MissingPiece[];
  problems: readonly ValueProblem[];
  canBeSaid: boolean;
};
export type OfferState =
  | 'ready'
  | 'missing'
  | 'values'
  | 'not-confirmed'
  | 'template-changed'
  /** it could be said, and none of its hours is allowed */
  | 'no-time'
  | 'no-frame';
/** Where a language of a notice will not be heard though it can be said. */
export type Unheard = {
  /** null: as soon as it is approved */
  atMs: number | null;
  areaIds: readonly string[];
  say: Sentence;
};
/** What a notice will be in one language of the chosen villages, told before it is sent. */
export type FrameOffer = {
  language: string;
  languageName: string;
  state: OfferState;
  frameId: string | null;
  text: string;
  seconds: number;
  missing: readonly Pick<MissingPiece, 'prompt' | 'why'>[];
  /** gaps the notice gives nothing to */
  empty: readonly string[];
  /** filled in, and said in Vietnamese only */
  unsaid: readonly string[];
  areaIds: readonly string[];
  unheard: readonly Unheard[];
};

type OfFrame = { frameId: string; areaId: string };
export type Frames = {
  /** the commune's own and the province's */
  list(actor: Actor, input: { areaId: string }): FrameBrief[];
  /** @param input.areaId whose places and pieces are meant */
  get(actor: Actor, input: OfFrame): FrameView;
  create(actor: Actor, input: { areaId: string; frame: FrameWords }): FrameView;
  /** @throws AppError `changed-meanwhile` when somebody else was faster */
  set(actor: Actor, input: { frameId: string; seenVersion: number; frame: FrameWords }): FrameView;
  /** its pieces stay: other frames say them */
  remove(actor: Actor, input: { frameId: string }): void;

  /** one speaker at one microphone: name and consent once */
  begin(
    actor: Actor,
    input: OfFrame & { speakerName: string; consent: boolean; consentNote: string },
  ): SessionView;
  record(
    actor: Actor,
    input: {
      sessionId: string;
      key: string;
      bytes: AsyncIterable<Uint8Array>;
      signal: AbortSignal;
    },
  ): Promise<PieceView>;
  sound(actor: Actor, input: OfFrame & { key: string }): { path: string };
  /** said wrong: it is missing again */
  discard(actor: Actor, input: OfFrame & { key: string; hash: string; remark: string }): FrameView;
  /** by a second native speaker, of these very recordings; `order`: and of the frame as it is joined */
  confirm(
    actor: Actor,
    input: OfFrame & {
      listenerName: string;
      pieces: readonly { key: string; hash: string }[];
      order: boolean;
      version: number;
    },
  ): FrameView;

  say(actor: Actor, input: OfFrame & { values: FrameValues }): SayingView;
  /** unconfirmed pieces are heard too: that is how they are confirmed */
  tryOut(
    actor: Actor,
    input: OfFrame & { values: FrameValues; signal: AbortSignal },
  ): Promise<Uint8Array>;
  /** a bulletin of its own, approved like any */
  make(
    actor: Actor,
    input: OfFrame & {
      values: FrameValues;
      title?: string;
      priority?: Bulletin['priority'];
      repeats?: number;
      expiresAtMs?: number | null;
      personalData?: boolean;
    },
  ): Bulletin;
  offers(actor: Actor, input: OfferWish): FrameOffer[];
};
export type OfferWish = {
  areaId: string;
  templateId: string;
  slots: SlotValues;
  areaIds: readonly string[];
  rules: readonly NoticeRule[];
  repeats?: number;
  urgent?: boolean;
};
