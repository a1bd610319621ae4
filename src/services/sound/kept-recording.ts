// The recording a bulletin has now: shown beside its clip, and its sound as long as the words are those that were read.
// It must never take or remove one: recordings.ts does.
import { createHash } from 'node:crypto';
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { Recording } from '../../domain/sound/recording.ts';
import type { Deps } from '../deps.ts';
import type { Heard } from './recordings-door.ts';

/** What a person is shown beside the clip. */
export function heardOf(deps: Deps, bulletin: Bulletin): Heard {
  const recording = currentOf(deps, bulletin);
  const { clipId } = bulletin;
  const findings = clipId === null ? null : deps.store.findings.of(clipId);
  if (recording === null) return { recording, findings };
  const { speakerName, consentNote, language, madeAtMs, byId } = recording;
  const byName = deps.store.accounts.get(byId)?.fullName ?? '';
  return { recording: { speakerName, consentNote, language, madeAtMs, byName }, findings };
}

/** The clip of its recording, while words and language are those that were read; null: a voice reads. */
export function recordedClip({ store }: Pick<Deps, 'store'>, bulletin: Bulletin): Clip | null {
  const recording = store.recordings.of(bulletin.id);
  // of other words, or said to be in another language since, it is no recording of this bulletin
  const isOfIt =
    recording?.textHash === hashOf(bulletin.text) && recording.language === bulletin.language;
  return isOfIt ? store.clips.get(recording.clipId) : null;
}

/** Null: a voice speaks. */
export function currentOf(
  { store }: Pick<Deps, 'store'>,
  { id, clipId }: Bulletin,
): Recording | null {
  const recording = store.recordings.of(id);
  return recording?.clipId === clipId ? recording : null;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
