// The nouns of the product as plain frozen shapes (README glossary): one thing, one word.
// It must never know tables, routes, topics or files.
import type {
  AirTerms,
  AllowedHours,
  Interruption,
  Priority,
  Receipt,
  SoundFacts,
  SyntheticMark,
} from '../../devices/protocol/index.ts';
import type { AirRules, RepeatRule } from './calendar/calendar-model.ts';
import type { RegulationRules, ZoneKind } from './regulation/regulation-model.ts';

export type AreaKind = 'province' | 'commune' | 'village' | 'group';
export type Area = {
  id: string;
  code: string; // slug, also the topic segment
  kind: AreaKind;
  name: string;
  parentId: string | null;
  /** the commune (or province) whose things these are; a commune is its own tenant */
  tenantId: string;
  population: number | null;
  /** for figures that are asked apart; unsaid: as what it lies in */
  setting?: 'urban' | 'rural' | null;
};

/** quy chế hoạt động: data of the commune (Nghị định 49/2024 Art. 7) */
export type Regulation = {
  areaId: string;
  hours: AllowedHours;
  rules: RegulationRules;
  counter: number;
};

export type Role = 'author' | 'approver' | 'operator' | 'planner' | 'technician' | 'administrator';
export type Account = {
  id: string;
  name: string; // sign-in name, unique
  fullName: string;
  disabledAtMs: number | null;
};
/** A role held at an area: the province, or one commune. */
export type Grant = { accountId: string; role: Role; areaId: string };
/** Who is asking: never an account alone, always with what it holds. */
export type Actor = { accountId: string; name: string; grants: readonly Grant[] };

export type Site = {
  id: string; // slug: the speaker id on the wire
  areaId: string; // the village
  tenantId: string;
  name: string;
  zone: ZoneKind;
  startOffsetMs: number;
};
export type Unit = {
  id: string;
  siteId: string;
  secretHash: string; // Mosquitto's $7$ form (PBKDF2-SHA512): one hash for both brokers
  publicKey: string | null; // base64 raw Ed25519, pinned at the first hello
  installedAtMs: number;
  removedAtMs: number | null;
};

/** tin báo · tin · trích đọc · hỏi–đáp in two voices · tình huống · câu chuyện */
export type Genre = 'notice' | 'news' | 'excerpt' | 'qa' | 'situation' | 'story';
/**
 * making: sound under way · failed: sound could not be made · ready: can be heard, not sent ·
 * pending: waits for an approver · approved: bound to contentHash · returned: with a remark
 */
export type BulletinState = 'making' | 'failed' | 'ready' | 'pending' | 'approved' | 'returned';
export type Bulletin = {
  id: string;
  tenantId: string;
  documentId: string | null;
  documentPart: number | null; // its position; null: the whole document, or none
  originalId: string | null; // the bulletin this is a variant of, in another language; null: it is one itself
  title: string;
  text: string; // what the script is made from
  genre: Genre;
  language: string; // ISO 639-3: what it is heard in
  priority: Priority;
  drill: boolean;
  maxSeconds: number | null; // cut at a sentence
  repeats: number; // how often it is said within one airing, 1–3
  expiresAtMs: number | null; // nothing of it airs from then on: the event is past
  personalData: boolean; // names people: never on the public page (Luật 91/2025/QH15)
  standingId: string | null; // of a template somebody stands for: approved by it once its sound is there
  submitsItself: boolean; // goes for approval as soon as its sound is there
  state: BulletinState;
  stateReason: string | null; // why failed / the approver's remark
  version: number; // grows with every change of text
  clipId: string | null;
  authorId: string; // who wrote this version
  writerIds: readonly string[]; // who wrote any version since the last approval
  createdAtMs: number;
};

export type Clip = {
  id: string; // hash of all that made it
  bulletinId: string;
  path: string; // under the data folder
  contentHash: string; // what will be heard: SHA-256 of the chunk payloads
  durationMs: number;
  lufs: number;
  truePeakDb: number;
  bytes: number;
  sentences: readonly ClipSentence[];
  doubts: number;
  sound: SoundFacts;
  synthetic: SyntheticMark | null;
  /** ISO 639-3; null: made before anybody said */
  language: string | null;
  /** what it was mastered for */
  profile: 'horn' | 'indoor' | 'flat';
  /** every engine and voice that spoke, most sentences first; none: people */
  spokenBy: readonly SpokenShare[];
  /** which sentences another voice had to say, and why */
  falls: readonly VoiceFall[];
  madeAtMs: number;
};
export type SpokenBy = { engine: string; engineVersion: string; voice: string };
export type SpokenShare = SpokenBy & { sentences: number };
/** The sentence is counted from 0; the reason is a code of audio/errors.ts. */
export type VoiceFall = { sentence: number; from: SpokenBy; to: SpokenBy; reason: string };
/** A spoken sentence and where it stands in the sound. */
export type ClipSentence = { words: string; startMs: number; endMs: number };

/** An approval counts only for the exact sound it was given to. */
export type Approval = {
  id: string;
  bulletinId: string;
  version: number;
  contentHash: string;
  approverId: string;
  atMs: number;
  neededIds: readonly string[]; // whose agreement it took at that moment; none: this one was enough
  standingId: string | null; // given in advance, for the words of a template
  slipHash: string | null; // the signed slip that lay before the approver
  voidedAtMs: number | null; // the bulletin was returned or taken back since
};

