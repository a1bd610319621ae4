// What the use-cases need of the world, as interfaces: db, mqtt, audio and clocks implement them, main.ts joins them.
// It must never know how any of it is done.
import type { Repair, Status } from '../../devices/protocol/index.ts';
import type { Area, AuditLine, Bulletin, Clip, Regulation, Site, Unit } from '../domain/model.ts';
import type { AiringStore } from './airing/airing-store.ts';
import type { PrecedenceStore } from './airing/precedence-store.ts';
import type { VerdictStore } from './airing/verdict-store.ts';
import type { ApprovalStore } from './approval/approvals-store.ts';
import type { AssignmentStore } from './assign/assign-store.ts';
import type { CompositionStore } from './bulletins/compositions-store.ts';
import type { WantStore } from './bulletins/wants-store.ts';
import type { CalendarStore } from './calendar/calendar-store.ts';
import type { FeedStore } from './feeds/feeds-store.ts';
import type { FrameStore } from './frames/frames-store.ts';
import type { LanguageStore } from './languages/languages-store.ts';
import type { NoticeStore } from './notices/notice-store.ts';
import type { RequestKeyStore } from './once.ts';
import type { PeopleStore } from './people/people-store.ts';
import type { PersonalStore } from './personal/personal-store.ts';
import type { PodcastStore } from './podcast/podcast-store.ts';
import type { PoleStore } from './poles/pole-store.ts';
import type { ProgrammeStore } from './programmes/programmes-store.ts';
import type { PublicStore } from './public/public-store.ts';
import type { EndingStore } from './reading/ending-store.ts';
import type { ReadingStore } from './reading/reading-store.ts';
import type { RecordStore } from './records/record-store.ts';
import type { OverrideStore } from './regulation/overrides-store.ts';
import type { RehearsalStore } from './rehearsal/rehearsal-store.ts';
import type { RecordingStore } from './sound/recordings-store.ts';
import type { SourceStore } from './source/source-store.ts';
import type { NotificationStore } from './told/notification-store.ts';
import type { VoiceStore } from './voices/voices-store.ts';

export type {
  ClipExpected,
  ClipWanted,
  MakingProgress,
  Recording,
  Studio,
} from './sound/studio-port.ts';

/** The plan's clock may be simulated; sessions and audit lines use the wall; timeouts the monotonic one. */
export type Clock = {
  planMs(): number;
  wallMs(): number;
  monoMs(): number;
  /** plan milliseconds per real millisecond; 1 outside demonstrations */
  speed(): number;
};

export type Ids = { next(): string }; // ULID

/** Rows in, rows out. Every call is synchronous (SQLite); `transaction` is all or nothing. */
export type Store = PoleStore &
  PeopleStore &
  PersonalStore &
  PodcastStore &
  AiringStore &
  VerdictStore &
  RecordStore &
  CalendarStore &
  CompositionStore &
  NoticeStore &
  FrameStore &
  ApprovalStore &
  ReadingStore &
  EndingStore &
  AssignmentStore &
  PrecedenceStore &
  NotificationStore &
  PublicStore &
  FeedStore &
  RehearsalStore &
  SourceStore &
  RecordingStore &
  VoiceStore &
  LanguageStore &
  ProgrammeStore &
  RequestKeyStore &
  WantStore &
  OverrideStore & {
    transaction<T>(work: () => T): T;

    areas: {
      all(): Area[];
      get(id: string): Area | null;
      byCode(code: string): Area | null;
      insert(area: Area): void;
      /** false when something still hangs on it */
      remove(id: string): boolean;
      update(area: Area): void; // name, population and setting, by id
    };
    regulations: {
      all(): Regulation[];
      get(areaId: string): Regulation | null;
      put(regulation: Regulation): void;
    };

    sites: {
      all(): Site[];
      get(id: string): Site | null;
      insert(site: Site): void;
      update(site: Site): void; // name and zone, by id
      ofAreas(areaIds: readonly string[]): Site[];
    };
    units: {
      /** the unit now installed at a site */
      at(siteId: string): Unit | null;
      get(id: string): Unit | null;
      ofSite(siteId: string): Unit[];
      installed(): Unit[];
      insert(unit: Unit): void;
      remove(id: string, atMs: number): void;
      pinKey(id: string, publicKey: string): void;
    };
    statuses: {
      get(siteId: string): { status: Status; heardAtMs: number } | null;
      all(): { siteId: string; status: Status; heardAtMs: number }[];
      put(siteId: string, status: Status, heardAtMs: number): void;
      /** heard again, saying nothing new */
      touch(siteId: string, heardAtMs: number): void;
    };

    bulletins: {
      insert(bulletin: Bulletin): void;
      get(id: string): Bulletin | null;
      /** newest first; a page of them, or all */
      ofTenants(tenantIds: readonly string[], page?: BulletinPage): Bulletin[];
      /** made from this document, whole or in part */
      ofDocument(documentId: string): Bulletin[];
      /** in other languages, first made first */
      variantsOf(originalId: string): Bulletin[];
      /** two may share one sound */
      ofClip(clipId: string): Bulletin[];
      inState(state: Bulletin['state']): Bulletin[];
      update(bulletin: Bulletin): void; // whole row, by id
      /** with its sound and how it was composed; false when anything else hangs on it */
      remove(id: string): boolean;
    };
    clips: {
      put(clip: Clip): void;
      get(id: string): Clip | null;
      /** of these, what a bulletin, airing, approval, slip, edition, recording or commission still names */
      named(of: { ids: readonly string[]; returnedBeforeMs: number }): Set<string>;
      /** takes its row away; false: something names it, and nothing was changed */
      release(of: { id: string; returnedBeforeMs: number }): boolean;
    };

    audit: {
      append(line: AuditLine): void;
      list(filter: {
        tenantIds: readonly string[] | null;
        beforeId: string | null;
        limit: number;
        action?: string;
      }): AuditLine[];
    };
    /** One more than at the last call, or `atLeast` when that is more; in the same transaction as its use. */
    counters: { next(name: string, atLeast?: number): number };
    settings: { get(key: string): string | null; put(key: string, value: string): void };
  };

