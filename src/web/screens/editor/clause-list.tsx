// The document by its clauses, each to tick, with its seconds; the words of ticked ones lead to the script.
// It must never know what becomes of what is ticked.
import type { Clause, ClauseList, SpokenLine } from '../../../http/schemas/composition.ts';
import { figure } from '../../format.ts';
import { words } from '../../words.ts';
import type { Draft } from './draft.ts';
import type { Lit, Span } from './lit.ts';
import { Source } from './source-text.tsx';
import { placesOf, withBeneath } from './stretches.ts';

type Props = {
  list: ClauseList;
  text: string;
  draft: Draft;
  lines: readonly SpokenLine[];
  lit: Lit;
};

export function Clauses({ list, text, draft, lines, lit }: Props) {
  const w = words.value.editor;
  const { clauses, whole } = list;
  const every = clauses.map(({ id }) => id);
  const places = placesOf(lines);
  return (
    <section class="editor-side" data-side="source" aria-label={w.source}>
      <div class="editor-head">
        <h2>{w.pick}</h2>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => draft.tick(every, draft.picks.size === 0)}
        >
          {draft.picks.size === 0 ? w.all : w.none}
        </button>
      </div>
      <p class="hint">{w.pickHint}</p>
      <ul class="clauses">
        {clauses.map((one, at) => (
          <One
            key={one.id}
            one={one}
            text={text}
            ids={withBeneath(clauses, at)}
            draft={draft}
            places={places}
            lit={lit}
          />
        ))}
      </ul>
      {!whole && <p class="hint">{w.more}</p>}
    </section>
  );
}

type OneProps = {
  one: Clause;
  text: string;
  ids: readonly string[];
  draft: Draft;
  places: readonly Span[];
  lit: Lit;
};

function One({ one, text, ids, draft, places, lit }: OneProps) {
  const w = words.value.editor;
  const on = draft.picks.has(one.id);
  const { from, to } = one;
  return (
    <li class={on ? 'clause clause-on' : 'clause'} style={{ '--depth': Math.min(one.depth, 4) }}>
      <label class="clause-pick">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => draft.tick(ids, event.currentTarget.checked)}
        />
        <span class="clause-name">
          <strong>{one.label ?? w.paragraph}</strong> {!on && one.title}
        </span>
        <span class="clause-seconds">
          {w.seconds(figure(Math.max(1, Math.round(one.seconds))))}
        </span>
      </label>
      {on && (
        <p class="clause-source">
          <Source text={text} span={{ from, to }} places={places} lit={lit} />
        </p>
      )}
    </li>
  );
}
