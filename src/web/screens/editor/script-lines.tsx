// What the loudspeaker will say, line by line: who says it, and each word's place in the document.
// It must never know how the words were found.
import type { SpokenLine } from '../../../http/schemas/composition.ts';
import { words } from '../../words.ts';
import { type Lit, overlaps } from './lit.ts';

type Props = {
  lines: readonly SpokenLine[];
  lit: Lit;
  /** the line that sounds, or -1 */
  current?: number;
};

export function ScriptLines({ lines, lit, current = -1 }: Props) {
  const w = words.value.editor;
  const two = lines.some(({ speaker }) => speaker === 'second');
  return (
    <ol class="lines" data-side="script" aria-label={w.heard}>
      {lines.map((line, at) => (
        <li
          key={at}
          class={line.speaker === 'second' ? 'line line-second' : 'line'}
          aria-current={at === current ? 'true' : undefined}
        >
          {two && line.speaker !== lines[at - 1]?.speaker && (
            <small class="line-who">{w[line.speaker]}</small>
          )}
          <p>
            <Words line={line} lit={lit} />
          </p>
        </li>
      ))}
    </ol>
  );
}

type Piece = { words: string; trace: SpokenLine['trace'][number] | null };

function Words({ line, lit }: { line: SpokenLine; lit: Lit }) {
  const lights = lit.span.value;
  return (
    <>
      {piecesOf(line).map(({ words: said, trace }, at) => {
        const source = trace?.source ?? null;
        if (trace === null || source === null) return <span key={at}>{said}</span>;
        const on = overlaps(source, lights);
        return (
          <a
            key={at}
            href={location.hash}
            class={`word${trace.rule === 'word' ? '' : ' word-changed'}${on ? ' lit' : ''}`}
            aria-current={on ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              lit.press('script', source);
            }}
          >
            {said}
          </a>
        );
      })}
    </>
  );
}

/** The line as it is said, cut where one trace ends; words side by side of one source are one. */
function piecesOf({ words: line, trace }: SpokenLine): Piece[] {
  const pieces: Piece[] = [];
  const lower = line.toLowerCase();
  let at = 0;
  for (const one of trace) {
    for (const word of one.words.toLowerCase().split(/[\s.,;:]+/u)) {
      const found = word === '' ? -1 : lower.indexOf(word, at);
      if (found < 0) continue;
      const last = pieces.at(-1);
      const gap = line.slice(at, found);
      const said = line.slice(found, found + word.length);
      at = found + word.length;
      if (last?.trace && isSame(last.trace, one)) {
        last.words += gap + said;
        continue;
      }
      if (gap !== '') pieces.push({ words: gap, trace: null });
      pieces.push({ words: said, trace: one });
    }
  }
  return [...pieces, { words: line.slice(at), trace: null }];
}

type Trace = SpokenLine['trace'][number];
const isSame = (one: Trace, other: Trace): boolean =>
  one === other ||
  (one.source === null && other.source === null) ||
  (one.source?.from === other.source?.from && one.source?.to === other.source?.to);
