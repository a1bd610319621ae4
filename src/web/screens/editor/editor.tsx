// The editor: a document taken in or chosen, its clauses ticked, and the bulletin made of them heard and sent.
// It must never know how a text is composed.
import type { DocumentView } from '../../../http/schemas/document.ts';
import { useAsk } from '../../ask.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { Begin } from './begin.tsx';
import { Desk } from './desk.tsx';
import { Heard } from './heard.tsx';

export function Editor({ params }: { params: URLSearchParams }) {
  const w = words.value;
  const [id, part, bulletinId] = [
    params.get('document'),
    params.get('part'),
    params.get('bulletin'),
  ];
  if (!holds('author'))
    return (
      <Page title={w.editor.title} back="#/documents">
        <Notice tone="wait">{w.say.notAuthor}</Notice>
      </Page>
    );
  if (id === null) return <Begin />;
  const of = { id, part: part === null ? null : Number(part) };
  return <Opened key={`${id} ${part} ${bulletinId}`} of={of} bulletinId={bulletinId} />;
}

function Opened({ of, bulletinId }: { of: Of; bulletinId: string | null }) {
  const ask = useAsk({ ask: () => readingApi.document(of.id), key: of.id, on: ['document'] });
  const back = `#/documents/${of.id}${of.part === null ? '' : `?part=${of.part}`}`;
  return (
    <Page title={words.value.editor.title} back={back}>
      <Shown ask={ask}>
        {(document) => (
          <>
            <p class="editor-of">
              <strong>{nameOf(document, of.part)}</strong>
            </p>
            {bulletinId === null ? (
              <Desk document={document} of={of} />
            ) : (
              <Heard document={document} of={of} bulletinId={bulletinId} />
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function nameOf(document: DocumentView, part: number | null): string {
  const inside = document.parts.find(({ position }) => position === part);
  const { number, title } = inside ?? document;
  return [number, title ?? document.title].filter(Boolean).join(' · ');
}
