// The sound of a bulletin that a frame says: its very pieces joined, as long as its words are those that came with them.
// It must never put another piece in the place of one that is gone.
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tellProgress } from '../progress.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { profileFor } from '../voices/profile-of.ts';
import type { FrameUse } from './frames-store.ts';

/** null: no frame says it, or its words were changed since: then it is read, or recorded. */
export function useOf(
  { store }: Pick<Deps, 'store'>,
  { id, text, language }: Pick<Bulletin, 'id' | 'text' | 'language'>,
): FrameUse | null {
  const use = store.frameUses.of(id);
  return use?.language === language && use.textHash === hashOf(text) ? use : null;
}

/** @throws AppError piece-missing, or of the disk */
export async function framed(
  deps: Deps,
  { bulletin, signal }: { bulletin: Bulletin; signal: AbortSignal },
): Promise<Omit<Clip, 'bulletinId'> | null> {
  const use = useOf(deps, bulletin);
  if (use === null) return null;
  const { title, language, repeats } = bulletin;
  const { sentences } = use;
  const onProgress = tellProgress(deps, bulletin);
  const profile = profileFor(deps, bulletin);
  return deps.pieces.join({ title, language, profile, repeats, sentences, onProgress, signal });
}
