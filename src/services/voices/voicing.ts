// Before and after a bulletin is spoken: that somebody may speak it, and one line of the log for each voice that could not.
// It must never write a word of a bulletin into the log.
import type { Bulletin, Clip } from '../../domain/model.ts';
import { fallLines } from '../../domain/voices/fall-words.ts';
import { nobodySpeaks } from '../../domain/voices/voice-problems.ts';
import type { Deps } from '../deps.ts';
import { chosenFor } from './choosing.ts';
import { nameOf } from './listening.ts';
import { profileFor } from './profile-of.ts';

type Spoken = Pick<Bulletin, 'id' | 'tenantId' | 'language'>;

type Wish = { personalData: boolean; urgent: boolean };

/** @param wish `personalData`: marked or suspected @throws AppError voice-missing, with the way out */
export function voicing(deps: Deps, { id, ...of }: Spoken, wish: Wish) {
  const { tenantId, language } = of;
  const asked = { tenantId, language, ...wish };
  const { none } = chosenFor(deps, asked);
  if (none !== null) throw nobodySpeaks(none, nameOf(deps, language));
  return { ...asked, profile: profileFor(deps, asked), retake: deps.store.retakes.of(id) };
}

export function tellFalls(
  { log }: Pick<Deps, 'log'>,
  { bulletinId, clip }: { bulletinId: string; clip: Pick<Clip, 'id' | 'falls'> },
): void {
  for (const { from, to, reason, sentences } of fallLines(clip.falls))
    log.warn(
      { bulletinId, clipId: clip.id, from, to, reason, sentences },
      'sentences were said by the next voice',
    );
}
