// Where an editor begins: a file dropped or chosen, a text pasted, or a document taken in before.
// It must never know how a file is opened.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { readingApi } from '../../reading-api.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { TakeIn } from '../document/take-in.tsx';

/** As many as a person looks through; the rest stands under documents. */
const RECENT = 8;

export function Begin() {
  const w = words.value;
  const places = usePlaces();
  const dropped = useSignal<File | null>(null);
  const documents = useAsk({ ask: () => readingApi.documents(null), on: ['document'] });
  return (
    <Page title={w.editor.title} back="#/documents">
      <DropZone drop={(file) => (dropped.value = file)}>
        <p class="hint">{w.editor.begin}</p>
        <Shown ask={places}>
          {(known) => (
            <TakeIn places={known} dropped={dropped} then={(id) => go(`/editor?document=${id}`)} />
          )}
        </Shown>
      </DropZone>
      <Section title={w.editor.recent}>
        <Shown ask={documents}>
          {(list) => (
            <ul class="rows">
              {list.documents.slice(0, RECENT).map((one) => (
                <li key={one.id}>
                  <a class="row" href={`#/editor?document=${one.id}`}>
                    <strong>{one.title}</strong>
                    <small>
                      {one.number ?? w.documents.noNumber} · {when(one.createdAtMs)}
                    </small>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </Section>
    </Page>
  );
}

/** A file let go anywhere above the field is meant for it, and must not open in the browser instead. */
function DropZone(of: { drop: (file: File) => void; children: ComponentChildren }) {
  const over = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      class={over.value ? 'drop drop-over' : 'drop'}
      data-says={words.value.editor.drop}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        const file = event.dataTransfer?.files[0];
        if (file) of.drop(file);
      }}
    >
      {of.children}
    </div>
  );
}
