// How a clip sounds and which second says which clause, for whoever may hear it.
// It must never know how it is drawn.
import type { Actor, Clip } from '../../domain/model.ts';
import { timedClauses } from '../../domain/sound/timed-clauses.ts';
import { theirs } from '../bulletins/bulletins.ts';
import { heard } from '../bulletins/hearing.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import type { Hearings, HearingView } from './hearing-door.ts';

export function makeHearings(deps: Deps): Hearings {
  const ofClip = (actor: Actor, { clipId }: { clipId: string }) =>
    hearingOf(deps, heard(deps, { actor, clipId }));
  return {
    ofClip,
    async ofBulletin(actor, { bulletinId }) {
      const { clipId } = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      if (clipId === null) throw missing();
      return ofClip(actor, { clipId });
    },
  };
}

export async function hearingOf(
  { store, studio }: Pick<Deps, 'store' | 'studio'>,
  clip: Clip,
): Promise<HearingView> {
  const { durationMs, synthetic, sentences } = clip;
  return {
    ...{ durationMs, synthetic, clauses: timedClauses(sentences) },
    peaks: await studio.peaks(clip),
    findings: store.findings.of(clip.id),
  };
}
