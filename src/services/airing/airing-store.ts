// What the use-cases of airings need of rows: schedules, airings with their speakers, verdicts, receipts.
// It must never know SQL: src/db implements it.
import type { Receipt } from '../../../devices/protocol/index.ts';
import type { Fact } from '../../domain/airing/facts.ts';
import type {
  Airing,
  AiringBrief,
  AiringSpeaker,
  AiringState,
  Schedule,
  StoredReceipt,
  Verdict,
} from '../../domain/model.ts';

/** Two airings a day in each of 75 communes for 31 days are 4,650; beyond, the latest are shown. */
export const AIRINGS_LISTED_MAX = 5_000;

export type AiringStore = {
  schedules: {
    insert(schedule: Schedule): void;
    get(id: string): Schedule | null;
    /** open, or ended since then; of very many the newest, oldest of them first */
    ofTenants(tenantIds: readonly string[], endedSinceMs: number): Schedule[];
    active(): Schedule[];
    /** the open ones by id, so many behind that one: for whoever must not be kept waiting by all of them */
    activeAfter(afterId: string | null, limit: number): Schedule[];
    /** over or withdrawn since then */
    endedSince(atMs: number): Schedule[];
    ofBulletin(bulletinId: string): Schedule[];
    setAtMs(id: string, atMs: number): void; // a 'now' rule gets its time
    update(schedule: Schedule): void; // what, where, when and how, by id
    end(id: string, atMs: number): void;
  };
  airings: {
    /** false when this occurrence has an airing already (unique occurrence_id) */
    insert(airing: Airing, speakers: readonly { siteId: string; unitId: string }[]): boolean;
    get(id: string): Airing | null;
    byOccurrence(occurrenceId: string): Airing | null;
    setState(id: string, state: AiringState): void;
    setOrder(id: string, orderBytes: Uint8Array): void;
    dueToSend(nowMs: number): Airing[]; // state planned|sending, sendAtMs ≤ now, emergencies first, then by sendAtMs
    dueToClose(nowMs: number): Airing[]; // state sent|planned|sending|cancelled with speakers lacking a verdict, closeAtMs ≤ now
    openForSite(siteId: string, nowMs: number): Airing[]; // sent, not closed, this site among its speakers
    /** what went out to this site and was meant for a time in that span: sending, sent or closed */
    atSite(siteId: string, span: { fromMs: number; toMs: number }): AiringBrief[];
    /** silence counts only from then on */
    setCloseAt(id: string, closeAtMs: number): void;
    /** the last AIRINGS_LISTED_MAX of that span, in the order played */
    list(filter: {
      tenantIds: readonly string[];
      fromMs: number;
      toMs: number;
      /** only those with a speaker at a site of these tenants */
      heardIn?: readonly string[];
    }): AiringBrief[];
    /** the last other one of the same sound that went out; null: it is new to everybody */
    lastOfClip(clipId: string, exceptId: string): string | null;
    /** planned, sending or sent */
    openOfBulletin(bulletinId: string): Airing[];
    /** gives its occurrence back, to be made again: it keeps another name */
    freeOccurrence(id: string, occurrenceId: string): void;
    ofSchedule(scheduleId: string): Airing[];
    speakers(airingId: string): AiringSpeaker[];
    speaker(airingId: string, siteId: string): AiringSpeaker | null;
    /** one row per (airing, site); what it was before stays in the history, with the facts of each */
    putVerdict(verdict: Verdict, facts?: readonly Fact[]): void;
    /** newest first */
    lastVerdicts(siteId: string, limit: number): VerdictThen[];
    /** the last of every site of these tenants that has one: one pass, however many there are */
    lastOfEach(tenantIds: readonly string[]): (VerdictBrief & { siteId: string })[];
    /** which airings on their way each site has a part in */
    partsDue(span: { fromMs: number; toMs: number }): { siteId: string; airingId: string }[];
  };
  receipts: {
    /** false when this receipt id is known already */
    insert(row: StoredReceipt): boolean;
    /** how many of this speaker's belong to no airing it had a part in */
    astray(siteId: string): number;
    of(airingId: string, siteId: string): Receipt[];
    /** the same, with when each was taken in */
    takenOf(airingId: string, siteId: string): { receipt: Receipt; takenAtMs: number }[];
  };
};

export type VerdictThen = Verdict & { playAtMs: number; title: string };
export type VerdictBrief = Pick<
  VerdictThen,
  'airingId' | 'kind' | 'reason' | 'detail' | 'playAtMs' | 'title'
>;
