// The rows as they stand on disk, for Kysely's types: text ids, epoch milliseconds, JSON as text.
// It must never know what a row means to anybody: the shapes people think in are src/domain/model.ts.
import type { ApprovalMode } from '../domain/approval/approval-group.ts';
import type { Decision, Edition, Seen, Slip } from '../domain/approval/approval-model.ts';
import type { Composition } from '../domain/documents/composition.ts';
import type { LegalDocument, Likeness, Part } from '../domain/documents/document-model.ts';
import type { LexiconAddition, Settlement } from '../domain/documents/reading-model.ts';
import type {
  Account,
  Airing,
  Approval,
  Area,
  AuditLine,
  Bulletin,
  Clip,
  Grant,
  Site,
  Unit,
  Verdict,
} from '../domain/model.ts';
import type { Recording } from '../domain/sound/recording.ts';
import type { RequestKeyRow } from '../services/once.ts';
import type { AssignmentTables } from './tables-assignments.ts';
import type { CalendarTables } from './tables-calendar.ts';
import type { FeedTables } from './tables-feeds.ts';
import type { FrameTables } from './tables-frames.ts';
import type { HearingTables } from './tables-hearing.ts';
import type { LanguageTables } from './tables-languages.ts';
import type { NoticeTables } from './tables-notices.ts';
import type { PoleTables } from './tables-poles.ts';
import type { ProgrammeTables } from './tables-programmes.ts';
import type { PublicTables } from './tables-public.ts';
import type { RecordTables } from './tables-records.ts';
import type { RegulationTables } from './tables-regulation.ts';
import type { RehearsalTables } from './tables-rehearsals.ts';
import type { SourceTables } from './tables-source.ts';
import type { ToldTables } from './tables-told.ts';
import type { VoiceTables } from './tables-voices.ts';
import type { WantTables } from './tables-wants.ts';

/** JSON kept as text, so that every database can hold it. */
type Json = string;
/** 0 or 1: there are no boolean columns, because SQLite and PostgreSQL disagree about them. */
type Flag = number;
type Stored<T, Json_ extends keyof T, Replaced> = Omit<T, Json_> & Replaced;

type Areas = Omit<Area, 'setting'> & { setting: 'urban' | 'rural' | null };
type Regulations = { areaId: string; hours: Json; rules: Json; counter: number };
type Accounts = Account & { passwordHash: string | null };
type Grants = Grant;
type Invitations = {
  tokenHash: string;
  accountId: string | null;
  purpose: 'setup' | 'invite';
  expiresAtMs: number;
};
type Sessions = {
  tokenHash: string;
  accountId: string;
  csrfToken: string;
  createdAtMs: number;
  expiresAtMs: number;
};
type Sites = Site;
type Units = Unit;
type Statuses = { siteId: string; status: Json; heardAtMs: number };
type Documents = Stored<
  LegalDocument,
  'pages' | 'signatures' | 'notes' | 'ocr' | 'file',
  {
    pages: Json;
    signatures: Json;
    notes: Json;
    ocr: Json | null;
    fileHash: string | null;
    fileBytes: number | null;
    fileName: string | null;
  }
>;
type Parts = Stored<
  Part,
  'found' | 'status',
  { found: Json; status: Json | null; known: Json | null; numberKey: string | null }
>;
type PartActs = {
  documentId: string;
  position: number;
  tenantId: string;
  numberKey: string;
  does: string;
};
type ReadingProfiles = { areaId: string; profile: Json };
type Settlements = Stored<
  Settlement,
  'from' | 'to' | 'before' | 'after',
  { sourceFrom: number; sourceTo: number; textBefore: string; textAfter: string }
>;
type DocumentUses = { documentId: string; orderKey: string; uses: Json };
type Bulletins = Stored<
  Bulletin,
  'drill' | 'writerIds' | 'personalData' | 'submitsItself',
  { drill: Flag; writerIds: Json; personalData: Flag; submitsItself: Flag }
>;
type Clips = Stored<
  Clip,
  'sentences' | 'sound' | 'synthetic' | 'spokenBy' | 'falls',
  {
    sentences: Json;
    sound: Json;
    synthetic: Json | null;
    spokenBy: Json;
    falls: Json;
    findings: Json | null;
  }
>;
type Approvals = Stored<Approval, 'neededIds', { neededIds: Json }>;
type ApprovalRules = { areaId: string; mode: ApprovalMode; accountIds: Json };
type Slips = Stored<
  Slip,
  'file' | 'scanned' | 'signatures',
  { fileHash: string; fileBytes: number; fileName: string | null; scanned: Flag; signatures: Json }
>;
type Schedules = {
  id: string;
  tenantId: string;
  bulletinId: string;
  areaIds: Json;
  rule: Json;
  air: Json;
  version: number;
  createdBy: string;
  createdAtMs: number;
  sinceMs: number;
  endedAtMs: number | null;
};
type Airings = Stored<
  Airing,
  'areaIds' | 'drill' | 'air' | 'orderBytes',
  { areaIds: Json; drill: Flag; air: Json; orderBytes: Uint8Array | null }
>;
type AiringSpeakers = { airingId: string; siteId: string; unitId: string; playAtMs: number };
type Verdicts = Stored<Verdict, 'interruptions', { interruptions: Json }>;
type Receipts = {
  speakerId: string;
  receiptId: string;
  airingId: string | null;
  event: string;
  atMs: number;
  takenAtMs: number;
  receipt: Json;
};
type Audit = AuditLine;
type Counters = { name: string; value: number };
type Settings = { key: string; value: string };

type Compositions = Stored<
  Composition,
  'picks' | 'slices' | 'local',
  { picks: Json; slices: Json; local: Json }
>;

export type Tables = PoleTables &
  AssignmentTables &
  NoticeTables &
  FrameTables &
  CalendarTables &
  ToldTables &
  PublicTables &
  RegulationTables &
  WantTables &
  ProgrammeTables &
  FeedTables &
  RehearsalTables &
  RecordTables &
  HearingTables &
  LanguageTables &
  VoiceTables &
  SourceTables & {
    compositions: Compositions;
    areas: Areas;
    regulations: Regulations;
    accounts: Accounts;
    grants: Grants;
    invitations: Invitations;
    sessions: Sessions;
    sites: Sites;
    units: Units;
    statuses: Statuses;
    documents: Documents;
    parts: Parts;
    partActs: PartActs;
    likenesses: Likeness;
    readingProfiles: ReadingProfiles;
    lexiconAdditions: LexiconAddition;
    settlements: Settlements;
    documentUses: DocumentUses;
    bulletins: Bulletins;
    clips: Clips;
    recordings: Recording;
    approvals: Approvals;
    approvalRules: ApprovalRules;
    editions: Edition;
    seenBulletins: Seen;
    decisions: Decision;
    slips: Slips;
    schedules: Schedules;
    airings: Airings;
    airingSpeakers: AiringSpeakers;
    verdicts: Verdicts;
    receipts: Receipts;
    audit: Audit;
    counters: Counters;
    settings: Settings;
    requestKeys: RequestKeyRow;
  };
