// What the machine noticed in a clip, each line a way to the second it speaks of.
// It must never decide what becomes of a clip.
import type { Clip } from '../../http/schemas/bulletin.ts';
import type { Finding } from '../../http/schemas/recording.ts';
import { length } from '../format.ts';
import { said, words } from '../words.ts';

type Props = {
  clip: Clip;
  /** null: nobody listened by machine, and nothing is said of it */
  findings: readonly Finding[] | null;
  goTo: (ms: number) => void;
};

export function Findings({ clip, findings, goTo }: Props) {
  const w = words.value.findings;
  if (findings === null) return null;
  if (findings.length === 0) return <p class="hint">{w.none}</p>;
  return (
    <section class="findings" aria-label={w.title}>
      <p class="label">{w.title}</p>
      <ul class="moving">
        {findings.map((one) => (
          <li key={`${one.kind} ${one.atMs} ${one.sentence}`}>
            <button type="button" class="moving-words" onClick={() => goTo(one.atMs)}>
              <span class={`finding finding-${one.severity}`}>{w[one.severity]}</span>{' '}
              {placeOf(clip, one)}: {said(one.say)}
              {one.sentence !== null && <small>{wordsOf(clip, one.sentence)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf(clip: Clip, { atMs, untilMs }: Finding): string {
  const w = words.value.findings;
  const isWhole = atMs === 0 && untilMs >= clip.durationMs - 1_000;
  return isWhole ? w.whole : w.at(length(atMs / 1_000));
}

/** Enough to know the sentence by. */
const WORDS_CHARS = 80;
function wordsOf({ sentences }: Clip, index: number): string {
  const text = sentences[index]?.words ?? '';
  return text.length > WORDS_CHARS ? `${text.slice(0, WORDS_CHARS)}…` : text;
}
