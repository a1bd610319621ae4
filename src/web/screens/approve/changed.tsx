// What changed since this person saw it, or since it was approved: figures first, then sentence by sentence.
// It must never know how a difference is found; colour never says it alone.
import type { Changes } from '../../../http/schemas/approval.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';

type Props = { id: string; version: number; title: string };

export function Changed({ id, version, title }: Props) {
  const ask = useAsk({ ask: () => approveApi.changes(id), key: `${id} ${version}` });
  if (ask.answer.value?.since === null) return null;
  // the first version has nothing before it: no frame that opens and closes again
  if (ask.answer.value === null && ask.failure.value === null && version === 1) return null;
  return <Shown ask={ask}>{(changes) => <What changes={changes} title={title} />}</Shown>;
}

function What({ changes, title }: { changes: Changes; title: string }) {
  const { since, sentences, figures, whole } = changes;
  const w = words.value.approve.changes;
  if (since === null) return null;
  const kinds = [...new Set([...figures.removed, ...figures.added].map(({ kind }) => kind))];
  // a duty is a whole sentence: it stands among the sentences below
  const moved = kinds.filter((kind) => kind !== 'obligation');
  return (
    <Section title={w[since.what](since.version)}>
      <div class="card changed">
        {since.title !== title && <p>{w.title(since.title)}</p>}
        {moved.length > 0 && <Figures figures={figures} kinds={moved} />}
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

function Figures({
  figures: { added, removed },
  kinds,
}: Pick<Changes, 'figures'> & { kinds: readonly string[] }) {
  const w = words.value;
  const of = (list: typeof added, kind: string) => list.filter((one) => one.kind === kind);
  return (
    <div>
      <p>
        <strong>{w.approve.changes.figures}</strong>
      </p>
      {kinds.map((kind) => (
        <p key={kind}>
          {w.digest.kinds[kind] ?? kind}:{' '}
          {of(removed, kind).map(({ source }, at) => (
            <Piece key={`r${at}`} piece={{ kind: 'removed', words: source }} />
          ))}
          {of(added, kind).map(({ source }, at) => (
            <Piece key={`a${at}`} piece={{ kind: 'added', words: source }} />
          ))}
        </p>
      ))}
    </div>
  );
}

/** `del` and `ins` are read out as such; struck through and underlined for who sees no colour. */
function Piece({ piece }: { piece: Changes['sentences'][number]['pieces'][number] }) {
  if (piece.kind === 'removed') return <del>{piece.words} </del>;
  if (piece.kind === 'added') return <ins>{piece.words} </ins>;
  return <span>{piece.words} </span>;
}
