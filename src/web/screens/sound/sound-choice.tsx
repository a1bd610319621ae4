// One sound to be sent: a file of this device, or what its microphone has just recorded.
// It must never know what becomes of it.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { length } from '../../format.ts';
import { useMicrophone } from '../../parts/microphone.ts';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';

/** `seconds`: it was recorded here, and has no name */
export type Chosen = { file: Blob; name: string | null; seconds: number };

/** What the safe door takes; anything else it refuses by name. */
const ACCEPTED = 'audio/*,.wav,.mp3,.m4a,.mp4,.ogg,.opus,.flac,.webm';

export function SoundChoice({ chosen }: { chosen: Signal<Chosen | null> }) {
  const id = useId();
  const w = words.value.recording;
  const microphone = useMicrophone((file, seconds) => {
    chosen.value = { file, name: null, seconds };
  });
  const isRecording = microphone.state === 'recording';
  return (
    <div class="field">
      <span class="label">{w.file}</span>
      <input
        id={id}
        class="unseen"
        type="file"
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          chosen.value = file ? { file, name: file.name, seconds: 0 } : null;
        }}
      />
      <div class="actions">
        <label for={id} class="button">
          {w.choose}
        </label>
        <button
          type="button"
          class="button"
          onClick={isRecording ? microphone.stop : microphone.start}
        >
          {isRecording ? w.stop : w.start}
        </button>
      </div>
      <p class="hint" role="status">
        {isRecording ? w.running(length(microphone.seconds)) : nameOf(chosen.value)}
      </p>
      {microphone.state === 'refused' && <Notice tone="bad">{w.refused}</Notice>}
      {microphone.state === 'none' && <Notice tone="bad">{w.noMicrophone}</Notice>}
      {microphone.state === 'longest' && <Notice tone="wait">{w.longest}</Notice>}
    </div>
  );
}

function nameOf(chosen: Chosen | null): string {
  const w = words.value.recording;
  if (chosen === null) return w.none;
  return chosen.name ?? w.recorded(length(chosen.seconds));
}
