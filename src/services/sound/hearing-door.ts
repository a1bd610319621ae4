// What a screen needs to show text and sound moving together.
// It must never know routes or files.
import type { Actor, Clip } from '../../domain/model.ts';
import type { Finding } from '../../domain/sound/recording.ts';
import type { TimedClause } from '../../domain/sound/timed-clauses.ts';

export type HearingView = Pick<Clip, 'durationMs' | 'synthetic'> & {
  /** 0–127, evenly over the sound */
  peaks: readonly number[];
  /** in the order heard; none of a recording of people: nobody timed their words */
  clauses: readonly TimedClause[];
  /** null: nobody listened by machine */
  findings: readonly Finding[] | null;
};
export type Hearings = {
  ofClip(actor: Actor, input: { clipId: string }): Promise<HearingView>;
  /** of the sound it has now @throws AppError missing while it has none */
  ofBulletin(actor: Actor, input: { bulletinId: string }): Promise<HearingView>;
};
