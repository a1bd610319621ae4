// What changed since this person saw it, or since it was approved: figures first, then sentence by sentence.
// It must never know how a difference is found; colour never says it alone.
import type { Changes } from '../../../http/schemas/approval.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';

export function Changed({ id, version }: { id: string; version: number }) {
  const ask = useAsk({ ask: () => approveApi.changes(id), key: `${id} ${version}` });
  if (ask.answer.value?.since === null) return null;
  // the first version has nothing before it: no frame that opens and closes again
  if (ask.answer.value === null && ask.failure.value === null && version === 1) return null;
  return <Shown ask={ask}>{(changes) => <Shown_ changes={changes} />}</Shown>;
}

function Shown_({ changes }: { changes: Changes }) {
  const { since, sentences, figures, whole } = changes;
  const w = words.value.approve.changes;
  if (since === null) return null;
  const moved = figures.added.length + figures.removed.length > 0;
  return (
    <Section title={w[since.what](since.version)}>
      <div class="card changed">
        <p class="hint">{w.title(since.title)}</p>
        {moved && <Figures figures={figures} />}
        {sentences.length === 0 && <p>{w.none}</p>}
        <ul class="changed-list">
          {sentences.map((one, index) => (
            <li key={index}>
              <small>
                {w[one.kind]}
                {one.startMs !== null && ` · ${length(one.startMs / 1_000)}`}
              </small>
              <p>
                {one.pieces.map((piece, at) => (
                  <Piece key={at} piece={piece} />
                ))}
              </p>
            </li>
          ))}
        </ul>
        {!whole && <p>{w.more}</p>}
      </div>
    </Section>
  );
}

function Figures({ figures: { added, removed } }: Pick<Changes, 'figures'>) {
  const w = words.value.approve.changes;
  return (
    <p>
      <strong>{w.figures}: </strong>
      {removed.map(({ source }, at) => (
        <Piece key={`r${at}`} piece={{ kind: 'removed', words: source }} />
      ))}
      {added.map(({ source }, at) => (
        <Piece key={`a${at}`} piece={{ kind: 'added', words: source }} />
      ))}
    </p>
  );
}

/** `del` and `ins` are read out as such; struck through and underlined for who sees no colour. */
function Piece({ piece }: { piece: Changes['sentences'][number]['pieces'][number] }) {
  if (piece.kind === 'removed') return <del>{piece.words} </del>;
  if (piece.kind === 'added') return <ins>{piece.words} </ins>;
  return <span>{piece.words} </span>;
}
