// A frame tried with values of one's own: joined and heard at once, or told what is missing.
// It must never keep the sound.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FrameView, Saying } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

export function TryOut({ frame, areaId }: { frame: FrameView; areaId: string }) {
  const w = words.value.frames;
  const values = useSignal<Record<string, string>>({});
  const saying = useSignal<Saying | null>(null);
  const heard = useSignal<string | null>(null);
  const forget = () => {
    if (heard.value) URL.revokeObjectURL(heard.value);
    heard.value = null;
  };
  useEffect(() => forget, []);
  const act = async () => {
    forget();
    const now = { ...values.value };
    saying.value = await framesApi.say(frame.id, areaId, now);
    const { problems, missing } = saying.value;
    if (problems.length > 0 || missing.some(({ why }) => why === 'not-recorded')) return;
    const { sound } = await framesApi.tryOut(frame.id, areaId, now);
    heard.value = URL.createObjectURL(sound);
  };
  const make = async () => {
    const made = await framesApi.make(frame.id, areaId, { ...values.value });
    go(`/say/${made.id}`);
  };
  const lacking = saying.value?.missing.filter(({ why }) => why === 'not-recorded') ?? [];
  return (
    <div class="card">
      <Form act={act} label={w.tryAct}>
        {frame.slots.map((slot) => (
          <div class="field" key={slot.name}>
            <label for={`try-${slot.name}`}>{slot.label}</label>
            {slot.kind === 'hour' && <p class="hint">{w.hourHint}</p>}
            {slot.kind === 'date' && <p class="hint">{w.dateHint}</p>}
            <input
              id={`try-${slot.name}`}
              maxLength={60}
              value={values.value[slot.name] ?? ''}
              onInput={(event) => {
                values.value = { ...values.value, [slot.name]: event.currentTarget.value };
              }}
            />
          </div>
        ))}
      </Form>
      <div aria-live="polite">
        {saying.value && <blockquote class="spoken">{saying.value.text}</blockquote>}
        {saying.value && saying.value.problems.length > 0 && (
          <Notice tone="wait">{w.tryProblem}</Notice>
        )}
        {lacking.length > 0 && (
          <Notice tone="wait">
            {w.tryMissing(lacking.map(({ prompt }) => `“${prompt}”`).join(', '))}
          </Notice>
        )}
        {heard.value && (
          // biome-ignore lint/a11y/useMediaCaption: its words stand above it
          <audio controls src={heard.value} aria-label={saying.value?.text ?? w.tryOut} />
        )}
      </div>
      {saying.value?.canBeSaid && frame.readiness.orderConfirmed && holds('author', 'operator') && (
        <Act act={make}>{w.make}</Act>
      )}
    </div>
  );
}
