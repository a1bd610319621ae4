// The mark that a bulletin holds somebody's personal facts: proposed by what was found, set by a person.
// It must never decide: whoever writes may know that a found number is an office's, or that a nameless story is not.
import type { Signal } from '@preact/signals';
import { words } from '../words.ts';

type Hint = { kind: string; at: number; length: number };
/** '' until a person has said: then what was found is followed. */
export type PersonalSaid = Signal<string>;

export const isPersonal = (said: PersonalSaid, hints: readonly Hint[]): boolean =>
  said.value === '' ? hints.length > 0 : said.value === 'yes';

/** More are as good as these: one is reason enough. */
const SHOWN = 5;

export function PersonalBox(of: { said: PersonalSaid; text: string; hints: readonly Hint[] }) {
  const w = words.value.editor;
  const { said, text, hints } = of;
  const shown = hints.slice(0, SHOWN);
  return (
    <div class="personal">
      <label class="pick">
        <input
          type="checkbox"
          checked={isPersonal(said, hints)}
          onChange={(event) => (said.value = event.currentTarget.checked ? 'yes' : 'no')}
        />
        <span>
          {w.personalMark}
          <small>{w.personalHint}</small>
        </span>
      </label>
      {hints.length > 0 && (
        <p class="hint" role="status">
          {w.personal(hints.length)}{' '}
          {shown.map(({ kind, at, length }) => (
            <span key={at}>
              {w.personalKinds[kind] ?? kind}: <mark>{text.slice(at, at + length)}</mark>{' '}
            </span>
          ))}
          {hints.length > shown.length && '…'}
        </p>
      )}
    </div>
  );
}
