// Whom a wish would meet, by which rule, and the ways out of it as buttons, before anything is saved.
// It must never decide whose turn it is: the service's sentences are shown.
import { useEffect } from 'preact/hooks';
import type { ConflictWish } from '../../../http/schemas/foresight.ts';
import { useAsk } from '../../ask.ts';
import { foresightApi } from '../../foresight-api.ts';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { said, words } from '../../words.ts';
import { type Mover, Ways } from './ways.tsx';

type Props = Mover & {
  wish: ConflictWish;
  /** told of each answer, so that a form can ask before it saves */
  found?: (count: number) => void;
};

export function Conflicts({ wish, found, ...mover }: Props) {
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
            <Ways key={key} ways={ways} wish={wish} {...mover} />
          </Notice>
        )
      }
    </Shown>
  );
}
