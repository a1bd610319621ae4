// What the use-cases need of the world, as interfaces: db, mqtt, audio and clocks implement them, main.ts joins them.
// It must never know how any of it is done.
import type { Repair, Status } from '../../devices/protocol/index.ts';
import type { ReadingOrder } from '../domain/documents/reading-model.ts';
import type { Area, AuditLine, Bulletin, Clip, Regulation, Site, Unit } from '../domain/model.ts';
import type { Finding } from '../domain/sound/recording.ts';
import type { Rendition, RenditionKind } from '../domain/sound/rendition.ts';
import type { AiringStore } from './airing/airing-store.ts';
import type { PrecedenceStore } from './airing/precedence-store.ts';
import type { VerdictStore } from './airing/verdict-store.ts';
import type { ApprovalStore } from './approval/approvals-store.ts';
import type { AssignmentStore } from './assign/assign-store.ts';
import type { Turn } from './bulletins/compose-port.ts';
import type { CompositionStore } from './bulletins/compositions-store.ts';
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
import type { Listened, Listening } from './voices/voices-port.ts';
import type { VoiceStore } from './voices/voices-store.ts';

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
/** Makes sound. Long, off the main thread, never at air time. */
export type Studio = {
  make(wanted: ClipWanted): Promise<Omit<Clip, 'bulletinId'>>;
  /** a sentence or two through the very same ladder and mastering; nothing of it stays */
  listen(wish: Listening): Promise<Listened>;
  /** a recording that came from elsewhere, decoded safely and levelled like our own speech */
  record(recording: Recording): Promise<Omit<Clip, 'bulletinId'>>;
  /** what a machine notices in it before a person listens */
  check(clip: Omit<Clip, 'bulletinId'>, expected: ClipExpected): Promise<readonly Finding[]>;
  /** the chunk payloads of a clip, in order, read from its file one at a time */
  chunks(
    clip: Clip,
  ): AsyncIterable<{ seq: number; startMs: number; last: boolean; payload: Uint8Array }>;
  chunk(
    clip: Clip,
    seq: number,
  ): Promise<{ seq: number; startMs: number; last: boolean; payload: Uint8Array } | null>;
  /** absolute path of the file a browser can play */
  soundPath(clip: Clip): string;
  /** another form of it, made when first asked for, then found; few at a time. @throws AppError renditions-busy, mp3-missing … */
  rendition(clip: Clip, as: RenditionKind): Promise<Rendition>;
  /** how loud it is from beginning to end, 0–127, 1,200 values at most: worked out once, then kept beside the clip */
  peaks(clip: Clip): Promise<readonly number[]>;
  /** what was kept for edits gives room, least lately aired first; of clips that will air nothing goes */
  sweep(of: {
    will: ReadonlySet<string>;
    has: ReadonlySet<string>;
  }): Promise<{ removed: number; bytes: number }>;
};
export type ClipWanted = {
  title: string;
  text: string;
  /** whose choice of voices holds */
  tenantId: string;
  /** ISO 639-3 */
  language: string;
  /** names people: no word of it leaves the house (Luật 91/2025/QH15) */
  personalData: boolean;
  /** left out: as the tenant chose for this language */
  profile?: Clip['profile'];
  /** grows when sentences that fell to another voice are to be tried again */
  retake?: number;
  /** said last, in the same voice; null or left out: nothing */
  afterword?: string | null;
  /** how it is read, pace and pauses too */
  order: ReadingOrder;
  maxSeconds: number | null;
  /** said so often within the one sound, 1–3 */
  repeats: number;
  /** whose turn begins where in the text; empty: one voice says all */
  turns?: readonly Turn[];
  onProgress(progress: MakingProgress): void;
  signal: AbortSignal;
};
export type Recording = Pick<ClipWanted, 'title' | 'onProgress' | 'signal'> & {
  /** whole, or as it comes */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  language?: string;
  limits: { maxBytes: number; maxSeconds: number };
};
export type ClipExpected = {
  /** of the text a person read; null: nobody counted, or every sentence has its time */
  syllables: number | null;
  longestRestMs: number;
  signal: AbortSignal;
  /** whoever listens for words could not: the rest is judged all the same */
  onDeaf?(why: unknown): void;
};
export type MakingProgress = {
  step: 'script' | 'speech' | 'mastering';
  done: number;
  total: number;
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
