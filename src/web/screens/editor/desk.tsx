// Source and script side by side: ticked on the left, heard on the right; on a phone one after the other.
// It must never know how a text is composed or read.
import { useSignal } from '@preact/signals';
import type { ClauseList, CompositionWish } from '../../../http/schemas/composition.ts';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { useAsk } from '../../ask.ts';
import { editorApi } from '../../editor-api.ts';
import { Failure } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Warnings } from '../../parts/warnings.tsx';
import type { Of } from '../../reading-api.ts';
import { words } from '../../words.ts';
import { Bar } from './bar.tsx';
import { Clauses } from './clause-list.tsx';
import { type Draft, useDraft } from './draft.ts';
import { scrollToLit, useLit } from './lit.ts';
import { ScriptSide } from './script-side.tsx';
import { type Side, Tabs } from './tabs.tsx';
import { usePreview } from './use-preview.ts';

export function Desk({ document, of }: { document: DocumentView; of: Of }) {
  const key = `${of.id} ${of.part}`;
  const ask = useAsk({ ask: () => editorApi.clauses(of.id, of.part), key, on: ['document'] });
  return <Shown ask={ask}>{(list) => <Sides list={list} document={document} of={of} />}</Shown>;
}

function Sides({ list, document, of }: { list: ClauseList; document: DocumentView; of: Of }) {
  const draft = useDraft(of.id, of.part);
  const side = useSignal<Side>('source');
  const lit = useLit((pressed, span) => {
    if (span === null) return;
    side.value = pressed === 'source' ? 'script' : 'source';
    scrollToLit(side.value);
  });
  const preview = usePreview(wishOf(list, draft, of));
  const { answer, failure } = preview;
  const w = words.value.editor;
  return (
    <>
      <Warnings warnings={list.warnings} />
      <Tabs side={side} names={{ source: w.pick, script: `${w.script} (${draft.picks.size})` }} />
      <div class={`editor editor-${side.value}`}>
        <Clauses
          list={list}
          text={document.text}
          draft={draft}
          lines={answer.value?.lines ?? []}
          lit={lit}
        />
        <div class="editor-side" data-at="script">
          {failure.value && <Failure failure={failure.value} />}
          <ScriptSide draft={draft} preview={preview} document={document} lit={lit} />
        </div>
      </div>
      <Bar list={list} draft={draft} preview={preview} document={document} of={of} />
    </>
  );
}

/** Only what still is a clause: another reading may have moved its places. */
function wishOf(list: ClauseList, draft: Draft, of: Of): CompositionWish | null {
  const picks = list.clauses.flatMap(({ id }) => (draft.picks.has(id) ? [id] : []));
  if (picks.length === 0) return null;
  const text = draft.text.value;
  return {
    ...{ documentId: of.id, part: of.part, picks, genre: draft.genre },
    ...(text === '' ? {} : { text }),
  };
}
