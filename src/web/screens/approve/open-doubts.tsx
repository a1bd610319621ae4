// The places of a bulletin whose reading is not certain, each with what the sound says there meanwhile.
// It must never settle one: that is its writer's, and would be another sound.
import type { BulletinScript, SpokenDoubt } from '../../../http/schemas/composition.ts';
import { useAsk } from '../../ask.ts';
import { editorApi } from '../../editor-api.ts';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';

/** @param doubts as many as were open when the sound was made */
export function OpenDoubts({ id, doubts }: { id: string; doubts: number }) {
  const w = words.value.approve;
  const ask = useAsk({ ask: () => editorApi.script(id), key: id });
  const listed = ask.answer.value?.doubts.length ?? 0;
  // a way of reading that changed since may leave more, or fewer, than the sound was made with
  if (listed === 0 && doubts === 0) return null;
  return (
    <Notice tone="wait">
      <strong>
        {w.doubts}: {listed || doubts}
      </strong>
      <p>{w.doubtsHint}</p>
      <Shown ask={ask}>{(script) => <List script={script} />}</Shown>
    </Notice>
  );
}

function List({ script: { doubts, lines } }: { script: BulletinScript }) {
  return (
    <ul class="open-doubts">
      {doubts.map((doubt, at) => (
        <One key={at} doubt={doubt} sentence={sentenceOf(lines, doubt)} />
      ))}
    </ul>
  );
}

function One({ doubt, sentence }: { doubt: SpokenDoubt; sentence: string | null }) {
  const w = words.value;
  const { written, suggestion, reason } = doubt;
  return (
    <li>
      <p>
        <mark>{written.trim() === '' ? '␣' : written}</mark> →{' '}
        {suggestion === '' ? w.doubts.silent : <strong>{suggestion}</strong>}
      </p>
      <small>{w.doubts.reasons[reason] ?? reason}</small>
      {sentence !== null && (
        <p class="hint">
          {w.approve.doubtIn} <q>{sentence}</q>
        </p>
      )}
    </li>
  );
}

/** A sentence begins with a capital letter, a suggestion does not. */
const lower = (written: string): string => written.toLocaleLowerCase('vi');

/** As much as says which sentence it is. */
const SENTENCE_CHARS = 160;

/** Where it stands: the sentence that says it now. A place of the document is the surer way to find it. */
function sentenceOf(lines: BulletinScript['lines'], { source, suggestion }: SpokenDoubt) {
  const found =
    lines.find(({ trace }) =>
      trace.some(
        (one) =>
          source !== null &&
          one.source !== null &&
          one.source.from < source.to &&
          one.source.to > source.from,
      ),
    ) ?? lines.find((line) => suggestion !== '' && lower(line.words).includes(lower(suggestion)));
  if (found === undefined) return null;
  const { words: said } = found;
  return said.length <= SENTENCE_CHARS ? said : `${said.slice(0, SENTENCE_CHARS)}…`;
}
