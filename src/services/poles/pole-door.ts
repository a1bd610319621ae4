// The door of what a technician and an officer ask of poles: facts, silences, stops, commands, spares.
// It must never know routes, rows or topics, nor how any of it is done.
import type { Enrolment, Status } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Site } from '../../domain/model.ts';
import type {
  Command,
  CommandKind,
  DeviceClass,
  Hush,
  HushKind,
  Incident,
  LinkState,
  Photo,
  Place,
  Sim,
  Spare,
  Swap,
} from '../../domain/poles/pole-model.ts';
import type { VerdictBrief, VerdictThen } from '../airing/airing-store.ts';

export type SpeakerView = {
  site: Site;
  unitId: string | null;
  online: boolean;
  link: { state: LinkState; sinceMs: number | null };
  heardAtMs: number | null;
  clockErrorMs: number | null;
  freeBytes: number | null;
  firmware: string | null;
  power: Status['power'];
  volumePercent: number;
  bytesThisMonth: number | null;
  deviceClass: DeviceClass;
  sim: { renewsAtMs: number | null; warn: boolean } | null;
  hush: Pick<Hush, 'id' | 'untilMs' | 'reason' | 'reasonKind'> | null;
  place: Place | null;
  incidents: number;
  /** of the next 24 hours; planned: no airing yet, so nothing is sent yet */
  holds: { due: number; held: number; planned: number };
  lastVerdict: VerdictBrief | null;
};
export type IncidentView = Incident & { siteName: string };
export type CommandView = Pick<
  Command,
  'orderId' | 'command' | 'askedAtMs' | 'answeredAtMs' | 'ok' | 'facts'
> & { askedBy: string; state: 'waiting' | 'answered' | 'no-answer' };
export type SwapView = Pick<
  Swap,
  'siteId' | 'spareId' | 'unitId' | 'oldUnitId' | 'askedAtMs' | 'doneAtMs'
> & { askedBy: string; state: 'waiting' | 'done' };
export type SpeakerDetail = {
  speaker: SpeakerView;
  nowMs: number;
  saidVolumePercent: number | null;
  note: string;
  photo: Photo | null;
  sim: Sim | null;
  units: { id: string; installedAtMs: number; removedAtMs: number | null }[];
  verdicts: (VerdictThen & { sentence: Sentence })[];
  incidents: IncidentView[];
  commands: CommandView[];
  swap: SwapView | null;
};
export type Speakers = {
  /** `areaId`: that area and all beneath it */
  list(actor: Actor, of?: { areaId?: string | undefined }): SpeakerView[];
  get(actor: Actor, input: { siteId: string }): SpeakerDetail;
};

export type SiteChange = {
  siteId: string;
  name?: string | undefined;
  zone?: Site['zone'] | undefined;
  place?: Place | null | undefined;
  note?: string | undefined;
  volumePercent?: number | undefined;
  deviceClass?: DeviceClass | undefined;
  sim?: Sim | null | undefined;
};
export type SiteNotes = {
  /** what is not named stays as it is */
  change(actor: Actor, input: SiteChange): SpeakerDetail;
  setPhoto(actor: Actor, input: { siteId: string; bytes: Uint8Array }): Promise<Photo>;
  /** the file, and what it is */
  photo(actor: Actor, input: { siteId: string }): { path: string; type: string; photo: Photo };
};

export type HushView = Omit<Hush, 'byId' | 'endedById'> & {
  siteName: string;
  by: string;
  endedBy: string | null;
  active: boolean;
};
/** Of one occurrence: a site that stays silent while its neighbours sound. */
export type HushedSite = { siteId: string; siteName: string; untilMs: number; reason: string };
export type Hushes = {
  /** one that is active already is replaced by this one */
  begin(
    actor: Actor,
    input: { siteId: string; untilMs: number; reasonKind: HushKind; reason?: string | undefined },
  ): HushView;
  end(actor: Actor, input: { hushId: string }): HushView;
  list(actor: Actor): { nowMs: number; hushes: HushView[] };
};

export type BrokerState = 'connected' | 'waiting';
export type Stopped = {
  airings: number;
  speakers: number;
  airingIds: string[];
  /** waiting: signed and kept; it goes out when the broker is there again */
  broker: BrokerState;
  sentence: Sentence;
};
export type Stops = {
  stop(actor: Actor, input: { areaId: string; reason?: string | undefined }): Stopped;
};

export type Commands = {
  ask(
    actor: Actor,
    input: { siteId: string; command: CommandKind },
  ): { orderId: string; expiresAtMs: number; broker: BrokerState };
};

export type IncidentList = {
  list(actor: Actor): { nowMs: number; incidents: IncidentView[] };
};

export type SpareState = 'never-seen' | 'ready' | 'waiting' | 'installed' | 'withdrawn';
export type SpareView = Pick<Spare, 'id' | 'tenantId' | 'online' | 'heardAtMs' | 'createdAtMs'> & {
  state: SpareState;
  by: string;
  usedAtMs: number | null;
  siteId: string | null;
  siteName: string | null;
};
export type SpareMade = { spare: SpareView; enrolment: Enrolment; label: string };
export type Spares = {
  list(actor: Actor): SpareView[];
  /** secrets and labels are shown this once */
  create(actor: Actor, input: { tenantId: string; count: number }): SpareMade[];
  withdraw(actor: Actor, input: { spareId: string }): SpareView;
  /** a sheet of them as PDF, while they are known */
  labels(actor: Actor, input: { labels: readonly string[] }): Promise<Uint8Array>;
  /** the box whose label this is becomes this site's */
  swap(actor: Actor, input: { siteId: string; label: string }): SwapView;
};

export type PoleServices = {
  speakers: Speakers;
  siteNotes: SiteNotes;
  hushes: Hushes;
  stops: Stops;
  commands: Commands;
  incidentList: IncidentList;
  spares: Spares;
};
