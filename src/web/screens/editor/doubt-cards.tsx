// The doubts of what will be said, each settled with one tap: as it is read now, for here or for the whole commune.
// It must never know what may be said: the service refuses what no voice can speak.
import type { SpokenDoubt } from '../../../http/schemas/composition.ts';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { Act } from '../../parts/act.tsx';
import { readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';
import { Settle } from '../document/doubts.tsx';

type Props = { doubts: readonly SpokenDoubt[]; document: DocumentView };

export function DoubtCards({ doubts, document }: Props) {
  const w = words.value.editor;
  if (doubts.length === 0) return null;
  return (
    <details class="fold fold-wait" open>
      <summary>{w.doubts(doubts.length)}</summary>
      <ul class="rows">
        {doubts.map((doubt) => (
          <One
            key={`${doubt.reason} ${doubt.source?.from} ${doubt.written}`}
            doubt={doubt}
            document={document}
          />
        ))}
      </ul>
    </details>
  );
}

function One({ doubt, document }: { doubt: SpokenDoubt; document: DocumentView }) {
  const w = words.value;
  const { source, suggestion, reason, written } = doubt;
  const keep = (how: 'document' | 'commune') => async () => {
    if (source === null) return;
    await readingApi.settle(document.id, { ...source, words: suggestion, keep: how });
  };
  return (
    <li class="row">
      <p>
        <mark>{written.trim() === '' ? '␣' : written}</mark> →{' '}
        <strong>{suggestion === '' ? w.doubts.silent : suggestion}</strong>
      </p>
      <small>{w.doubts.reasons[reason] ?? reason}</small>
      {source === null ? (
        <small>{w.editor.doubtOurs}</small>
      ) : (
        <>
          <div class="actions">
            <Act act={keep('document')}>{w.editor.doubtRight}</Act>
            <Act act={keep('commune')}>{w.editor.doubtCommune}</Act>
          </div>
          <Settle
            doubt={{ ...source, source: written, reason, suggestion, clause: null, page: null }}
            document={document}
            again={() => undefined}
            label={w.editor.doubtOther}
          />
        </>
      )}
    </li>
  );
}
