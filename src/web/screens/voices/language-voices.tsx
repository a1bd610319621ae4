// One language: its ladder in words and as a list that can be put in another order, pace, profile, a sentence to hear.
// It must never keep an order of its own once it is saved.
import { type Signal, useSignal } from '@preact/signals';
import type { VoiceChoice, VoicesView } from '../../../http/schemas/voice.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { voicesApi } from '../../voices-api.ts';
import { words } from '../../words.ts';
import { ListenTo } from './listen-to.tsx';
import { nameOf } from './voice-names.ts';
import { VoiceSteps } from './voice-steps.tsx';

type Props = { choice: VoiceChoice; view: VoicesView; again: () => void };
type Profile = VoiceChoice['profile'];
export type Draft = {
  steps: Signal<readonly string[]>;
  pace: Signal<string>;
  profile: Signal<string>;
};

export function LanguageVoices({ choice, view, again }: Props) {
  const w = words.value.voices;
  const draft: Draft = {
    steps: useSignal<readonly string[]>(choice.steps),
    pace: useSignal(choice.own?.pace == null ? '' : `${choice.own.pace}`),
    profile: useSignal<string>(choice.own?.profile ?? ''),
  };
  const saved = useSignal(false);
  const [first, ...rest] = draft.steps.value.map((id) => nameOf(view, id));
  const of = { areaId: view.areaId, language: choice.language.code };
  const save = async () => {
    await voicesApi.choose({ ...of, ...wishOf(choice, draft) });
    saved.value = true;
    again();
  };
  const drop = async () => {
    await voicesApi.choose({ ...of, steps: [], pace: null, profile: null });
    again();
  };
  return (
    <div class="card">
      {first === undefined ? (
        <Notice tone="wait">
          {choice.none === null ? w.none['no-voice'] : w.none[choice.none]}
        </Notice>
      ) : (
        <p>
          <strong>
            {rest.length === 0 ? w.alone(first) : w.fallThen(first, rest.reduce(w.thenNext))}
          </strong>{' '}
          {w.from[choice.from.steps]}
        </p>
      )}
      {view.mayChoose ? (
        <Form act={save} label={w.save}>
          <VoiceSteps steps={draft.steps} view={view} language={choice.language.code} />
          <div class="voice-fields">
            <Field label={w.pace} hint={w.paceHint(choice.pace)} type="number" value={draft.pace} />
            <Choice
              label={w.profile}
              value={draft.profile}
              options={PROFILES.map((value) => ({ value, label: w.profiles[value] }))}
            />
          </div>
          <p class="hint">{w.profileNow(w.profiles[choice.profile])}</p>
          {saved.value && <Notice tone="good">{w.saved}</Notice>}
        </Form>
      ) : (
        <VoiceSteps steps={draft.steps} view={view} language={choice.language.code} fixed />
      )}
      {view.mayChoose && choice.own !== null && (
        <Act kind="quiet" act={drop}>
          {w.back}
        </Act>
      )}
      <ListenTo of={of} trying={() => (view.mayChoose ? wishOf(choice, draft) : null)} />
    </div>
  );
}

const PROFILES = ['', 'horn', 'indoor', 'flat'] as const;

/** An order nobody touched is not chosen: it goes on coming from above. */
function wishOf(choice: VoiceChoice, draft: Draft) {
  const steps = [...draft.steps.value];
  const untouched = choice.own === null || choice.own.steps.length === 0;
  const same = JSON.stringify(steps) === JSON.stringify(choice.steps);
  return {
    steps: untouched && same ? [] : steps,
    pace: draft.pace.value.trim() === '' ? null : Math.round(Number(draft.pace.value)),
    profile: (draft.profile.value || null) as Profile | null,
  };
}
