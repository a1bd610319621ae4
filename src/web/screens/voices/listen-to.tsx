// A sentence typed and heard before a choice is kept, unsaved changes included.
// It must never keep what was heard.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ListenWish } from '../../../http/schemas/voice.ts';
import { Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { voicesApi } from '../../voices-api.ts';
import { words } from '../../words.ts';

type Props = {
  of: { areaId: string; language: string };
  trying: () => NonNullable<ListenWish['trying']> | null;
};

export function ListenTo({ of, trying }: Props) {
  const w = words.value.voices;
  const text = useSignal(of.language === 'vie' ? w.usual : '');
  const heard = useSignal<{ url: string; by: string } | null>(null);
  const working = useSignal(false);
  const gone = useSignal(new AbortController());
  const forget = () => {
    if (heard.value !== null) URL.revokeObjectURL(heard.value.url);
    heard.value = null;
  };
  useEffect(
    () => () => {
      gone.peek().abort();
      forget();
    },
    [],
  );
  const listen = async () => {
    forget();
    working.value = true;
    const tried = trying();
    const wish = { ...of, text: text.value.trim(), ...(tried && { trying: tried }) };
    try {
      const { sound, by } = await voicesApi.listen(wish, gone.value.signal);
      heard.value = { url: URL.createObjectURL(sound), by };
    } finally {
      working.value = false;
    }
  };
  const fits = text.value.trim() !== '' && text.value.length <= 200;
  return (
    <details class="fold">
      <summary>{w.listen}</summary>
      <Form act={listen} label={w.listen} disabled={!fits}>
        <Field label={w.sentence} hint={w.sentenceHint} value={text} />
        {working.value && (
          <div role="status">
            <p>{w.listening}</p>
            <progress aria-label={w.listening} />
          </div>
        )}
        {heard.value !== null && (
          <div role="status">
            {/* biome-ignore lint/a11y/useMediaCaption: the sentence stands above it as text */}
            <audio controls autoplay src={heard.value.url} aria-label={w.sound} />
            <p class="hint">{w.heard(heard.value.by)}</p>
          </div>
        )}
      </Form>
    </details>
  );
}
