// The bulletin that comes of what is ticked: its title, what is open in it, its words or its text to change.
// It must never know how it is composed.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Composition } from '../../../http/schemas/composition.ts';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { Field, LongField } from '../../parts/field.tsx';
import { Empty, Loading, Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';
import { DoubtCards } from './doubt-cards.tsx';
import type { Draft } from './draft.ts';
import type { Lit } from './lit.ts';
import { ScriptLines } from './script-lines.tsx';
import type { Preview } from './use-preview.ts';

type Props = { draft: Draft; preview: Preview; document: DocumentView; lit: Lit };

export function ScriptSide({ draft, preview, document, lit }: Props) {
  const w = words.value.editor;
  const found = preview.answer.value;
  return (
    <section aria-label={w.script} aria-busy={preview.asking.value}>
      <h2 class="editor-head">{w.script}</h2>
      {draft.picks.size === 0 ? (
        <Empty title={w.nothing} hint={w.nothingHint} />
      ) : found === null ? (
        !preview.failure.value && <Loading />
      ) : (
        <Found found={found} draft={draft} document={document} lit={lit} />
      )}
    </section>
  );
}

type FoundProps = Omit<Props, 'preview'> & { found: Composition };

function Found({ found, draft, document, lit }: FoundProps) {
  const w = words.value.editor;
  const editing = useSignal(draft.text.value !== '');
  return (
    <>
      <Title found={found} draft={draft} />
      {found.unwritten.length > 0 && (
        <Notice tone="wait">
          <p>
            {w.unwritten} <q>{placeOf(found)}</q>
          </p>
          {!editing.value && (
            <button type="button" class="button" onClick={() => (editing.value = true)}>
              {w.write}
            </button>
          )}
        </Notice>
      )}
      <DoubtCards doubts={found.doubts} document={document} />
      <div class="editor-tabs editor-tabs-always">
        {([false, true] as const).map((one) => (
          <button
            key={String(one)}
            type="button"
            class="editor-tab"
            aria-pressed={editing.value === one}
            onClick={() => (editing.value = one)}
          >
            {one ? w.edit : w.heard}
          </button>
        ))}
      </div>
      {draft.text.value !== '' && <Edited draft={draft} />}
      {editing.value ? (
        <Editing found={found} draft={draft} />
      ) : (
        <>
          <p class="hint">{w.press}</p>
          <ScriptLines lines={found.lines} lit={lit} />
        </>
      )}
    </>
  );
}

const placeOf = ({ text, unwritten }: Composition): string => {
  const [first] = unwritten;
  return first === undefined ? '' : text.slice(first.at, first.at + first.length);
};

/** As composed until a person writes another. */
function Title({ found, draft }: { found: Composition; draft: Draft }) {
  const shown = useSignal(draft.title.value || found.title);
  const composed = useRef(found.title);
  useEffect(() => {
    if (draft.title.value === '') shown.value = found.title;
    composed.current = found.title;
  }, [found.title]);
  useEffect(
    () =>
      shown.subscribe((title) => {
        draft.title.value = title === composed.current ? '' : title;
      }),
    [],
  );
  return <Field label={words.value.editor.heading} value={shown} autocomplete="off" />;
}

/** What the composer made is the start; the first changed letter makes it the person's. */
function Editing({ found, draft }: { found: Composition; draft: Draft }) {
  const w = words.value.editor;
  const shown = useSignal(draft.text.value || found.text);
  // once a person has written, a preview's text is theirs: what was composed is no longer known
  const composed = useRef(draft.text.value === '' ? found.text : null);
  useEffect(() => {
    if (draft.text.value !== '') return;
    composed.current = found.text;
    shown.value = found.text;
  }, [found.text, draft.text.value]);
  useEffect(
    () =>
      shown.subscribe((text) => {
        draft.text.value = text === composed.current ? '' : text;
      }),
    [],
  );
  return <LongField label={w.text} hint={w.textHint} value={shown} rows={16} />;
}

function Edited({ draft }: { draft: Draft }) {
  const w = words.value.editor;
  return (
    <Notice tone="wait">
      <p>{w.edited}</p>
      <button type="button" class="button" onClick={() => (draft.text.value = '')}>
        {w.again}
      </button>
    </Notice>
  );
}
