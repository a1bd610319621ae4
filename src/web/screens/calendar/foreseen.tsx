// What a drag would meet, in words, while the hand still moves: the rule that decides.
// It must never decide a conflict: the service's sentences are shown.
import { hour } from '../../format.ts';
import { said, words } from '../../words.ts';
import type { Foreseen } from './clashing.ts';

/** Two are read while a hand moves; the form shows them all. */
const IN_PASSING = 2;

/** Follows the drag at the foot of the window, and is read out when it changes. */
export function ForeseenBar({ foreseen }: { foreseen: Foreseen | null }) {
  return (
    <div class="foreseen-bar" role="status">
      {foreseen !== null && (
        <div class={toneOf(foreseen)}>
          <strong>{words.value.calendar.movingTo(foreseen.item.title, hour(foreseen.toMs))}</strong>
          <Says foreseen={foreseen} />
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

function Says({ foreseen }: { foreseen: Foreseen }) {
  const w = words.value.calendar;
  const { clashes, failure } = foreseen;
  if (failure !== null) return <p>{said(failure.say)}</p>;
  if (clashes === null) return <p>{w.looking}</p>;
  if (clashes.conflicts.length === 0) return <p>{w.free}</p>;
  const more = clashes.conflicts.length - IN_PASSING;
  return (
    <>
      {clashes.conflicts.slice(0, IN_PASSING).map((one) => (
        <p key={`${one.atMs} ${said(one.says)}`}>{said(one.says)}</p>
      ))}
      {more > 0 && <p>{w.moreClashes(more)}</p>}
    </>
  );
}
