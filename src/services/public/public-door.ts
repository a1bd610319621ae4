// The door of the public page and of villagers' reports as types: what src/http may ask.
// It must never know routes, rows, or who a villager is.

import type { Actor } from '../../domain/model.ts';
import type { PersonalHint } from '../../domain/personal/personal-hints.ts';
import type { PublicAiring, PublicSettings } from '../../domain/public/public-page.ts';
import type { Report, ReportKind, ReportState } from '../../domain/public/report.ts';
import type { HearingView } from '../sound/hearing-door.ts';

export type PublicArea = { id: string; code: string; name: string };
export type PublicAnswer = {
  kind: ReportKind;
  village: string | null;
  /** null: the villager's own words are not shown */
  text: string | null;
  answer: string;
  answeredAtMs: number;
};
/** One commune's page; the same object for as long as nothing on it changed. */
export type PublicView = PublicArea & {
  phone: string | null;
  madeAtMs: number;
  villages: readonly PublicArea[];
  /** newest first */
  airings: readonly PublicAiring[];
  answers: readonly PublicAnswer[];
};
export type PublicHearing = Omit<HearingView, 'findings'>;
/** Asked by anybody: a commune that is closed, or a thing that may not be read, is `missing`. */
export type PublicPages = {
  communes(): PublicArea[];
  view(input: { code: string }): PublicView;
  sound(input: { code: string; airingId: string }): { path: string };
  /** which second says which clause, for words that move with the sound; under the rule of the sound */
  follow(input: { code: string; airingId: string }): Promise<PublicHearing>;
  /** the village of a pole, by the code on its poster; null when it is not this commune's */
  villageOf(input: { code: string; siteId: string }): PublicArea | null;
};

export type NewReport = {
  code: string;
  kind: ReportKind;
  airingId: string | null;
  /** code of a village */
  village: string | null;
  siteId: string | null;
  text: string;
  /** where the request came from: counted for an hour, never kept */
  address: string;
};
/** `textKept` false: counted, but the words were too many just now */
export type SentReport = { number: string; textKept: boolean };
export type FollowedReport = Pick<
  Report,
  'number' | 'kind' | 'firstAtMs' | 'count' | 'state' | 'answer' | 'answeredAtMs'
> & { village: string | null; airing: string | null };

export type ReportView = Omit<Report, 'answeredBy'> & {
  areaName: string | null;
  siteName: string | null;
  airing: {
    id: string;
    title: string;
    playAtMs: number;
    bulletinId: string;
    personalData: boolean;
  } | null;
  answeredByName: string | null;
};
export type Reports = {
  /** by anybody @throws AppError too-many-reports */
  send(input: NewReport): SentReport;
  follow(input: { code: string; number: string }): FollowedReport;
  /** open: new and seen */
  list(
    actor: Actor,
    page: { open: boolean; beforeId: string | null; limit: number },
  ): { reports: ReportView[]; counts: Record<ReportState, number> };
  see(actor: Actor, input: { reportId: string }): ReportView;
  answer(
    actor: Actor,
    input: { reportId: string; answer: string; answerPublic: boolean; textPublic: boolean },
  ): ReportView;
};

export type PublicDesk = {
  settings(actor: Actor, input: { areaId: string }): PublicSettings & { url: string };
  setSettings(
    actor: Actor,
    input: { areaId: string; open: boolean; phone: string | null },
  ): PublicSettings & { url: string };
  poster(actor: Actor, input: { areaId: string; siteId: string | null }): Promise<Uint8Array>;
  /** whether a bulletin names people; what does leaves the public page at once */
  markPersonal(actor: Actor, input: { bulletinId: string; personalData: boolean }): void;
  hints(input: { text: string }): PersonalHint[];
};
