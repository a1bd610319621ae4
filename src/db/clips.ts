// Rows of clips: the facts of a sound whose bytes are a file named by hash.
// It must never know the sound itself.
import type { SoundFacts, SyntheticMark } from '../../devices/protocol/index.ts';
import type { Clip, ClipSentence, SpokenShare, VoiceFall } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { clipNames } from './clip-names.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function clipRows(run: Runner): Store['clips'] {
  const clips = queries.selectFrom('clips').selectAll();
  const found = (row: Tables['clips'] | null) => row && asClip(row);
  return {
    put(clip) {
      const { id, ...changed } = asRow(clip);
      run.change(
        queries
          .insertInto('clips')
          .values({ id, ...changed })
          .onConflict((clash) => clash.column('id').doUpdateSet(changed)),
      );
    },
    get: (id) => found(run.first(clips.where('id', '=', id))),
    ...clipNames(run),
  };
}

/** What was noticed in it comes later, and stays when the clip is put again. */
function asRow(clip: Clip): Omit<Tables['clips'], 'findings'> {
  return {
    ...clip,
    sentences: JSON.stringify(clip.sentences),
    sound: JSON.stringify(clip.sound),
    synthetic: clip.synthetic && JSON.stringify(clip.synthetic),
    spokenBy: JSON.stringify(clip.spokenBy),
    falls: JSON.stringify(clip.falls),
  };
}

function asClip({ findings: _, ...row }: Tables['clips']): Clip {
  return {
    ...row,
    sentences: JSON.parse(row.sentences) as ClipSentence[],
    sound: JSON.parse(row.sound) as SoundFacts,
    synthetic: row.synthetic === null ? null : (JSON.parse(row.synthetic) as SyntheticMark),
    spokenBy: JSON.parse(row.spokenBy) as SpokenShare[],
    falls: JSON.parse(row.falls) as VoiceFall[],
  };
}
