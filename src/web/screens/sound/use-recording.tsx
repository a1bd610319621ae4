// A person's recording in the place of the voice: recorded here or chosen, with who speaks and how they agreed.
// It must never decide whether a recording is good: the service hears it and says.
import { useSignal } from '@preact/signals';
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import { when } from '../../format.ts';
import { sent, useKept } from '../../kept.ts';
import { progress } from '../../live.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { holds } from '../../session.ts';
import { soundApi } from '../../sound-api.ts';
import { words } from '../../words.ts';
import { type Chosen, SoundChoice } from './sound-choice.tsx';

type Props = { view: BulletinView; again: () => void };

export function UseRecording({ view, again }: Props) {
  const { bulletin, recording } = view;
  const w = words.value.recording;
  if (!holds('author') || bulletin.drill) return recording && <Whose view={view} />;
  return (
    <>
      {recording !== null && <Whose view={view} />}
      {recording !== null && (
        <Confirm
          quiet
          label={w.back}
          title={w.backSure}
          ask={w.backAsk}
          act={() => soundApi.backToVoice(bulletin.id).then(again)}
        />
      )}
      <details class="fold">
        <summary>{w.title}</summary>
        <NewRecording id={bulletin.id} again={again} />
      </details>
    </>
  );
}

function Whose({ view: { recording } }: Pick<Props, 'view'>) {
  const w = words.value.recording;
  if (recording === null) return null;
  return (
    <div class="card">
      <p>{w.by(recording.speakerName, when(recording.madeAtMs))}</p>
      <p class="hint">{w.consentBy(recording.consentNote, recording.byName)}</p>
      <p class="hint">{w.whenEdited}</p>
    </div>
  );
}

function NewRecording({ id, again }: { id: string; again: () => void }) {
  const kept = `recording.${id}`;
  const speaker = useKept(`${kept}.speaker`);
  const note = useKept(`${kept}.note`);
  const agreed = useKept(`${kept}.agreed`);
  const chosen = useSignal<Chosen | null>(null);
  const sending = useSignal(false);
  const w = words.value.recording;
  const isWhole = chosen.value !== null && speaker.value.trim() !== '' && note.value.trim() !== '';
  const act = async () => {
    if (chosen.value === null) return;
    sending.value = true;
    const said = { speakerName: speaker.value.trim(), consentNote: note.value.trim() };
    try {
      await soundApi.useRecording(id, { file: chosen.value.file, ...said });
    } finally {
      sending.value = false;
    }
    chosen.value = null;
    for (const one of [speaker, note, agreed]) one.value = '';
    sent(`${kept}.speaker`, `${kept}.note`, `${kept}.agreed`);
    again();
  };
  return (
    <Form act={act} label={w.send} disabled={!isWhole || agreed.value !== 'yes'}>
      <p class="hint">{w.intro}</p>
      <SoundChoice chosen={chosen} />
      <Field label={w.speaker} value={speaker} autocomplete="off" />
      <Field label={w.consentNote} hint={w.consentNoteHint} value={note} autocomplete="off" />
      <label class="pick">
        <input
          type="checkbox"
          checked={agreed.value === 'yes'}
          onChange={() => {
            agreed.value = agreed.value === 'yes' ? '' : 'yes';
          }}
        />
        <span>{w.consent}</span>
      </label>
      {!(isWhole && agreed.value === 'yes') && <p class="hint">{w.missing}</p>}
      {sending.value && <Sending id={id} />}
    </Form>
  );
}

function Sending({ id }: { id: string }) {
  const w = words.value.recording;
  const at = progress.value[id];
  const [done, total] = [Number(at?.done ?? 0), Number(at?.total ?? 0)];
  return (
    <div aria-live="polite">
      <p>{w.sending}</p>
      {total > 0 && at?.step === 'mastering' ? (
        <progress value={done} max={total} aria-label={w.sending} />
      ) : (
        <progress aria-label={w.sending} />
      )}
    </div>
  );
}
