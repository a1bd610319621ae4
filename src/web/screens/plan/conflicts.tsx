// Whom a wish would meet, by which rule, and the ways out of it as buttons, before anything is saved.
// It must never decide whose turn it is: the service's sentences are shown.
import { useEffect } from 'preact/hooks';
import type { ConflictWish, WayOut } from '../../../http/schemas/foresight.ts';
import { useAsk } from '../../ask.ts';
import { foresightApi } from '../../foresight-api.ts';
import { when } from '../../format.ts';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { said, words } from '../../words.ts';

type Props = {
  wish: ConflictWish;
  /** moves all of its times by so much; the first then stands at `atMs` */
  move: (way: { atMs: number; shiftMs: number }) => void;
  /** told of each answer, so that a form can ask before it saves */
  found?: (count: number) => void;
};

export function Conflicts({ wish, move, found }: Props) {
  const key = JSON.stringify(wish);
  const ask = useAsk({
    ask: () => foresightApi.conflicts(wish),
    key,
    on: ['schedule', 'bulletin'],
  });
  const count = ask.answer.value?.conflicts.length;
  useEffect(() => {
    if (count !== undefined) found?.(count);
  }, [count]);
  const w = words.value.conflicts;
  return (
    <Shown ask={ask}>
      {({ conflicts, ways }) =>
        conflicts.length === 0 ? (
          <p class="hint" role="status">
            {w.free}
          </p>
        ) : (
          <Notice tone="wait">
            <strong>{w.title}</strong>
            <ul class="conflicts">
              {conflicts.map((one) => (
                <li key={`${one.atMs} ${one.with.occurrenceId} ${one.whose} ${one.outcome.kind}`}>
                  {said(one.says)}
                </li>
              ))}
            </ul>
            {ways.length > 0 && <Ways ways={ways} wish={wish} move={move} />}
          </Notice>
        )
      }
    </Shown>
  );
}

function Ways({ ways, wish, move }: Omit<Props, 'found'> & { ways: readonly WayOut[] }) {
  const w = words.value.conflicts;
  const bulletin = `#/say/${wish.bulletinId}`;
  return (
    <fieldset class="ways">
      <legend>{w.ways}</legend>
      {ways.map((way) => {
        if (way.kind === 'move')
          return (
            <button key={way.kind} type="button" class="button" onClick={() => move(way)}>
              {w.move(when(way.atMs))}
            </button>
          );
        const shorter = way.kind === 'shorten';
        return (
          <a
            key={way.kind}
            class="button"
            href={bulletin}
            title={shorter ? w.shortenHint : w.priorityHint}
          >
            {shorter ? w.shorten(way.maxSeconds) : w.priority}
          </a>
        );
      })}
    </fieldset>
  );
}
