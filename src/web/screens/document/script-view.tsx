// Source and script side by side: every spoken word, pressed, shows the characters it came from and why.
// It must never know a rule of reading: it shows the trace.
import { type Signal, useSignal } from '@preact/signals';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Script } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';
import { type Row, rowsOf, type SentenceRow } from './script-rows.ts';

type Props = { of: Of; document: DocumentView };

export function ScriptView({ of, document }: Props) {
  const key = `${of.id} ${of.part}`;
  const ask = useAsk({ ask: () => readingApi.script(of, 0), key, on: ['document'] });
  return <Shown ask={ask}>{(first) => <Pages first={first} of={of} document={document} />}</Shown>;
}

/** Pages are added beneath; a change elsewhere starts again at the first. */
function Pages({ first, of, document }: Props & { first: Script }) {
  const later = useSignal<readonly Script[]>([]);
  const pages = [first, ...later.value];
  const next = pages.at(-1)?.nextFrom ?? null;
  const w = words.value;
  const more = async () => {
    if (next !== null) later.value = [...later.value, await readingApi.script(of, next)];
  };
  return (
    <>
      <p class="hint">
        {w.script.facts(first.total, length(first.estimatedSeconds))} ·{' '}
        {first.open === 0 ? w.doubts.none : w.doubts.open(first.open)}
        {first.repairs.length > 0 && ` · ${w.script.repairs(first.repairs.length)}`}
      </p>
      <p class="hint">{w.script.press}</p>
      <ol class="script">
        {pages.flatMap((page) =>
          rowsOf(page).map((row) => (
            <OneRow key={`${row.from} ${row.key}`} row={row} document={document} />
          )),
        )}
      </ol>
      {next !== null && <Act act={more}>{w.script.next}</Act>}
    </>
  );
}

function OneRow({ row, document }: { row: Row; document: DocumentView }) {
  const w = words.value.script;
  if (row.kind === 'spoken') return <Spoken row={row} document={document} />;
  const why = row.roles.map((role) => w.roles[role] ?? w.otherRole);
  return (
    <li class="script-silent">
      <details>
        <summary>
          {w.silent}: {[...new Set(why)].join(', ')}
        </summary>
        <p class="source">{document.text.slice(row.from, row.to).trim()}</p>
      </details>
    </li>
  );
}

function Spoken({ row, document }: { row: SentenceRow; document: DocumentView }) {
  const { text } = document;
  const pressed = useSignal<number | null>(null);
  const w = words.value.script;
  const trace = pressed.value === null ? null : (row.sentence.trace[pressed.value] ?? null);
  return (
    <li class="script-row">
      {row.clause !== null && <p class="script-clause">{row.clause}</p>}
      <p class="script-source">
        <span class="unseen">{w.source}: </span>
        <Marked text={text} row={row} trace={trace} />
      </p>
      <p class="script-spoken">
        <span class="unseen">{w.spoken}: </span>
        <Words row={row} pressed={pressed} documentId={document.id} />
      </p>
      {trace && (
        <Notice tone="wait">
          <p>
            <strong>{trace.words}</strong> ← <q>{text.slice(trace.from, trace.to)}</q>
            <br />
            {w.rule}: {w.rules[trace.rule] ?? trace.rule}
            {trace.entry && ` · ${w.entry}: ${trace.entry}`}
          </p>
        </Notice>
      )}
    </li>
  );
}

type Traced = SentenceRow['sentence']['trace'][number];

/** The source of one sentence, the pressed word's characters marked. */
function Marked({ text, row, trace }: { text: string; row: SentenceRow; trace: Traced | null }) {
  const { from, to } = row;
  if (row.composed) return <em>{words.value.script.composed}</em>;
  if (trace === null || trace.from >= to || trace.to <= from) return <>{text.slice(from, to)}</>;
  const [start, end] = [Math.max(from, trace.from), Math.min(to, trace.to)];
  return (
    <>
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
    </>
  );
}

/** What the machine changed is underlined; what stands as written is not. */
function Words(of: { row: SentenceRow; pressed: Signal<number | null>; documentId: string }) {
  const { row, pressed, documentId } = of;
  return (
    <>
      {row.pieces.map((piece, at) =>
        piece.trace === null ? (
          piece.words
        ) : (
          // a link flows with the line; a button of five words would be a block in it
          <a
            key={at}
            href={`#/documents/${documentId}?at=${row.sentence.trace[piece.trace]?.from}`}
            class={piece.changed ? 'word word-changed' : 'word'}
            aria-expanded={pressed.value === piece.trace}
            onClick={(event) => {
              event.preventDefault();
              pressed.value = pressed.value === piece.trace ? null : piece.trace;
            }}
          >
            {piece.words}
          </a>
        ),
      )}
    </>
  );
}
