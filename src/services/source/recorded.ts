// A bulletin whose sound came with it from the source system: that recording becomes its clip, or its words are read.
// It must never fetch a recording: sounds.ts does.
import { AppError } from '../../domain/errors.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import { refusedWords } from '../../domain/source/refused-words.ts';
import { SOUND_MAX_BYTES, SOUND_MAX_SECONDS } from '../../domain/source/sound-wish.ts';
import type { IncomingSound, RefusedWhy } from '../../domain/source/source-model.ts';
import type { Deps } from '../deps.ts';
import { tellProgress } from '../progress.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { profileFor } from '../voices/profile-of.ts';

type Unowned = Omit<Clip, 'bulletinId'>;
type Wanted = { bulletin: Bulletin; signal: AbortSignal };

/** What a person wrote since is heard, not what came with the words before. */
export function recordingOf(
  { store }: Pick<Deps, 'store'>,
  { id, version }: Bulletin,
): IncomingSound | null {
  return version === 1 ? store.incomingSounds.of(id) : null;
}

/**
 * The clip of its recording; null: it has none that can be used, and its words are read.
 * @throws AppError where there are no words either
 */
export async function recorded(deps: Deps, wanted: Wanted): Promise<Unowned | null> {
  const { bulletin, signal } = wanted;
  const sound = recordingOf(deps, bulletin);
  if (sound === null) return null;
  const bytes = sound.state === 'here' ? deps.store.incomingSounds.raw(bulletin.id) : null;
  if (bytes === null) return withoutIt(bulletin, sound);
  const limits = { maxBytes: SOUND_MAX_BYTES, maxSeconds: SOUND_MAX_SECONDS };
  const onProgress = tellProgress(deps, bulletin);
  try {
    const how = { profile: profileFor(deps, bulletin), limits, onProgress, signal };
    return await deps.studio.record({ title: bulletin.title, bytes, ...how });
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('foreign-')) throw error;
    const why = TOO_LONG.has(error.code) ? 'sound-too-large' : 'sound-unreadable';
    const refused = refuseSound(deps, { sound, why, place: error.code });
    return withoutIt(bulletin, refused);
  }
}
const TOO_LONG: ReadonlySet<string> = new Set(['foreign-too-large', 'foreign-too-long']);

function withoutIt({ text }: Bulletin, { why }: IncomingSound): null {
  if (text !== '') return null;
  const words = refusedWords(why ?? { why: 'sound-not-fetched', place: null });
  throw refusal('caller', 'sound-refused', words);
}

/** Within the transaction that settles the clip: the bytes have become sound of our own. */
export function recordingMade(deps: Pick<Deps, 'store'>, bulletin: Bulletin): void {
  const sound = recordingOf(deps, bulletin);
  if (sound?.state === 'here') deps.store.incomingSounds.update({ ...sound, state: 'made' }, null);
}

/** Written down with its reason; its sender is told with the bulletin's next acknowledgement. */
export function refuseSound(
  deps: Deps,
  of: { sound: IncomingSound; why: RefusedWhy; place: string | null },
): IncomingSound {
  const { store } = deps;
  const { why, place } = of;
  const { bulletinId, url, size, digest } = of.sound;
  const refused: IncomingSound = { ...of.sound, state: 'refused', why: { why, place } };
  const tenantId = store.bulletins.get(bulletinId)?.tenantId ?? null;
  store.transaction(() => {
    store.incomingSounds.update(refused, null);
    record(deps, {
      ...{ actor: null, action: 'service.source-sound-refused', subject: `bulletin:${bulletinId}` },
      ...{ tenantId, detail: { why, place, url, size, digest } },
    });
  });
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
  return refused;
}
