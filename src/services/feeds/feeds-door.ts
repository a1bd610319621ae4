// The door of the calendar's own uses: how airings ended, counted; links under which the plan is read.
// It must never know routes or iCalendar.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor } from '../../domain/model.ts';
import type { FeedKind } from './feeds-store.ts';

export type AiringSummary = {
  airingId: string;
  counts: {
    all: number;
    played: number;
    partly: number;
    yielded: number;
    skipped: number;
    failed: number;
    waiting: number;
  };
  /** of the first speaker where it was not fully heard */
  why: Sentence | null;
};
export type Summaries = {
  /** of airings whose time has come; at the actor's own speakers */
  list(actor: Actor, input: { fromMs: number; toMs: number }): AiringSummary[];
};

export type FeedView = {
  id: string;
  kind: FeedKind;
  subjectId: string;
  name: string;
  madeBy: string;
  madeAtMs: number;
  readAtMs: number | null;
};
export type FeedEvent = {
  /** the same for the same occurrence, for ever */
  uid: string;
  title: string;
  where: string;
  /** what became of it, or null for what is to come */
  says: Sentence | null;
  startMs: number;
  endMs: number;
  /** grows when it was moved or called off: a calendar keeps the greater */
  sequence: number;
  isCancelled: boolean;
  changedMs: number;
};
export type FeedCalendar = {
  name: Sentence;
  events: readonly FeedEvent[];
  /** there is more than fits in: so many are the nearest to now; null: all is here */
  nearest: number | null;
};
export type Feeds = {
  list(actor: Actor): FeedView[];
  make(actor: Actor, input: { kind: FeedKind; id: string }): { feed: FeedView; url: string };
  end(actor: Actor, input: { feedId: string }): void;
  /** no session: the token is the proof. @throws AppError missing, the same for revoked and never made */
  read(input: { token: string }): FeedCalendar;
};
