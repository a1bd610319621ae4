// The door of the use-cases as types: what src/http may ask, group by group (README "the life of one bulletin").
// It must never know routes, rows or topics, nor how any of it is done.

import type { Enrolment } from '../../devices/protocol/index.ts';
import type { PlanCursor } from '../domain/airing/plan-page.ts';
import type { BulletinChange } from '../domain/approval/approval.ts';
import type { DocumentWarning } from '../domain/documents/document-warnings.ts';
import type { SpokenLanguage } from '../domain/languages.ts';
import type {
  Account,
  Actor,
  AiringState,
  Approval,
  Area,
  AreaKind,
  AuditLine,
  Bulletin,
  Clip,
  Genre,
  Occurrence,
  Role,
  Site,
} from '../domain/model.ts';
import type { Rendition, RenditionKind } from '../domain/sound/rendition.ts';
import type { Airings } from './airing/airing-door.ts';
import type { AllClears } from './airing/all-clear-door.ts';
import type { ScheduleOutlook } from './airing/outlook.ts';
import type { Precedence } from './airing/precedence-door.ts';
import type {
  ApprovalProgress,
  ApprovalRules,
  Approving,
  Slips,
} from './approval/approvals-door.ts';
import type { Assignments } from './assign/assign-door.ts';
import type { Compositions } from './bulletins/compositions-door.ts';
import type { Makings } from './bulletins/makings-door.ts';
import type { Schedules, SpecialDays, SpokenSchedule } from './calendar/calendar-door.ts';
import type { PlanWish } from './calendar/plan-span.ts';
import type { Feeds, Summaries } from './feeds/feeds-door.ts';
import type { Frames } from './frames/frames-door.ts';
import type { LanguageServices } from './languages/languages-door.ts';
import type { Notices } from './notices/notice-door.ts';
import type { Once } from './once.ts';
import type { HushedSite, PoleServices } from './poles/pole-door.ts';
import type { BulletinPage, Change } from './ports.ts';
import type { Programmes } from './programmes/programmes-door.ts';
import type { PublicDesk, PublicPages, Reports } from './public/public-door.ts';
import type { Documents, Lexicons, Readings, Scripts } from './reading/reading-door.ts';
import type { AreaEdits, Records, Schemes } from './records/record-door.ts';
import type { Overrides, Regulations } from './regulation/regulation-door.ts';
import type { Foresight, Rehearsals } from './rehearsal/rehearsal-door.ts';
import type { HearingServices } from './sound/hearing-services.ts';
import type { Heard, Recordings } from './sound/recordings-door.ts';
import type { SourceDesk } from './source/source-door.ts';
import type { Deliveries, Told, Webhooks } from './told/notification-door.ts';
import type { VoiceDesk, Voiced } from './voices/voices-door.ts';

/** Every method checks rights itself; what is another tenant's is `missing`, never `forbidden`. */
export type Services = PoleServices &
  HearingServices &
  LanguageServices & {
    compositions: Compositions;
    assignments: Assignments;
    precedence: Precedence;
    session: Session;
    accounts: Accounts;
    areas: Areas;
    sites: Sites;
    documents: Documents;
    scripts: Scripts;
    readings: Readings;
    lexicons: Lexicons;
    bulletins: Bulletins;
    makings: Makings;
    recordings: Recordings;
    voices: VoiceDesk;
    approving: Approving;
    approvalRules: ApprovalRules;
    slips: Slips;
    notices: Notices;
    frames: Frames;
    schedules: Schedules;
    overrides: Overrides;
    specialDays: SpecialDays;
    plan: Plan;
    foresight: Foresight;
    rehearsals: Rehearsals;
    airings: Airings & AllClears;
    summaries: Summaries;
    feeds: Feeds;
    programmes: Programmes;
    publicPages: PublicPages;
    publicDesk: PublicDesk;
    reports: Reports;
    records: Records;
    schemes: Schemes;
    areaEdits: AreaEdits;
    told: Told;
    deliveries: Deliveries;
    webhooks: Webhooks;
    source: SourceDesk;
    audit: Audit;
    simulation: Simulation;
    health: Health;
    events: Events;
    once: Once;
  };

export type GrantWish = { role: Role; areaId: string };

/** Somebody signed in, as a cookie's token finds them. */
export type SignedIn = {
  actor: Actor;
  account: { id: string; name: string; fullName: string };
  grants: readonly GrantWish[];
  csrfToken: string;
  speed: number;
  /** the clock is a demonstration's, and an administrator may speed it up */
  simulated: boolean;
  planNowMs: number;
};
/** `token` goes into the cookie and nowhere else; only its SHA-256 is stored. */
export type NewSession = SignedIn & { token: string; expiresAtMs: number };

export type Session = {
  find(token: string): SignedIn | null;
  /** `previousToken`: the session this browser held, ended at sign-in (rotation) */
  signIn(input: {
    name: string;
    password: string;
    previousToken?: string | null;
    /** where the request came from: tries are counted by name and address */
    address: string;
  }): Promise<NewSession>;
  signOut(token: string): void;
  /** every other session of this account ends; `token` is the one that stays */
  changePassword(
    actor: Actor,
    input: { token: string; current: string; password: string; address: string },
  ): Promise<void>;
  setUp(input: {
    token: string;
    name: string;
    fullName: string;
    password: string;
    provinceName: string;
    provinceCode: string;
  }): Promise<NewSession>;
  acceptInvitation(input: { token: string; password: string }): Promise<NewSession>;
};

