// Plays a clip in the page and says what it is: how long, that a machine speaks, how many doubts.
// It must never know where the file lies.

import type { Clip } from '../../http/schemas/bulletin.ts';
import { api } from '../api.ts';
import { length } from '../format.ts';
import { words } from '../words.ts';

export function Sound({ clip }: { clip: Clip }) {
  const w = words.value;
  return (
    <figure class="sound">
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand on the page beside it */}
      <audio controls preload="metadata" src={api.soundUrl(clip.id)} aria-label={w.say.listen} />
      <figcaption>
        {length(clip.durationMs / 1_000)}
        {clip.synthetic !== null && ` · ${w.approvals.synthetic}`}
      </figcaption>
      {clip.doubts > 0 && <p class="hint">{w.approvals.doubts(clip.doubts)}</p>}
    </figure>
  );
}

/** What will be heard, word for word. */
export function Sentences({ clip }: { clip: Clip }) {
  return (
    <details class="fold">
      <summary>{words.value.approvals.sentences}</summary>
      <ol class="sentences">
        {clip.sentences.map((sentence) => (
          <li key={sentence.startMs}>{sentence.words}</li>
        ))}
      </ol>
    </details>
  );
}
