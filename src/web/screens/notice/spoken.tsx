// What the loudspeaker will say, how long it takes, until when it holds, and whether it looks personal.
// It must never read a text itself.
import type { Preview, Template } from '../../../http/schemas/notice.ts';
import { length, when } from '../../format.ts';
import { words } from '../../words.ts';
import type { Draft } from './draft.ts';

type Props = { preview: Preview; repeats: number; draft: Draft; template: Template };

export function Spoken({ preview, repeats, draft, template }: Props) {
  const w = words.value.notice;
  const { spoken, text, seconds, expiresAtMs } = preview;
  return (
    <div class="spoken" aria-live="polite">
      <h3>{spoken.length > 0 ? w.willSay : w.willWrite}</h3>
      <blockquote>{spoken.length > 0 ? spoken.join(' ') : text}</blockquote>
      <p class="hint">
        {w.length(length(seconds), repeats)} · {w.until(when(expiresAtMs))}
      </p>
      {preview.doubts.map(({ text: doubt, reason }) => (
        <p key={doubt} class="hint">
          <mark>{doubt}</mark> {reason}
        </p>
      ))}
      <Personal preview={preview} draft={draft} always={template.personalData} />
    </div>
  );
}

/** Proposed, and a person's to say (Luật 91/2025/QH15); where the template says so it stands. */
function Personal(of: { preview: Preview; draft: Draft; always: boolean }) {
  const w = words.value.notice;
  if (of.always) return <p class="hint">{w.personalAlways}</p>;
  if (of.preview.personal.length === 0) return null;
  const { personal } = of.draft.is.value;
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={personal}
        onChange={() => of.draft.set({ personal: !personal })}
      />
      <span>
        {w.personal}
        <small>{of.preview.personal.map(({ text }) => text).join(', ')}</small>
      </span>
    </label>
  );
}
