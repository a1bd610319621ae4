// What a move would meet, in words: the rule that decides, and where else there is room.
// It must never decide a conflict: the service's sentences are shown.
import { hour } from '../../format.ts';
import { said, words } from '../../words.ts';
import type { Foreseen } from './clashing.ts';
import type { WayOut } from './move-api.ts';

/** Two are read while a hand moves; the dialog has room for as many as there are. */
const IN_PASSING = 2;

/** Follows the drag at the foot of the window, and is read out when it changes. */
export function ForeseenBar({ foreseen }: { foreseen: Foreseen | null }) {
  return (
    <div class="foreseen-bar" role="status">
      {foreseen !== null && (
        <div class={toneOf(foreseen)}>
          <strong>{words.value.calendar.movingTo(foreseen.item.title, hour(foreseen.toMs))}</strong>
          <Says foreseen={foreseen} most={IN_PASSING} />
        </div>
      )}
    </div>
  );
}

const toneOf = ({ clashes, failure }: Foreseen): string => {
  if (failure !== null) return 'notice notice-bad';
  if (clashes === null) return 'notice';
  return clashes.conflicts.length > 0 ? 'notice notice-wait' : 'notice notice-good';
};

export function Says({ foreseen, most }: { foreseen: Foreseen; most: number }) {
  const w = words.value.calendar;
  const { clashes, failure } = foreseen;
  if (failure !== null) return <p>{said(failure.say)}</p>;
  if (clashes === null) return <p>{w.looking}</p>;
  if (clashes.conflicts.length === 0) return <p>{w.free}</p>;
  const more = clashes.conflicts.length - most;
  return (
    <>
      {clashes.conflicts.slice(0, most).map((one) => (
        <p key={`${one.atMs} ${one.rule} ${said(one.says)}`}>{said(one.says)}</p>
      ))}
      {more > 0 && <p>{w.moreClashes(more)}</p>}
    </>
  );
}

/** The nearest free times, each a button. */
export function Ways({ ways, take }: { ways: readonly WayOut[]; take: (atMs: number) => void }) {
  const moves = ways.filter((way) => way.kind === 'move');
  if (moves.length === 0) return null;
  return (
    <div class="actions">
      {moves.map(({ atMs }) => (
        <button key={atMs} type="button" class="button" onClick={() => take(atMs)}>
          {words.value.calendar.takeFree(hour(atMs))}
        </button>
      ))}
    </div>
  );
}
