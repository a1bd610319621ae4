// A recording session on a phone: one prompt in large letters, record, listen, next; three presses of one button.
// It must never keep a sound, nor go on to a piece by itself before the last one was heard.
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
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

type OfSession = FrameProps & { session: string };

function Piece({ frame, areaId, again, session }: OfSession) {
  const w = words.value.frames;
  const { pieces } = frame;
  const key = useSignal<string | null>(null);
  const passed = useSignal<ReadonlySet<string>>(new Set());
  const missing = pieces.filter(({ state }) => state === 'missing');
  const open = missing.find((one) => !passed.value.has(one.key)) ?? null;
  const here = pieces.find((one) => one.key === key.value) ?? open;
  const next = () => {
    if (here) passed.value = new Set([...passed.value, here.key]);
    key.value = null;
  };
  if (!here && missing.length > 0)
    return (
      <div class="card">
        <p>{w.missing(missing.length)}</p>
        <button type="button" class="button" onClick={() => (passed.value = new Set())}>
          {w.goOn}
        </button>
      </div>
    );
  if (!here) return <Notice tone="good">{w.allDone}</Notice>;
  const done = pieces.length - missing.length;
  return (
    <div class="card frame-session">
      <p class="frame-count">{w.progress(done, pieces.length)}</p>
      <progress value={done} max={pieces.length} aria-label={w.record} />
      <p class="hint">{w.asking}</p>
      <p class="frame-prompt" aria-live="polite">
        {here.prompt}
      </p>
      {here.within !== '' && <p class="hint">{w.within(here.within)}</p>}
      <Take
        piece={here}
        isNew={key.value === here.key}
        next={next}
        send={async (sound) => {
          key.value = here.key;
          await framesApi.record(session, here.key, sound);
          again();
        }}
        listen={<Listen piece={here} id={frame.id} areaId={areaId} />}
      />
    </div>
  );
}

type TakeProps = {
  piece: FramePiece;
  /** recorded in this sitting: now it may be heard */
  isNew: boolean;
  next: () => void;
  send: (sound: Blob) => Promise<void>;
  listen: ComponentChildren;
};

function Take({ piece, isNew, next, send, listen }: TakeProps) {
  const w = words.value.frames;
  const working = useSignal(false);
  const failure = useSignal<ApiFailure | null>(null);
  const microphone = useMicrophone((sound) => {
    working.value = true;
    failure.value = null;
    send(sound)
      .catch((reason: unknown) => {
        if (!(reason instanceof ApiFailure)) throw reason;
        failure.value = reason;
      })
      .finally(() => (working.value = false));
  });
  const isOn = microphone.state === 'recording';
  useEffect(() => {
    if (isOn && microphone.seconds > PIECE_SECONDS) microphone.stop();
  }, [isOn, microphone.seconds]);
  const isDone = isNew && piece.recording !== null && failure.value === null;
  const on = () => {
    failure.value = null;
    next();
  };
  const press = isOn ? microphone.stop : isDone ? on : microphone.start;
  return (
    <>
      {failure.value && <Failure failure={failure.value} />}
      {microphone.state === 'refused' && <Notice tone="bad">{w.refused}</Notice>}
      {microphone.state === 'none' && <Notice tone="bad">{w.noMicrophone}</Notice>}
      {isDone && !isOn && listen}
      <div class="actions">
        <button
          type="button"
          class={`button frame-button ${isOn ? 'button-danger' : 'button-main'}`}
          disabled={working.value}
          onClick={press}
        >
          {working.value ? w.sending : isOn ? w.stop : isDone ? w.next : w.start}
        </button>
        {!isOn && !working.value && (
          <button type="button" class="button" onClick={isDone ? microphone.start : on}>
            {isDone ? w.again : w.skip}
          </button>
        )}
      </div>
    </>
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
