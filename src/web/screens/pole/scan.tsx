// Reads a label by camera, by a photo, or typed: whichever way is open, the others stay open.
// It must never keep the camera on once a code was read or the page was left.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';
import { type Label, readLabel } from './label.ts';
import { readerReady, readFile, readFrame } from './qr-reading.ts';

type Props = { found: (label: Label) => void };
type Trouble = 'no-code' | 'other-code' | 'bad-typed' | null;

export function Scan({ found }: Props) {
  const w = words.value.swap;
  const trouble = useSignal<Trouble>(null);
  const take = (text: string | null) => {
    const label = text === null ? null : readLabel(text);
    trouble.value = text === null ? 'no-code' : label === null ? 'other-code' : null;
    if (label !== null) found(label);
    return label !== null;
  };
  return (
    <>
      <Camera take={take} />
      <PhotoOf take={take} />
      {trouble.value !== null && <Notice tone="bad">{w.trouble[trouble.value]}</Notice>}
      <Typed take={take} trouble={trouble} />
    </>
  );
}

type Take = (text: string | null) => boolean;
/** Four looks a second find a label as soon as a hand is still, and leave the phone cool. */
const LOOK_MS = 250;

function Camera({ take }: { take: Take }) {
  const w = words.value.swap;
  const state = useSignal<'off' | 'opening' | 'on' | 'refused'>('off');
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const close = () => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    if (state.value !== 'refused') state.value = 'off';
  };
  const open = async () => {
    state.value = 'opening';
    try {
      void readerReady();
      stream.current = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
      });
      state.value = 'on';
    } catch {
      state.value = 'refused';
    }
  };
  useEffect(() => close, []);
  useEffect(() => {
    const shown = video.current;
    if (state.value !== 'on' || shown === null || stream.current === null) return;
    shown.srcObject = stream.current;
    void shown.play().catch(() => undefined);
    return looking(shown, (text) => {
      if (take(text)) close();
    });
  }, [state.value]);
  // a page that came without https is given no camera by any browser
  if (!navigator.mediaDevices?.getUserMedia) return <p class="hint">{w.noCamera}</p>;
  return (
    <>
      {state.value === 'refused' && <Notice tone="wait">{w.refused}</Notice>}
      {state.value === 'on' ? (
        <div class="camera">
          <video ref={video} muted playsInline aria-label={w.viewfinder} />
          <p role="status">{w.aim}</p>
          <button type="button" class="button" onClick={close}>
            {w.cameraOff}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="button button-main"
          aria-busy={state.value === 'opening'}
          onClick={open}
        >
          {w.camera}
        </button>
      )}
    </>
  );
}

function looking(shown: HTMLVideoElement, found: (text: string) => void): () => void {
  let over = false;
  const look = async () => {
    if (over) return;
    const text = shown.readyState >= 2 ? await readFrame(shown) : null;
    if (over) return;
    if (text !== null) found(text);
    setTimeout(look, LOOK_MS);
  };
  void look();
  return () => {
    over = true;
  };
}

function PhotoOf({ take }: { take: Take }) {
  const w = words.value.swap;
  const id = useId();
  const working = useSignal(false);
  const read = async (file: File | undefined) => {
    if (!file) return;
    working.value = true;
    take(await readFile(file));
    working.value = false;
  };
  return (
    <div class="field">
      <input
        id={id}
        class="unseen"
        type="file"
        accept="image/*"
        onChange={(event) => read(event.currentTarget.files?.[0])}
      />
      <div class="actions">
        <label for={id} class="button">
          {working.value ? words.value.common.working : w.photo}
        </label>
      </div>
    </div>
  );
}

function Typed({ take, trouble }: { take: Take; trouble: Signal<Trouble> }) {
  const w = words.value.swap;
  const text = useSignal('');
  const read = async () => {
    if (!take(text.value)) trouble.value = 'bad-typed';
  };
  return (
    <details class="fold">
      <summary>{w.type}</summary>
      <Form act={read} label={w.typeAct} disabled={text.value.trim() === ''}>
        <Field label={w.typed} hint={w.typedHint} value={text} autocomplete="off" />
      </Form>
    </details>
  );
}
