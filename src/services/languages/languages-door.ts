// What may be asked of variants by language, of orders of languages, and of recordings asked of collaborators.
// It must never know routes or rows.
import type { Sentence } from '../../domain/errors.ts';
import type { Commission, CommissionState } from '../../domain/languages/commission.ts';
import type { VariantAge } from '../../domain/languages/variant.ts';
import type { Actor, Bulletin, BulletinState } from '../../domain/model.ts';

/** What a variant waits for before it can air, the first thing a person has to see to. */
export type VariantNeed =
  | 'words'
  | 'sound'
  | 'same-again'
  | 'approval'
  | 'original'
  | 'time'
  | null;
export type VariantView = {
  bulletinId: string;
  language: string;
  languageName: string;
  title: string;
  state: BulletinState;
  stateReason: string | null;
  durationMs: number | null;
  /** a person's voice */
  recorded: boolean;
  age: VariantAge;
  /** its text is still its original's: to be translated, or said by a person as they read */
  untranslated: boolean;
  /** a machine could say it */
  speaks: boolean;
  need: VariantNeed;
  /** the recording asked for and not yet confirmed */
  commission: Pick<Commission, 'id' | 'collaboratorName' | 'dueDay' | 'state'> | null;
};
export type VariantList = {
  original: Pick<Bulletin, 'id' | 'title' | 'language' | 'state'> & { languageName: string };
  variants: readonly VariantView[];
};
export type WayOut = 'write' | 'record' | 'link' | 'approve' | 'confirm' | 'original' | 'wait';
export type LanguageStand = {
  language: string;
  languageName: string;
  /** null: nobody has begun */
  bulletinId: string | null;
  stands: 'airs' | 'needs' | 'missing';
  need: VariantNeed;
  ways: readonly WayOut[];
};
/** Villages that are spoken to alike, and what they would hear of this bulletin. */
export type OrderStand = {
  languages: readonly string[];
  areaIds: readonly string[];
  areaNames: readonly string[];
  stands: readonly LanguageStand[];
};

export type LanguageServices = {
  variants: Variants;
  languageOrders: LanguageOrders;
  commissions: Commissions;
  recordingLinks: RecordingLinks;
};
export type Variants = {
  create(
    actor: Actor,
    input: { bulletinId: string; language: string; text: string | null; title?: string },
  ): Bulletin;
  list(actor: Actor, input: { bulletinId: string }): VariantList;
  /** a person finds that it still says what its original says now */
  confirm(actor: Actor, input: { bulletinId: string }): VariantList;
  /** per distinct order of the villages: what is there and what is missing */
  standing(actor: Actor, input: { bulletinId: string; areaIds: readonly string[] }): OrderStand[];
};

export type LanguageOrderView = {
  areaId: string;
  /** null: what it lies in answers */
  own: readonly string[] | null;
  languages: readonly string[];
  fromName: string | null;
};
export type LanguageOrders = {
  get(actor: Actor, input: { areaId: string }): LanguageOrderView;
  /** none: from now on what it lies in answers */
  set(actor: Actor, input: { areaId: string; languages: readonly string[] }): LanguageOrderView;
};

export type CommissionView = Omit<Commission, 'tokenHash' | 'listenerHash' | 'tenantId'> & {
  title: string;
  languageName: string;
  byName: string;
  overdue: boolean;
  /** the link answers */
  open: boolean;
  hasListenerLink: boolean;
  /** confirmed, and what airs is approved: it takes its place when somebody of the desk says so */
  offered: boolean;
};
/** the link is shown this once */
export type CommissionLink = { commission: CommissionView; url: string };
export type CommissionWish = {
  bulletinId: string;
  language: string;
  collaboratorName: string;
  contactNote: string | null;
  dueDay: string;
  feeNote: string | null;
};
type ById = { commissionId: string };
export type Commissions = {
  list(
    actor: Actor,
    page: { limit: number; beforeId: string | null; bulletinId: string | null },
  ): CommissionView[];
  create(actor: Actor, wish: CommissionWish): CommissionLink;
  /** the old link is closed */
  renew(actor: Actor, input: ById & { dueDay: string | null }): CommissionLink;
  /** a second link, for a second speaker of the language */
  invite(actor: Actor, input: ById & { listenerName: string }): CommissionLink;
  note(
    actor: Actor,
    input: ById & { feeNote?: string | null; paidNote?: string | null },
  ): CommissionView;
  revoke(actor: Actor, input: ById): CommissionView;
  judge(actor: Actor, input: ById & Verdict): CommissionView;
  /** puts an offered recording in the place of the approved sound, and sends it for approval */
  take(actor: Actor, input: ById): CommissionView;
};
export type Verdict = { contentHash: string; confirmed: boolean; remark: string | null };

/** What a stranger with a link is shown: one bulletin, and nothing else of the commune. */
export type LinkView = {
  kind: 'speak' | 'listen';
  communeName: string;
  title: string;
  text: string;
  /** what the page carries back, so that nothing is sent for words that have changed since */
  textHash: string;
  languageName: string;
  /** whether the words are in that language, or in Vietnamese and to be said in it */
  untranslated: boolean;
  name: string;
  dueDay: string;
  state: CommissionState;
  remark: string | null;
  speakerName: string | null;
  contentHash: string | null;
  durationMs: number | null;
  /** it names people: whoever has the link is asked to keep it to themselves */
  personalData: boolean;
  findings: readonly Sentence[];
};
export type SentRecording = {
  token: string;
  bytes: AsyncIterable<Uint8Array>;
  speakerName: string;
  consent: boolean;
  textHash: string;
  signal: AbortSignal;
};
export type RecordingLinks = {
  view(input: { token: string }): LinkView;
  send(input: SentRecording): Promise<LinkView>;
  judge(input: { token: string } & Verdict): LinkView;
  /** `simple`: MP3, for what does not decode Opus; made when first asked for */
  /** signal: whoever asks has gone */
  sound(input: {
    token: string;
    simple: boolean;
    signal: AbortSignal;
  }): Promise<{ path: string; mime: string }>;
};
