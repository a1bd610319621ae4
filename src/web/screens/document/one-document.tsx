// One document: what it is, who signed it, what it resembles, and the views of how it is read.
// It must never know what a view shows.
import { useSignal } from '@preact/signals';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';
import { DigestView } from './digest-view.tsx';
import { Standing } from './documents.tsx';
import { Doubts } from './doubts.tsx';
import { Signatures, SimilarTo } from './origins.tsx';
import { PartStatus } from './part-status.tsx';
import { Programmes } from './programmes.tsx';
import { ScriptView } from './script-view.tsx';

const VIEWS = ['script', 'doubts', 'digest', 'status', 'programmes'] as const;
export type ViewName = (typeof VIEWS)[number];

export function OneDocument({ id, params }: { id: string; params: URLSearchParams }) {
  const ask = useAsk({ ask: () => readingApi.document(id), key: id, on: ['document'] });
  const title = ask.answer.value?.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/documents">
      <Shown ask={ask}>
        {(document) => <Body document={document} params={params} again={ask.again} />}
      </Shown>
    </Page>
  );
}

type Props = { document: DocumentView; params: URLSearchParams; again: () => void };

function Body({ document, params, again }: Props) {
  const w = words.value.documents;
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'script';
  const chosen = useSignal(params.get('part') ?? (document.parts.length > 1 ? '1' : ''));
  const position = chosen.value === '' ? null : Number(chosen.value);
  const of = { id: document.id, part: position };
  const options = document.parts.map((part) => ({
    value: `${part.position}`,
    label: `${part.number ?? w.noNumber} ${part.title ?? ''}`.slice(0, 120),
  }));
  return (
    <>
      <Facts document={document} position={position} />
      {document.parts.length > 1 && (
        <Choice
          label={`${w.part} (${document.parts.length})`}
          value={chosen}
          options={[...options, { value: '', label: w.whole }]}
        />
      )}
      <nav class="views views-scroll" aria-label={document.title}>
        {VIEWS.map((one) => (
          <a
            key={one}
            href={`#/documents/${document.id}?view=${one}${position === null ? '' : `&part=${position}`}`}
            aria-current={one === view ? 'page' : undefined}
          >
            {w.views[one]}
          </a>
        ))}
      </nav>
      <View key={`${view} ${chosen.value}`} view={view} of={of} document={document} again={again} />
    </>
  );
}

function View(of: { view: ViewName; of: Of; document: DocumentView; again: () => void }) {
  if (of.view === 'doubts') return <Doubts of={of.of} document={of.document} />;
  if (of.view === 'digest') return <DigestView of={of.of} document={of.document} />;
  if (of.view === 'programmes') return <Programmes of={of.of} />;
  if (of.view === 'script') return <ScriptView of={of.of} document={of.document} />;
  const parts = of.document.parts.filter(
    ({ position }) => of.of.part === null || position === of.of.part,
  );
  return (
    <>
      {parts.map((part) => (
        <PartStatus key={part.position} part={part} document={of.document} again={of.again} />
      ))}
    </>
  );
}

function Facts({ document, position }: { document: DocumentView; position: number | null }) {
  const w = words.value.documents;
  const [only] = document.parts;
  return (
    <div class="card">
      <p>
        {document.number ?? w.noNumber}
        {document.issuer && ` · ${document.issuer}`} · {w.container[document.container]}
      </p>
      {document.parts.length === 1 && only && (
        <p class="chips">
          <Standing part={{ standing: only.standing, confirmed: only.status !== null }} />
        </p>
      )}
      {document.ocr && <Notice tone="wait">{w.scanned(document.ocr.engine)}</Notice>}
      {document.notes.map((note) => (
        <Notice key={note.vi} tone="wait">
          {said(note)}
        </Notice>
      ))}
      <Signatures signatures={document.signatures} />
      <SimilarTo document={document} />
      <div class="actions">
        {holds('author') && (
          <a
            class="button"
            href={`#/say?document=${document.id}${position === null ? '' : `&part=${position}`}`}
          >
            {w.toBulletin}
          </a>
        )}
        {document.file && (
          <a class="button button-quiet" href={readingApi.fileUrl(document.id)} download>
            {w.download}
          </a>
        )}
      </div>
    </div>
  );
}
