// Links under which the plan is read as iCalendar: made, listed, revoked.
// It must never carry a token but in the one answer that makes it.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

const Kind = Type.Union([Type.Literal('commune'), Type.Literal('speaker')]);
export const NewFeed = Type.Object({ kind: Kind, id: Id }, strict);
export type NewFeed = Static<typeof NewFeed>;

const feed = {
  id: Id,
  kind: Kind,
  /** of the commune or the speaker whose plan it is */
  subjectId: Id,
  name: Type.String(),
  madeBy: Type.String(),
  madeAtMs: Ms,
  readAtMs: Nullable(Ms),
};
export const Feed = Type.Object(feed, strict);
export type Feed = Static<typeof Feed>;
export const FeedList = Type.Object({ feeds: List(Feed) }, strict);
export type FeedList = Static<typeof FeedList>;
export const FeedMade = Type.Object(
  { feed: Feed, url: Type.String({ description: 'shown this once: only its hash is kept' }) },
  strict,
);
export type FeedMade = Static<typeof FeedMade>;
export const FeedByToken = Type.Object(
  { file: Type.String({ minLength: 1, maxLength: 64 }) },
  strict,
);
export const FeedQuery = Type.Object(
  { lang: Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')])) },
  { ...strict, description: 'en: what became of an airing in English too' },
);