export type AccountView = { account: Account; grants: readonly GrantWish[] };
/** the token is shown this once */
export type Invited = AccountView & { invitationToken: string; invitationUrl: string };
export type Accounts = {
  list(actor: Actor): AccountView[];
  create(
    actor: Actor,
    input: { name: string; fullName: string; grants: readonly GrantWish[] },
  ): Invited;
  setGrants(actor: Actor, input: { accountId: string; grants: readonly GrantWish[] }): AccountView;
  disable(actor: Actor, input: { accountId: string }): AccountView;
  enable(actor: Actor, input: { accountId: string }): AccountView;
  /** for a lost link or password: signed out everywhere, and the old password is good no more */
  inviteAgain(actor: Actor, input: { accountId: string }): Invited;
};

export type Areas = Regulations & {
  list(actor: Actor): Area[];
  /** @throws AppError conflict that names the areas, sites and schedules in it */
  remove(actor: Actor, input: { areaId: string }): void;
  create(
    actor: Actor,
    input: {
      code: string;
      kind: AreaKind;
      name: string;
      parentId: string;
      population?: number | null;
    },
  ): Area;
};

export type Sites = {
  list(actor: Actor): Site[];
  create(
    actor: Actor,
    input: {
      id: string;
      areaId: string;
      name: string;
      zone?: Site['zone'];
      startOffsetMs?: number;
    },
  ): Site;
  /** the secret inside is shown this once; a unit already installed here is removed */
  installUnit(actor: Actor, input: { siteId: string }): { enrolment: Enrolment };
  removeUnit(actor: Actor, input: { unitId: string }): void;
};

export type BulletinView = Heard &
  Voiced & {
    bulletin: Bulletin;
    /** for the approver's page, which may not list accounts */
    authorName: string;
    clip: Clip | null;
    approvals: Approval[];
    approval: ApprovalProgress;
    schedules: SpokenSchedule[];
    /** what it was made from is a draft, or no longer the law */
    outlook: readonly ScheduleOutlook[];
    warnings: readonly DocumentWarning[];
  };
export type Bulletins = {
  create(
    actor: Actor,
    input: {
      areaId: string;
      documentId?: string | null;
      /** position in the document; without it, the whole of it */
      part?: number | null;
      text?: string | null;
      title?: string | null;
      genre?: Genre;
      language?: string;
      priority?: Bulletin['priority'];
      drill?: boolean;
      maxSeconds?: number | null;
      repeats?: number;
      expiresAtMs?: number | null;
      personalData?: boolean;
    },
  ): Bulletin;
  /** newest first; a page of them, or all */
  list(actor: Actor, page?: BulletinPage): Bulletin[];
  get(actor: Actor, input: { bulletinId: string }): BulletinView;
  edit(actor: Actor, input: { bulletinId: string } & BulletinChange): Bulletin;
  submit(actor: Actor, input: { bulletinId: string }): Bulletin;
  /** @throws AppError conflict that says where it is used, or why it stays on record */
  remove(actor: Actor, input: { bulletinId: string }): void;
  approve(actor: Actor, input: { bulletinId: string; contentHash: string }): Bulletin;
  sendBack(actor: Actor, input: { bulletinId: string; remark: string }): Bulletin;
  /** the file a browser can play */
  sound(actor: Actor, input: { clipId: string }): { path: string; bytes: number };
  /** another form of the same; made while whoever asks first waits */
  rendition(
    actor: Actor,
    input: { clipId: string; as: RenditionKind; signal: AbortSignal },
  ): Promise<Rendition>;
  languages(actor: Actor): readonly SpokenLanguage[];
};

export type {
  NextOccurrence,
  Schedules,
  ScheduleWish,
  SpecialDays,
} from './calendar/calendar-door.ts';

export type PlannedOccurrence = Occurrence & {
  title: string;
  airing: AiringState | null;
  airingId: string | null;
  /** sites of the asker's own that stay silent then while their neighbours sound */
  hushed: readonly HushedSite[];
};
export type Plan = {
  /** at most 2,000; `next` is where the others are */
  list(
    actor: Actor,
    wish: PlanWish,
  ): { nowMs: number; occurrences: PlannedOccurrence[]; next: PlanCursor | null };
};

export type { AiringFacts, AiringPart, Airings } from './airing/airing-door.ts';

export type Audit = {
  list(actor: Actor, input: { beforeId: string | null; limit: number }): AuditLine[];
};

/** @throws AppError `missing` unless the clock is simulated */
export type Simulation = { setSpeed(actor: Actor, input: { speed: number }): { speed: number } };

export type Health = {
  read(): {
    ok: boolean;
    broker: 'connected' | 'waiting';
    version: string;
    planNowMs: number;
    speed: number;
  };
};

/** Only what this actor may see is told. @throws AppError when too many listen */
export type Events = { listen(actor: Actor, listener: (change: Change) => void): () => void };