/** node-cron's grammar, Asia/Ho_Chi_Minh */
export type CronRule = {
  kind: 'cron';
  pattern: string;
  fromMs: number;
  untilMs: number | null;
  /** absent in rules kept before they had it: then as calendar/on-special-day.ts says */
  special?: RepeatRule['special'];
  replaceWith?: string | null;
};
export type ScheduleRule =
  | { kind: 'once'; atMs: number }
  | CronRule
  | { kind: 'now'; atMs: number | null } // as soon as approved; atMs is set then
  | RepeatRule;
export type Schedule = {
  id: string;
  tenantId: string;
  bulletinId: string;
  areaIds: readonly string[]; // villages, groups, or the whole commune
  rule: ScheduleRule;
  air: AirRules;
  version: number; // grows with every change: who edits an older one is told what changed
  createdBy: string;
  createdAtMs: number;
  sinceMs: number; // when its rule last changed: a time before that is none of it
  endedAtMs: number | null; // withdrawn or over
};
/** One rule at one time; its id is `${scheduleId}@${slotMs}`, and `…#2` when it is said again after a gap. */
export type Occurrence = {
  id: string;
  scheduleId: string;
  bulletinId: string;
  tenantId: string;
  areaIds: readonly string[];
  /** the rule's own time for it, wherever it was moved to */
  slotMs: number;
  playAtMs: number;
  durationMs: number;
  priority: Priority;
  air: AirRules;
  /** what a person changed for this one time; what the rule itself does on a special day is none */
  change: 'moved' | 'replaced' | 'cancelled' | null;
  /** the name of the holiday or the day of mourning it falls on */
  special: string | null;
  /** null: will air; otherwise why it will not */
  hindrance: Hindrance | null;
};
export type Hindrance =
  | 'cancelled-once'
  | 'not-approved'
  | 'changed-since-approval'
  | 'approval-too-old'
  | 'out-of-hours'
  | 'no-speakers'
  | 'no-clip'
  | 'expired'
  /** the document it was made from is no longer the law, or its time for comments is over */
  | 'document-ended'
  | 'over-regulation'
  /** it is a variant: the bulletin it says in another language was withdrawn, returned, or never approved */
  | 'original-not-approved'
  /** it is a variant of words that have changed since */
  | 'older-text';

/** planned: waits for its send time · sending: chunks are going out · sent · closed: every verdict given */
export type AiringState = 'planned' | 'sending' | 'sent' | 'closed' | 'cancelled';
export type Airing = {
  id: string; // = streamId on the wire
  occurrenceId: string;
  scheduleId: string;
  bulletinId: string;
  clipId: string;
  title: string; // the bulletin's when the airing was made: what was announced does not change afterwards
  tenantId: string;
  areaIds: readonly string[];
  priority: Priority;
  drill: boolean;
  air: AirTerms; // its turn among others: what its manifest says, and the arbiter obeys
  playAtMs: number;
  durationMs: number;
  sendAtMs: number; // due time: in the database, not in a timer
  closeAtMs: number; // when silence becomes a verdict
  state: AiringState;
  orderBytes: Uint8Array | null; // the signed manifest as sent: sent again byte for byte
};

/** An airing without the signed bytes. */
export type AiringBrief = Omit<Airing, 'orderBytes'>;

export type VerdictKind = 'played' | 'partly-played' | 'pre-empted' | 'skipped-by-rule' | 'failed';
/** Why, as a code the language files turn into one sentence. */
export type VerdictReason =
  | 'whole'
  | 'interrupted'
  | 'cancelled'
  | 'all-clear'
  | 'out-of-hours'
  | 'offline'
  | 'no-receipt'
  | 'restarted'
  | 'missing-chunks'
  | 'late'
  | 'missed-start' // by the schedule's own rule it is then not aired at all
  | 'sink-failed'
  | 'refused'
  | 'other-airing'
  | 'unit-removed'
  | 'not-approved'
  | 'changed-since-approval'
  | 'approval-too-old'
  | 'expired'
  | 'document-ended'
  | 'over-regulation'
  | 'original-not-approved'
  | 'older-text'
  | 'cancelled-once'
  | 'hushed';
export type Verdict = {
  airingId: string;
  siteId: string;
  kind: VerdictKind;
  reason: VerdictReason;
  detail: string | null; // refusal reason, or the stream that pre-empted
  startErrorMs: number | null;
  heardMs: number;
  chunksReceived: number;
  chunksRepaired: number;
  interruptions: readonly Interruption[];
  givenAtMs: number;
  revision: number; // a late receipt may replace a silence's verdict: still one row
};
/** One speaker's part in an airing: exactly one verdict in the end. */
export type AiringSpeaker = {
  airingId: string;
  siteId: string;
  unitId: string;
  verdict: Verdict | null;
};

export type StoredReceipt = { receipt: Receipt; airingId: string | null; takenAtMs: number };

export type AuditLine = {
  id: string;
  atMs: number;
  accountId: string | null; // null: the service itself
  action: string; // as in the rights table, or service.*
  subject: string; // kind:id
  tenantId: string | null;
  detail: string; // JSON, no secrets, no payloads
};
