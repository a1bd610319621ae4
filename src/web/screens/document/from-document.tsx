// A bulletin begun from a document already taken in: how it reads, then its sound.
// It must never know how a bulletin is written by hand (compose.tsx).
import { useSignal } from '@preact/signals';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Script } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { MakeSound, type ToMake } from '../make-sound.tsx';

export function FromDocument({ of }: { of: Of }) {
  const ask = useAsk({ ask: () => both(of), key: `${of.id} ${of.part}`, on: ['document'] });
  return (
    <Shown ask={ask}>
      {([document, script]) => <Make document={document} part={of.part} script={script} />}
    </Shown>
  );
}

const both = (of: Of): Promise<[DocumentView, Script]> =>
  Promise.all([readingApi.document(of.id), readingApi.script(of, 0)]);

type Props = { document: DocumentView; part: number | null; script: Script };

function Make({ document, part, script }: Props) {
  const inside = document.parts.find(({ position }) => position === part) ?? document;
  const areaId = useSignal(document.tenantId);
  const title = useSignal(inside.title ?? document.title);
  const w = words.value.doubts;
  const from: ToMake = {
    documentId: document.id,
    part,
    reading: {
      title: inside.title,
      number: inside.number,
      issuer: document.issuer,
      sentences: script.total,
      spoken: script.sentences.map((sentence) => sentence.words),
      estimatedSeconds: script.estimatedSeconds,
      doubts: script.doubts.open.map(({ from: place, source, reason }) => ({
        place,
        text: source,
        reason: w.reasons[reason] ?? reason,
      })),
    },
  };
  return (
    <MakeSound draft={{ areaId, title }} from={from} back={() => go(`/documents/${document.id}`)} />
  );
}
