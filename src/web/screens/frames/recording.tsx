// A recording session on a phone: one prompt in large letters, record, listen, next; three presses of one button.
// It must never keep a sound, nor go on to a piece by itself before the last one was heard.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FramePiece } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
import { useKept } from '../../kept.ts';
import { Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { useMicrophone } from '../../parts/microphone.ts';
import { Failure, Notice } from '../../parts/notice.tsx';
import { ApiFailure } from '../../send.ts';
import { words } from '../../words.ts';
import type { FrameProps } from './one-frame.tsx';

export function Recording(of: FrameProps) {
  const session = useSignal<string | null>(null);
  if (session.value === null) return <Begin {...of} session={session} />;
  return <Piece {...of} session={session.value} />;
}

function Begin({ frame, areaId, session }: FrameProps & { session: Signal<string | null> }) {
  const w = words.value.frames;
  const speaker = useKept(`frame.${frame.id}.speaker`);
  const note = useKept(`frame.${frame.id}.note`);
  const agreed = useSignal(false);
  const act = async () => {
    const wish = { areaId, speakerName: speaker.value.trim(), consentNote: note.value.trim() };
    session.value = (await framesApi.begin(frame.id, wish)).id;
  };
  const isWhole = speaker.value.trim() !== '' && note.value.trim() !== '' && agreed.value;
  return (
    <div class="card">
      <Form act={act} label={w.begin} disabled={!isWhole}>
        <p class="hint">{w.recordHint}</p>
        <Field label={w.speaker} value={speaker} autocomplete="off" />
        <Field label={w.consentNote} value={note} autocomplete="off" />
        <label class="pick">
          <input
            type="checkbox"
            checked={agreed.value}
            onChange={() => (agreed.value = !agreed.value)}
          />
          <span>{w.consent}</span>
        </label>
      </Form>
    </div>
  );
}

/** A piece is a few words; the service takes thirty seconds. */
const PIECE_SECONDS = 25;

function Piece({ frame, areaId, again, session }: FrameProps & { session: string }) {
  const w = words.value.frames;
  const { pieces } = frame;
  const key = useSignal<string | null>(null);
  const passed = useSignal<ReadonlySet<string>>(new Set());
  const open = pieces.find((one) => one.state === 'missing' && !passed.value.has(one.key)) ?? null;
  const here = pieces.find((one) => one.key === key.value) ?? open;
  const working = useSignal(false);
  const failure = useSignal<ApiFailure | null>(null);
  const microphone = useMicrophone((sound) => void send(sound));
  const send = async (sound: Blob) => {
    if (!here) return;
    key.value = here.key;
    working.value = true;
    failure.value = null;
    try {
      await framesApi.record(session, here.key, sound);
      again();
    } catch (reason) {
      if (!(reason instanceof ApiFailure)) throw reason;
      failure.value = reason;
    } finally {
      working.value = false;
    }
  };
  const isOn = microphone.state === 'recording';
  useEffect(() => {
    if (isOn && microphone.seconds > PIECE_SECONDS) microphone.stop();
  }, [isOn, microphone.seconds]);
  const next = () => {
    if (here) passed.value = new Set([...passed.value, here.key]);
    key.value = null;
    failure.value = null;
  };
  const done = pieces.filter(({ state }) => state !== 'missing').length;
  if (!here) return <Notice tone="good">{w.allDone}</Notice>;
  const isDone = here.recording !== null && key.value === here.key && !failure.value;
  return (
    <div class="card frame-session">
      <p class="frame-count">{w.progress(done, pieces.length)}</p>
      <progress value={done} max={pieces.length} aria-label={w.record} />
      <p class="hint">{w.asking}</p>
      <p class="frame-prompt" aria-live="polite">
        {here.prompt}
      </p>
      {here.within !== '' && <p class="hint">{w.within(here.within)}</p>}
      {failure.value && <Failure failure={failure.value} />}
      {microphone.state === 'refused' && <Notice tone="bad">{w.refused}</Notice>}
      {microphone.state === 'none' && <Notice tone="bad">{w.noMicrophone}</Notice>}
      {isDone && !isOn && <Listen piece={here} id={frame.id} areaId={areaId} />}
      <div class="actions">
        <button
          type="button"
          class={`button frame-button ${isOn ? 'button-danger' : 'button-main'}`}
          disabled={working.value}
          onClick={() => (isOn ? microphone.stop() : isDone ? next() : microphone.start())}
        >
          {working.value ? w.sending : isOn ? w.stop : isDone ? w.next : w.start}
        </button>
        {!isOn && !working.value && (
          <button
            type="button"
            class="button"
            onClick={() => (isDone ? microphone.start() : next())}
          >
            {isDone ? w.again : w.skip}
          </button>
        )}
      </div>
    </div>
  );
}

export function Listen({ piece, id, areaId }: { piece: FramePiece; id: string; areaId: string }) {
  if (piece.recording === null) return null;
  const { hash } = piece.recording;
  const src = framesApi.soundUrl({ id, areaId, key: piece.key });
  // another recording is another sound, under the same address
  return (
    // biome-ignore lint/a11y/useMediaCaption: the prompt beside it says what is heard
    <audio key={hash} controls preload="none" src={`${src}#${hash}`} aria-label={piece.prompt} />
  );
}
