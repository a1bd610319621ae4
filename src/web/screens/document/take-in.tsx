// Takes a file or a pasted text in: chosen, sent, how far the service is, and a way to stop.
// It must never know how a file is opened.
import { type Signal, useSignal } from '@preact/signals';
import { figure } from '../../format.ts';
import { sent, useKept } from '../../kept.ts';
import { live, progress } from '../../live.ts';
import { Act } from '../../parts/act.tsx';
import { Choice, LongField } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { Failure, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import type { Places } from '../../places.ts';
import { tenantsHeld } from '../../places-held.ts';
import { readingApi } from '../../reading-api.ts';
import { go } from '../../router.ts';
import { ApiFailure } from '../../send.ts';
import { words } from '../../words.ts';

type Taking = { takeId: string; abort: AbortController };

/** What was too long to be taken in, and what stood in the field then: written on, it is past. */
type Pasted = { chars: number; into: string };

type Props = {
  places: Places;
  /** a file let go over the page */
  dropped?: Signal<File | null>;
  /** where to go with the document; left out: to its page */
  then?: (documentId: string) => void;
};

export function TakeIn({ places, dropped, then = open }: Props) {
  const tenants = tenantsHeld(places.areas, 'author');
  const areaId = useSignal(tenants[0]?.id ?? '');
  const own = useSignal<File | null>(null);
  const file = dropped ?? own;
  const text = useKept('take.text');
  const taking = useSignal<Taking | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const pasted = useSignal<Pasted | null>(null);
  const w = words.value;
  const take = () =>
    takeOne({ areaId: areaId.value, content: file.value ?? text.value, taking, failure, then });
  const refused = refusalOf(file.value, text.value);
  const admits = (more: string) => {
    pasted.value = more.length > TEXT_MAX_CHARS ? { chars: more.length, into: text.value } : null;
    return pasted.value === null;
  };
  return (
    <Section title={w.documents.take}>
      <div class="card">
        <p class="hint">{w.documents.takeHint}</p>
        {tenants.length > 1 && (
          <Choice
            label={w.say.tenant}
            value={areaId}
            options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FileField label={w.documents.file} file={file} />
        {file.value === null && (
          <LongField label={w.documents.paste} value={text} rows={4} admits={admits} />
        )}
        {refused !== null && <Notice tone="bad">{refused}</Notice>}
        {pasted.value?.into === text.value && file.value === null && (
          <Notice tone="bad">{w.editor.tooLong(figure(pasted.value.chars))}</Notice>
        )}
        {failure.value && <Failure failure={failure.value} />}
        {taking.value === null ? (
          <button
            type="button"
            class="button button-main"
            disabled={refused !== null || (file.value === null && text.value.trim() === '')}
            onClick={take}
          >
            {w.documents.act}
          </button>
        ) : (
          <UnderWay taking={taking.value} />
        )}
      </div>
    </Section>
  );
}

const open = (documentId: string) => go(`/documents/${documentId}`);

/** As the service refuses them: said before a phone has sent 25 MB for nothing. */
const FILE_MAX_BYTES = 25 * 1024 ** 2;
const TEXT_MAX_CHARS = 500_000;

function refusalOf(file: File | null, text: string): string | null {
  const w = words.value.editor;
  if (file === null) return text.length > TEXT_MAX_CHARS ? w.tooLong(figure(text.length)) : null;
  if (/^(?:video|audio)\//.test(file.type)) return w.notText(file.name);
  return file.size > FILE_MAX_BYTES ? w.tooBig(file.name) : null;
}

async function takeOne(of: {
  areaId: string;
  content: File | string;
  taking: Signal<Taking | null>;
  failure: Signal<ApiFailure | null>;
  then: (documentId: string) => void;
}): Promise<void> {
  const now = { takeId: newTakeId(), abort: new AbortController() };
  of.taking.value = now;
  of.failure.value = null;
  try {
    const { document } = await readingApi.take({
      areaId: of.areaId,
      takeId: now.takeId,
      content: of.content,
      signal: now.abort.signal,
    });
    sent('take.text');
    of.then(document.id);
  } catch (reason) {
    if (!(reason instanceof ApiFailure)) throw reason;
    if (!now.abort.signal.aborted) of.failure.value = reason;
  } finally {
    of.taking.value = null;
  }
}

/** Only to tell this page's own progress from another's; randomUUID wants a secure context. */
function newTakeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function UnderWay({ taking }: { taking: Taking }) {
  const w = words.value;
  const at = live.value === 'on' ? progress.value[taking.takeId] : undefined;
  const step = w.documents.steps[String(at?.step)] ?? w.common.working;
  const [done, total] = [Number(at?.done ?? 0), Number(at?.total ?? 0)];
  return (
    <div aria-live="polite" class="reading">
      <p>
        {step}
        {total > 1 && ` ${w.documents.stepOf(done, total)}`}
      </p>
      {total > 0 ? (
        <progress value={done} max={total} aria-label={step} />
      ) : (
        <progress aria-label={step} />
      )}
      <Act act={async () => taking.abort.abort()}>{w.documents.stop}</Act>
    </div>
  );
}