export type BulletinPage = {
  limit: number;
  beforeId: string | null;
  state: Bulletin['state'] | null;
};
/** The wire, seen from the service. Publishing resolves when the broker has the message. */
export type Wire = {
  publish(
    topic: string,
    payload: Uint8Array,
    options: { qos: 0 | 1; retain?: boolean },
  ): Promise<void>;
  connected(): boolean;
};
/** What the wire hands in, already parsed and schema-checked. */
export type WireEvents = {
  /** `retained`: it was said before, and is told again at connecting to a broker */
  status(siteId: string, status: Status, retained?: boolean): Promise<void>;
  receipt(siteId: string, envelope: Uint8Array): Promise<void>;
  repair(siteId: string, repair: Repair): Promise<void>;
  clock(
    siteId: string,
    question: { n: number; t0Ms: number },
    arrivedPlanMs: number,
  ): Promise<void>;
};
/** What the embedded broker asks before it lets a message pass; also exported as files for Mosquitto. */
export type Gatekeeper = {
  /** true when this user name (a site id, or the service itself) may connect with this password */
  admits(username: string, password: string): boolean;
  mayPublish(username: string, topic: string): boolean;
  mayRead(username: string, topicFilter: string): boolean;
};

/** What changed, for screens that watch: no personal data, tenant-bound. */
export type Change = {
  kind:
    | 'bulletin'
    | 'schedule'
    | 'airing'
    | 'speaker'
    | 'document'
    | 'area'
    | 'notice'
    | 'hush'
    | 'incident'
    | 'notification'
    | 'report'
    | 'source'
    | 'assignment'
    | 'progress'
    | 'clock';
  id: string;
  tenantId: string | null; // null: everybody who is signed in
  accountId?: string; // only this one's screens
  detail?: Record<string, string | number | null>;
};
export type Changes = {
  tell(change: Change): void;
  listen(listener: (change: Change) => void): () => void;
};

/** The broker's doors, told at once when a unit, site or area changes; implemented in src/mqtt. */
export type Doors = {
  /** who may come in, or what it may read, has changed */
  changed(): void;
  /** closes the connection of this speaker now, if it has one here */
  expel(siteId: string): void;
};
/** What one installed speaker may do at the broker: one answer for Aedes and for Mosquitto's files. */
export type SpeakerRights = {
  siteId: string;
  secretHash: string;
  /** codes of its chain: province, commune, village, groups */
  areas: readonly string[];
  /** codes of the tenants whose streams it may read */
  tenants: readonly string[];
  /** in a store room: it may say that it is there, and hear what it shall become */
  isSpare?: true;
};

/** Lines for those who run the service: ids, never payloads or secrets. */
export type Log = {
  info(fields: object, line: string): void;
  warn(fields: object, line: string): void;
  error(fields: object, line: string): void;
};
