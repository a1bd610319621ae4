// The voices of one language from first to last, moved up and down with buttons: by finger, mouse or keyboard.
// It must never send anything.
import { type Signal, useSignal } from '@preact/signals';
import type { Voice, VoicesView } from '../../../http/schemas/voice.ts';
import { when } from '../../format.ts';
import { Choice } from '../../parts/field.tsx';
import { said, words } from '../../words.ts';
import { nameOf } from './voice-names.ts';

type Props = {
  steps: Signal<readonly string[]>;
  view: VoicesView;
  language: string;
  fixed?: boolean;
};

export function VoiceSteps({ steps, view, language, fixed = false }: Props) {
  const w = words.value.voices;
  const told = useSignal('');
  const up = (at: number) => {
    const order = [...steps.value];
    const [moved] = order.splice(at, 1);
    if (moved === undefined) return;
    order.splice(at - 1, 0, moved);
    steps.value = order;
    told.value = w.moved(nameOf(view, moved), at);
  };
  return (
    <>
      <ol class="voice-steps" aria-label={w.order}>
        {steps.value.map((id, at) => (
          <li key={id} class="voice-step">
            <Facts voice={view.voices.find((one) => one.id === id)} name={nameOf(view, id)} />
            {!fixed && (
              <div class="voice-moves">
                <button
                  type="button"
                  class="button"
                  disabled={at === 0}
                  aria-label={w.up(nameOf(view, id))}
                  onClick={() => up(at)}
                >
                  {w.upShort}
                </button>
                <button
                  type="button"
                  class="button"
                  disabled={at === steps.value.length - 1}
                  aria-label={w.down(nameOf(view, id))}
                  onClick={() => up(at + 1)}
                >
                  {w.downShort}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {told.value}
      </p>
      {!fixed && <AnotherFirst steps={steps} view={view} language={language} />}
    </>
  );
}

function Facts({ voice, name }: { voice: Voice | undefined; name: string }) {
  const w = words.value.voices;
  if (voice === undefined) return <strong>{name}</strong>;
  return (
    <div class="voice-facts">
      <strong>{name}</strong> <span class="chip">{w.place[voice.place]}</span>
      {voice.second !== null && <small>{w.second(voice.second)}</small>}
      {voice.licence !== '' && <small>{w.licence(voice.licence)}</small>}
      {voice.source !== '' && <small>{w.source(voice.source)}</small>}
      {voice.rests !== null && voice.restsBecause !== null && (
        <small class="voice-rests">
          {voice.rests.untilMs === null
            ? w.rests(said(voice.restsBecause))
            : w.restsUntil(said(voice.restsBecause), when(voice.rests.untilMs))}
        </small>
      )}
    </div>
  );
}

/** One voice of each engine stands on the ladder; any other is put at its head. */
function AnotherFirst({ steps, view, language }: Omit<Props, 'fixed'>) {
  const w = words.value.voices;
  const chosen = useSignal('');
  const mayLeave = view.cloud.standing === 'allowed';
  const others = view.voices.filter(
    (voice) =>
      voice.language === language &&
      !steps.value.includes(voice.id) &&
      (voice.place === 'here' || mayLeave),
  );
  if (others.length === 0) return null;
  const add = (id: string) => {
    if (id === '') return;
    const group = view.voices.find((voice) => voice.id === id)?.group;
    const kept = steps.value.filter(
      (one) => view.voices.find((voice) => voice.id === one)?.group !== group,
    );
    steps.value = [id, ...kept];
    chosen.value = '';
  };
  return (
    <Choice
      label={w.add}
      value={chosen}
      changed={add}
      options={[
        { value: '', label: w.addNone },
        ...others.map(({ id }) => ({ value: id, label: nameOf(view, id) })),
      ]}
    />
  );
}
