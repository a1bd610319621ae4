// The microphone of this device as a screen uses it: started, stopped, and the sound that came of it.
// It must never send what was recorded, nor go on when its screen is left.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export type Microphone = {
  state: 'idle' | 'recording' | 'refused' | 'none' | 'longest';
  /** how long it has been recording */
  seconds: number;
  start(): void;
  stop(): void;
};

/** As long as a bulletin may be (recording.ts); what is longer would be refused after it was spoken. */
const MAX_SECONDS = 30 * 60;
const TICK_MS = 250;
/** Speech at 48 kbit/s: half an hour is 11 MB on a 3G uplink, and nothing of a horn is lost. */
const BITS_PER_SECOND = 48_000;
/** The first this browser knows: Safari has no WebM. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** @param done the sound and its length, once it was stopped */
export function useMicrophone(done: (sound: Blob, seconds: number) => void): Microphone {
  const state = useSignal<Microphone['state']>('idle');
  const seconds = useSignal(0);
  const running = useRef<Running | null>(null);
  const end = (why: 'idle' | 'longest') => {
    running.current?.stop();
    running.current = null;
    state.value = why;
  };
  const left = useRef(false);
  // who leaves the page does not go on being recorded, and did not send it
  useEffect(
    () => () => {
      left.current = true;
      running.current?.drop();
    },
    [],
  );
  const start = async () => {
    const opened = canRecord() ? await openMicrophone() : 'none';
    if (typeof opened === 'string') {
      state.value = opened;
      return;
    }
    if (left.current) {
      stopTracks(opened);
      return;
    }
    state.value = 'recording';
    seconds.value = 0;
    running.current = record(opened, {
      done,
      tick(now) {
        seconds.value = now;
        if (now >= MAX_SECONDS) end('longest');
      },
    });
  };
  return {
    state: state.value,
    seconds: seconds.value,
    start: () => void start(),
    stop: () => end('idle'),
  };
}

/** Over plain http, and in browsers before 2021, there is none. */
const canRecord = (): boolean =>
  navigator.mediaDevices?.getUserMedia !== undefined && typeof MediaRecorder !== 'undefined';

async function openMicrophone(): Promise<MediaStream | 'refused' | 'none'> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (error) {
    return (error as DOMException).name === 'NotAllowedError' ? 'refused' : 'none';
  }
}

type Running = { stop(): void; drop(): void };

function record(
  stream: MediaStream,
  of: { done: (sound: Blob, seconds: number) => void; tick: (seconds: number) => void },
): Running {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const options = { audioBitsPerSecond: BITS_PER_SECOND };
  const recorder = new MediaRecorder(stream, mimeType ? { ...options, mimeType } : options);
  const pieces: Blob[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const ticking = setInterval(() => of.tick(seconds()), TICK_MS);
  let isWanted = true;
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  recorder.onstop = () => {
    stopTracks(stream);
    if (isWanted) of.done(new Blob(pieces, { type: recorder.mimeType }), seconds());
  };
  recorder.start(1_000);
  const stop = () => {
    clearInterval(ticking);
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return {
    stop,
    drop() {
      isWanted = false;
      stop();
    },
  };
}

/** The red dot of the browser goes out. */
function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
