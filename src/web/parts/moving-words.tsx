// The clauses of a clip, the one that sounds lit up; a press or the arrow keys lead from clause to clause.
// It must never tell a screen reader each clause as it sounds: it would talk over the voice.
import { useEffect, useRef } from 'preact/hooks';
import type { Hearing } from '../../http/schemas/personal.ts';
import type { Finding } from '../../http/schemas/recording.ts';
import { words } from '../words.ts';

type Clause = Hearing['clauses'][number];
type Props = {
  clauses: readonly Clause[];
  /** -1: none sounds */
  current: number;
  goTo: (ms: number) => void;
  findings: readonly Finding[] | null;
};

export function MovingWords({ clauses, current, goTo, findings }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const one = list.current?.querySelector('[aria-current]')?.closest('li');
    if (one instanceof HTMLElement && list.current)
      list.current.scrollTop = one.offsetTop - list.current.clientHeight / 3;
  }, [current]);
  const found = new Set((findings ?? []).flatMap(({ sentence }) => sentence ?? []));
  const w = words.value;
  return (
    <>
      <ol
        class="moving"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
        tabIndex={0}
        aria-label={w.approvals.sentences}
        onKeyDown={(event) => step(list.current, event)}
      >
        {inSentences(clauses).map(({ sentence, from, these }) => (
          <li key={from} class={found.has(sentence) ? 'moving-found' : undefined}>
            {these.map((clause, n) => (
              <button
                key={clause.startMs}
                type="button"
                class="moving-words"
                tabIndex={from + n === Math.max(0, current) ? 0 : -1}
                aria-current={from + n === current ? 'true' : undefined}
                onClick={() => goTo(clause.startMs)}
              >
                {clause.words}
              </button>
            ))}
          </li>
        ))}
      </ol>
      {clauses.some(({ estimated }) => estimated) && <p class="hint">{w.player.estimated}</p>}
    </>
  );
}

type Group = { sentence: number; from: number; these: Clause[] };

function inSentences(clauses: readonly Clause[]): Group[] {
  const groups: Group[] = [];
  for (const [n, clause] of clauses.entries()) {
    const last = groups.at(-1);
    if (last?.sentence === clause.sentence) last.these.push(clause);
    else groups.push({ sentence: clause.sentence, from: n, these: [clause] });
  }
  return groups;
}

const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 },
};

/** One stop of the Tab key, however long the text: inside it the arrows lead on. */
function step(list: HTMLOListElement | null, event: KeyboardEvent): void {
  const by = STEPS[event.key];
  if (by === undefined || list === null) return;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[at === -1 ? 0 : at + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
