// Every request the screens make, by name, with the types of the schemas the service enforces.
// It must never know screens.
import type { AccountList, AccountView, Invited, NewAccount } from '../http/schemas/account.ts';
import type { AiringList, AiringView } from '../http/schemas/airing.ts';
import type { AiringSummaryList } from '../http/schemas/airing-summary.ts';
import type { Area, AreaList, NewArea } from '../http/schemas/area.ts';
import type { AuditList } from '../http/schemas/audit.ts';
import type {
  Bulletin,
  BulletinEdit,
  BulletinList,
  BulletinView,
  LanguageList,
  NewBulletin,
} from '../http/schemas/bulletin.ts';
import type { TakenDocument } from '../http/schemas/document.ts';
import type { Hearing } from '../http/schemas/personal.ts';
import type { Regulation } from '../http/schemas/regulation.ts';
import type { PlanAnswer, Schedule, ScheduleList } from '../http/schemas/schedule.ts';
import type {
  Invitation,
  PasswordChange,
  Session,
  SetUp,
  SignIn,
} from '../http/schemas/session.ts';
import type { Installed, NewSite, Site } from '../http/schemas/site.ts';
import type { SpeakerList } from '../http/schemas/speaker.ts';
import { send } from './send.ts';

type Span = { fromMs: number; toMs: number };
const spanOf = ({ fromMs, toMs }: Span) => `fromMs=${fromMs}&toMs=${toMs}`;
const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body?: unknown) => send<T>({ method: 'POST', path, body });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });
const drop = <T>(path: string) => send<T>({ method: 'DELETE', path });

export const api = {
  session: () => get<Session>('/api/session'),
  signIn: (wish: SignIn) => post<Session>('/api/session', wish),
  changePassword: (wish: PasswordChange) => post<null>('/api/session/password', wish),
  signOut: () => drop<null>('/api/session'),
  setUp: (wish: SetUp) => post<Session>('/api/setup', wish),
  acceptInvitation: (wish: Invitation) => post<Session>('/api/invitation', wish),

  accounts: () => get<AccountList>('/api/accounts'),
  invite: (wish: NewAccount) => post<Invited>('/api/accounts', wish),
  disableAccount: (id: string) => post<AccountView>(`/api/accounts/${id}/disable`),
  enableAccount: (id: string) => post<AccountView>(`/api/accounts/${id}/enable`),
  inviteAgain: (id: string) => post<Invited>(`/api/accounts/${id}/invitation`),
  audit: (beforeId: string | null) =>
    get<AuditList>(`/api/audit?limit=50${beforeId === null ? '' : `&beforeId=${beforeId}`}`),

  areas: () => get<AreaList>('/api/areas'),
  addArea: (wish: NewArea) => post<Area>('/api/areas', wish),
  regulation: (areaId: string) => get<Regulation>(`/api/areas/${areaId}/regulation`),
  addSite: (wish: NewSite) => post<Site>('/api/sites', wish),
  installUnit: (siteId: string) => post<Installed>(`/api/sites/${siteId}/units`),
  removeUnit: (unitId: string) => drop<null>(`/api/units/${unitId}`),
  speakers: () => get<SpeakerList>('/api/speakers'),

  readText: (areaId: string, text: string) =>
    post<TakenDocument>(`/api/documents?areaId=${areaId}`, { text }),
  readFile: (areaId: string, file: File) =>
    post<TakenDocument>(
      `/api/documents?areaId=${areaId}&name=${encodeURIComponent(file.name.slice(0, 300))}`,
      file,
    ),
  bulletins: () => get<BulletinList>('/api/bulletins'),
  waiting: () => get<BulletinList>('/api/bulletins?state=pending'),
  bulletin: (id: string) => get<BulletinView>(`/api/bulletins/${id}`),
  languages: () => get<LanguageList>('/api/languages'),
  addBulletin: (wish: NewBulletin) => post<Bulletin>('/api/bulletins', wish),
  editBulletin: (id: string, wish: BulletinEdit) => put<Bulletin>(`/api/bulletins/${id}`, wish),
  submit: (id: string) => post<Bulletin>(`/api/bulletins/${id}/submit`),
  approve: (id: string, contentHash: string) =>
    post<Bulletin>(`/api/bulletins/${id}/approve`, { contentHash }),
  sendBack: (id: string, remark: string) =>
    post<Bulletin>(`/api/bulletins/${id}/return`, { remark }),
  soundUrl: (clipId: string) => `/api/clips/${clipId}/sound`,
  /** for what does not decode Opus: made when first asked for */
  simpleSoundUrl: (clipId: string) => `/api/clips/${clipId}/sound?as=mp3`,
  hearing: (clipId: string) => get<Hearing>(`/api/clips/${clipId}/hearing`),

  schedules: () => get<ScheduleList>('/api/schedules'),
  withdraw: (id: string) => drop<Schedule>(`/api/schedules/${id}`),
  plan: () => get<PlanAnswer>('/api/plan?hours=72'),
  airings: (of: Span) => get<AiringList>(`/api/airings?${spanOf(of)}`),
  airingEnds: (of: Span) => get<AiringSummaryList>(`/api/airings/summaries?${spanOf(of)}`),
  airing: (id: string) => get<AiringView>(`/api/airings/${id}`),
  stopAiring: (id: string) => post<unknown>(`/api/airings/${id}/cancel`),
};
