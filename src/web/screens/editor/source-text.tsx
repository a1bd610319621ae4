// The stretches of a document a bulletin speaks of, in its order, each word leading to where it is said.
// It must never know what was left out, beyond that something was.
import type { SpokenLine } from '../../../http/schemas/composition.ts';
import { words } from '../../words.ts';
import { type Lit, overlaps, type Span } from './lit.ts';
import { placesOf, stretches } from './stretches.ts';

/** Words of one clause stand no farther apart: beyond, another clause begins. */
const APART_CHARS = 60;

export function SourceText(of: { text: string; lines: readonly SpokenLine[]; lit: Lit }) {
  const places = placesOf(of.lines);
  return (
    <section aria-label={words.value.editor.source}>
      {groupsOf(places).map((group) => (
        <p key={group.from} class="clause-source">
          <Source text={of.text} span={group} places={places} lit={of.lit} />
        </p>
      ))}
    </section>
  );
}

function groupsOf(places: readonly Span[]): Span[] {
  const groups: Span[] = [];
  for (const { from, to } of places) {
    const last = groups.at(-1);
    if (last && from - last.to <= APART_CHARS) last.to = to;
    else groups.push({ from, to });
  }
  return groups;
}

/** Stars of a text that was typed with them are nothing to read. */
const plain = (written: string): string => written.replace(/\*{2,3}/gu, '');

/** Each stretch that is heard can be pressed; what is not, stands as it is. */
export function Source(of: { text: string; span: Span; places: readonly Span[]; lit: Lit }) {
  const { text, span, lit } = of;
  const lights = lit.span.value;
  return (
    <>
      {stretches(of.places, span).map(({ from, to, heard }) =>
        heard ? (
          <a
            key={from}
            href={location.hash}
            class={overlaps({ from, to }, lights) ? 'word lit' : 'word'}
            aria-current={overlaps({ from, to }, lights) ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              lit.press('source', { from, to });
            }}
          >
            {plain(text.slice(from, to))}
          </a>
        ) : (
          plain(text.slice(from, to))
        ),
      )}
    </>
  );
}
