// For which kind of loudspeaker a tenant's sound is levelled, whoever speaks it: a voice, a recording, a frame.
// It must never level anything.
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Clip } from '../../domain/model.ts';
import { type Choosing, chosenFor } from './choosing.ts';

/** As chosen for the language; for one nobody chose for, as for the main one: its loudspeakers are the same. */
export function profileFor(
  deps: Choosing,
  { tenantId, language }: { tenantId: string; language: string },
): Clip['profile'] {
  const of = (code: string) => chosenFor(deps, { tenantId, language: code, personalData: false });
  const own = of(language);
  return own.from.profile === 'house' ? of(VIETNAMESE).profile : own.profile;
}
