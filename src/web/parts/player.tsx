// Plays a clip: one button, the waveform, and the clauses that move with the sound; each leads to its second.
// It must never know where the file lies, nor what is decided about it.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../http/schemas/bulletin.ts';
import type { Hearing } from '../../http/schemas/personal.ts';
import type { Finding } from '../../http/schemas/recording.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { length, when } from '../format.ts';
import { words } from '../words.ts';
import { Findings } from './findings.tsx';
import { MovingWords } from './moving-words.tsx';
import { Notice } from './notice.tsx';
import { Waveform } from './waveform.tsx';

type Props = {
  clip: Clip;
  /** what the machine noticed in it; left out or null: nothing is said of that */
  findings?: readonly Finding[] | null;
  /** whether the words are shown below; an editor shows them beside their source itself */
  withWords?: boolean;
  /** the sentence that sounds, or -1: for whoever shows the words elsewhere */
  onSentence?: (index: number) => void;
};

export function Player({ clip, findings = null, withWords = true, onSentence }: Props) {
  const w = words.value.player;
  const audio = useRef<HTMLAudioElement>(null);
  const atMs = useSignal(0);
  const playing = useSignal(false);
  const failed = useSignal(false);
  const { answer } = useAsk({ key: clip.id, ask: () => api.hearing(clip.id) });
  const clauses = answer.value?.clauses ?? sentencesOf(clip);
  const current = clauseAt(clauses, atMs.value, playing.value);
  const sentence = clauses[current]?.sentence ?? -1;
  useEffect(() => onSentence?.(sentence), [sentence]);
  useTicking({ audio, playing: playing.value, tell: (ms) => (atMs.value = ms) });
  const goTo = (ms: number) => {
    atMs.value = ms;
    if (audio.current) audio.current.currentTime = ms / 1_000;
  };
  return (
    <div class="player">
      <audio
        ref={audio}
        preload="none"
        src={cannotPlay() ? api.simpleSoundUrl(clip.id) : api.soundUrl(clip.id)}
        onPlay={() => (playing.value = true)}
        onPause={() => (playing.value = false)}
        onEnded={() => (playing.value = false)}
        onError={() => (failed.value = true)}
      >
        <track kind="captions" />
      </audio>
      <div class="player-bar">
        <button
          type="button"
          class="button button-main player-button"
          onClick={() => toggle(audio.current, failed)}
        >
          {playing.value ? w.pause : w.play}
        </button>
        <Line {...{ clip, findings, goTo }} peaks={answer.value?.peaks ?? []} atMs={atMs.value} />
      </div>
      <p class="hint">
        {length(atMs.value / 1_000)} / {length(clip.durationMs / 1_000)}
        <Mark clip={clip} />
      </p>
      {failed.value &&
        (cannotPlay() ? <Notice tone="wait">{w.cannot}</Notice> : <p role="alert">{w.failed}</p>)}
      {clip.doubts > 0 && <p class="hint">{words.value.approvals.doubts(clip.doubts)}</p>}
      <Findings clip={clip} findings={findings} goTo={goTo} />
      {withWords && clauses.length > 0 && <MovingWords {...{ clauses, current, goTo, findings }} />}
    </div>
  );
}

function toggle(sound: HTMLAudioElement | null, failed: Signal<boolean>): void {
  if (sound === null) return;
  failed.value = false;
  if (sound.paused) void sound.play().catch(() => (failed.value = true));
  else sound.pause();
}

/** Luật 134/2025/QH15 Art. 11: whose voice this is, by which engine, made when. */
function Mark({ clip: { synthetic } }: { clip: Clip }) {
  if (synthetic === null) return null;
  const { engine, voice, madeAtMs } = synthetic;
  return (
    <span data-synthetic="true" data-engine={engine} data-voice={voice} data-made-at={madeAtMs}>
      {` · ${words.value.approvals.synthetic}: ${engine}, ${voice}, ${when(madeAtMs)}`}
    </span>
  );
}

/** Safari before iOS 18.4 knows no Ogg Opus: it is given MP3. */
const cannotPlay = (): boolean =>
  document.createElement('audio').canPlayType('audio/ogg; codecs=opus') === '';

type LineProps = {
  clip: Clip;
  findings: readonly Finding[] | null;
  peaks: readonly number[];
  atMs: number;
  goTo: (ms: number) => void;
};

/** The waveform under a slider: the slider is what a keyboard and a screen reader use. */
function Line({ clip, findings, peaks, atMs, goTo }: LineProps) {
  const share = (ms: number) => Math.min(1, ms / clip.durationMs);
  const marks = (findings ?? [])
    .filter(({ atMs: from, untilMs }) => untilMs - from < clip.durationMs / 2)
    .map((one) => ({ from: share(one.atMs), until: share(one.untilMs), kind: one.severity }));
  return (
    <span class="player-line">
      <Waveform peaks={peaks} at={share(atMs)} marks={marks} />
      <input
        type="range"
        aria-label={words.value.player.place}
        aria-valuetext={length(atMs / 1_000)}
        min={0}
        max={clip.durationMs}
        step={500}
        value={atMs}
        onInput={(event) => goTo(Number(event.currentTarget.value))}
      />
    </span>
  );
}

type Clauses = Hearing['clauses'];

/** Until the clauses are known, and where the line is bad: whole sentences. */
const sentencesOf = ({ sentences }: Clip): Clauses =>
  sentences.map((one, sentence) => ({ ...one, sentence, estimated: false }));

/** The clause that sounds; before the first press none does. */
function clauseAt(clauses: Clauses, atMs: number, playing: boolean): number {
  if (!playing && atMs === 0) return -1;
  return clauses.findLastIndex(({ startMs }) => startMs <= atMs);
}

/** A browser tells the time of a sound four times a second: too coarse for words that move. */
function useTicking(of: {
  audio: { current: HTMLAudioElement | null };
  playing: boolean;
  tell: (ms: number) => void;
}): void {
  useEffect(() => {
    if (!of.playing) return undefined;
    let frame = requestAnimationFrame(function tick() {
      if (of.audio.current) of.tell(of.audio.current.currentTime * 1_000);
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [of.playing]);
}
