// How loud a site is: a slider, said in per cent, saved when asked.
// It must never be thought to bind an emergency: that one comes at its own volume.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { figure } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Section } from '../../parts/page.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import type { Part } from './one-speaker.tsx';

export function Volume({ detail: { speaker }, changed }: Part) {
  const w = words.value.pole;
  const id = useId();
  const next = useSignal<number | null>(null);
  const saved = useSignal(false);
  const percent = next.value ?? speaker.volumePercent;
  const save = async () => {
    await poleApi.change(speaker.site.id, { volumePercent: percent });
    next.value = null;
    saved.value = true;
    changed();
  };
  return (
    <Section title={w.volume}>
      <div class="card">
        <div class="field">
          <label for={id}>{w.volumeIs(w.percent(figure(percent)))}</label>
          <input
            id={id}
            type="range"
            min={10}
            max={100}
            step={5}
            value={percent}
            aria-valuetext={w.percent(figure(percent))}
            onInput={(event) => {
              next.value = Number(event.currentTarget.value);
              saved.value = false;
            }}
          />
          <p class="hint">{w.volumeHint}</p>
        </div>
        <div class="actions">
          <Act kind="main" disabled={percent === speaker.volumePercent} act={save}>
            {w.volumeSave}
          </Act>
          <span role="status">{saved.value ? words.value.common.saved : ''}</span>
        </div>
      </div>
    </Section>
  );
}
