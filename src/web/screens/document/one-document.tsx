// One document: what it is, who signed it, what it resembles, and the views of how it is read.
// It must never know what a view shows.
import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Status } from '../../../http/schemas/part.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Warning, Warnings } from '../../parts/warnings.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { inBoth, said, type Words, words } from '../../words.ts';
import { DigestView } from './digest-view.tsx';
import { Standing } from './documents.tsx';
import { Doubts } from './doubts.tsx';
import { HeardOf } from './heard-of.tsx';
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
      <Warnings warnings={warningsOf(document, position)} spoken={false} />
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

/** Every page of a document says what it is, not only the one on its status. */
function warningsOf(document: DocumentView, position: number | null): Warning[] {
  return document.parts
    .filter((part) => position === null || part.position === position)
    .flatMap(({ standing, lapsed, number, status, proposed }) => {
      if (standing === null || standing === 'in-force') return [];
      const code = standing === 'draft' && lapsed ? 'comments-over' : standing;
      return [{ code, number, say: sayOf(status ?? proposed) }];
    });
}

/** The day that matters, in both languages at once: whoever shows it chooses. */
function sayOf(status: Status | null): Warning['say'] {
  const day = status?.commentUntil ?? status?.endedOn ?? status?.inForceFrom ?? null;
  const written = day === null ? '' : day.split('-').reverse().join('/');
  const name = status?.commentUntil ? 'commentUntil' : status?.endedOn ? 'endedOn' : 'inForceFrom';
  const of = (w: Words) => (written === '' ? '' : `${w.status[name]} ${written}`);
  return inBoth(of);
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
        <Fragment key={part.position}>
          <PartStatus part={part} document={of.document} again={of.again} />
          <HeardOf documentId={of.document.id} position={part.position} />
        </Fragment>
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
            class="button button-main"
            href={`#/editor?document=${document.id}${position === null ? '' : `&part=${position}`}`}
          >
            {words.value.editor.open}
          </a>
        )}
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
