// What a bulletin's page says of its sound: who speaks, who had to stand in, whether it will be there in time.
// It must never make or change a sound.
import type { Bulletin, Clip } from '../../domain/model.ts';
import { fallsTold, sentencesFallen } from '../../domain/voices/fall-words.ts';
import { hasSound } from '../../domain/voices/retake.ts';
import { soundLate, speechNotes } from '../../domain/voices/speech-notes.ts';
import type { ScheduleOutlook } from '../airing/outlook.ts';
import type { Deps } from '../deps.ts';
import { planSpan } from '../wire/orders.ts';
import type { SpeechView } from './voices-door.ts';

type Shown = { bulletin: Bulletin; clip: Clip | null; outlook: readonly ScheduleOutlook[] };

export function speechOf(deps: Deps, { bulletin, clip, outlook }: Shown): SpeechView {
  const say = clip && fallsTold(clip.falls);
  const isMachine = clip?.synthetic !== null && clip !== null;
  const retaking = deps.store.retakes.wantedOf(bulletin.id) !== null;
  const cloud = clip !== null && byCloud(deps, clip);
  return {
    language: clip?.language ?? null,
    profile: clip?.profile ?? null,
    spokenBy: clip?.spokenBy ?? [],
    fallen: say && { sentences: sentencesFallen(clip?.falls ?? []), say },
    byCloud: cloud,
    canRetake: isMachine && hasSound(bulletin) && !retaking,
    late: soundLate({
      state: bulletin.state,
      nextAtMs: outlook.flatMap(({ nextAtMs }) => nextAtMs ?? []),
      leadMs: planSpan(deps, deps.terms.leadMs),
      nowMs: deps.clock.planMs(),
    }),
    notes: speechNotes(bulletin, { byMachine: isMachine, byCloud: cloud, retaking }),
  };
}

/** Some sentence of it was spoken outside this house. */
export function byCloud({ voices }: Pick<Deps, 'voices'>, { spokenBy }: Pick<Clip, 'spokenBy'>) {
  return spokenBy.some(({ engine }) => voices.isCloud(engine));
}
