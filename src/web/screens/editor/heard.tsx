// The bulletin just made: heard with its words moving beside their source, then where and when, and sent.
// It must never decide what may happen next: the bulletin's state says.
import { useSignal } from '@preact/signals';
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { editorApi } from '../../editor-api.ts';
import { Life, StateChips } from '../../parts/life.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Player } from '../../parts/player.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Warnings } from '../../parts/warnings.tsx';
import { usePlaces } from '../../places.ts';
import type { Of } from '../../reading-api.ts';
import { words } from '../../words.ts';
import { SendForApproval } from '../send-for-approval.tsx';
import { Making } from '../sound/making.tsx';
import { scrollToLit, useLit } from './lit.ts';
import { ScriptLines } from './script-lines.tsx';
import { SourceText } from './source-text.tsx';
import { type Side, Tabs } from './tabs.tsx';

type Props = { document: DocumentView; of: Of; bulletinId: string };

export function Heard({ document, of, bulletinId }: Props) {
  const on = ['bulletin', 'schedule'] as const;
  const ask = useAsk({ ask: () => api.bulletin(bulletinId), key: bulletinId, on });
  return (
    <Shown ask={ask}>
      {(view) => <Body view={view} document={document} of={of} again={ask.again} />}
    </Shown>
  );
}

type BodyProps = { view: BulletinView; document: DocumentView; of: Of; again: () => void };

function Body({ view, document, of, again }: BodyProps) {
  const w = words.value;
  const places = usePlaces();
  const { bulletin, clip } = view;
  const part = of.part === null ? '' : `&part=${of.part}`;
  return (
    <>
      <Warnings warnings={view.warnings} />
      <div class="card">
        <p>
          <strong>{bulletin.title}</strong>
        </p>
        <StateChips bulletin={bulletin} />
        <Life state={bulletin.state} />
        <p role="status">{w.next[bulletin.state]}</p>
        {bulletin.stateReason !== null && <Notice tone="bad">{bulletin.stateReason}</Notice>}
        <div class="actions">
          <a class="button" href={`#/editor?document=${of.id}${part}`}>
            {w.editor.change}
          </a>
          <a class="button button-quiet" href={`#/say/${bulletin.id}`}>
            {w.editor.page}
          </a>
        </div>
      </div>
      {bulletin.state === 'making' && <Making id={bulletin.id} />}
      {clip !== null && (
        <Section title={w.editor.listen}>
          <Listening view={view} document={document} />
        </Section>
      )}
      {bulletin.state === 'ready' && (
        <Shown ask={places}>
          {(known) => <SendForApproval view={view} places={known} again={again} />}
        </Shown>
      )}
    </>
  );
}

function Listening({ view, document }: { view: BulletinView; document: DocumentView }) {
  const { bulletin, clip } = view;
  const current = useSignal(-1);
  const key = `${bulletin.id} ${bulletin.version}`;
  const ask = useAsk({ ask: () => editorApi.script(bulletin.id), key });
  const side = useSignal<Side>('script');
  const lit = useLit((pressed) => {
    side.value = pressed === 'source' ? 'script' : 'source';
    scrollToLit(side.value);
  });
  const w = words.value.editor;
  if (clip === null) return null;
  return (
    <>
      <div class="card">
        <Player clip={clip} withWords={false} onSentence={(index) => (current.value = index)} />
      </div>
      <Shown ask={ask}>
        {({ lines }) => (
          <>
            <Tabs side={side} names={{ source: w.source, script: w.script }} />
            <div class={`editor editor-both editor-${side.value}`}>
              <div class="editor-side" data-side="source">
                <SourceText text={document.text} lines={lines} lit={lit} />
              </div>
              <div class="editor-side" data-at="script">
                <ScriptLines lines={lines} lit={lit} current={current.value} />
              </div>
            </div>
          </>
        )}
      </Shown>
    </>
  );
}
