// What of the coming two weeks a regulation would silence, before it is saved.
// It must never decide it: the service says so.
import type { RegulationPreview } from '../../../http/schemas/regulation.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { said, words } from '../../words.ts';

export function Try({ act }: { act: () => Promise<unknown> }) {
  return (
    <div>
      <Act act={act}>{words.value.regulation.try}</Act>
    </div>
  );
}

export function Silenced({ preview: { count, silenced } }: { preview: RegulationPreview }) {
  const w = words.value.regulation;
  if (count === 0) return <Notice tone="good">{w.silencesNone}</Notice>;
  return (
    <Notice tone="wait">
      <p>{w.silences(count)}</p>
      <ul class="silenced">
        {silenced.map(({ occurrenceId, bulletinId, title, playAtMs, says }) => (
          <li key={occurrenceId}>
            {when(playAtMs)} <a href={`#/say/${bulletinId}`}>{title}</a>: {said(says)}
          </li>
        ))}
      </ul>
      {count > silenced.length && <p>{w.andMore(count - silenced.length)}</p>}
    </Notice>
  );
}
