// A finished clip listened to by machine before a person hears it; what it noticed is kept beside the clip.
// It must never hold a clip back: a check that fails is a line in the log.
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { Finding } from '../../domain/sound/recording.ts';
import type { Deps } from '../deps.ts';
import { orderOf } from '../reading/reading-order.ts';

/** Reading more would hold up everybody else; of a longer text the length is not judged. */
const COUNTED_CHARS = 20_000;

/** @param of.signal gives up the whole making, not the check alone; `listens`: words too, which takes as long as the clip */
export async function findingsOf(
  deps: Deps,
  of: {
    bulletin: Bulletin;
    clip: Omit<Clip, 'bulletinId'>;
    signal: AbortSignal;
    listens?: boolean;
  },
): Promise<readonly Finding[] | null> {
  const { bulletin, clip, signal, listens = true } = of;
  const order = orderOf(deps, bulletin);
  try {
    return await deps.studio.check(clip, {
      syllables: clip.synthetic === null ? syllablesOf(deps, bulletin) : null,
      longestRestMs: order.profile.fullStopMs,
      ...{ signal, listens },
      onDeaf: (err) => deps.log.warn({ err, clipId: clip.id }, 'nobody listened for words'),
    });
  } catch (error) {
    if (!signal.aborted) deps.log.warn({ err: error, clipId: clip.id }, 'a clip was not checked');
    return null;
  }
}

/** As it is read in Vietnamese; of another language nobody knows how many it has. */
function syllablesOf(deps: Deps, bulletin: Bulletin): number | null {
  const { text, language } = bulletin;
  if (language !== VIETNAMESE || text.length > COUNTED_CHARS || text === '') return null;
  return deps.reader.readShort(text, orderOf(deps, bulletin)).syllables;
}
