// Plays a clip: one button, the waveform, and the words that move with the sound; a word's sentence can be pressed.
// It must never know where the file lies, nor what is decided about it.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../http/schemas/bulletin.ts';
import type { Finding } from '../../http/schemas/recording.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { length } from '../format.ts';
import { words } from '../words.ts';
import { Findings } from './findings.tsx';
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
  const current = sentenceAt(clip, atMs.value, playing.value);
  useEffect(() => onSentence?.(current), [current]);
  useTicking({ audio, playing: playing.value, tell: (ms) => (atMs.value = ms) });
  const toggle = () => {
    const sound = audio.current;
    if (sound === null) return;
    failed.value = false;
    if (sound.paused) void sound.play().catch(() => (failed.value = true));
    else sound.pause();
  };
  const goTo = (ms: number) => {
    atMs.value = ms;
    if (audio.current) audio.current.currentTime = ms / 1_000;
  };
  return (
    <div class="player">
      <audio
        ref={audio}
        preload="none"
        src={api.soundUrl(clip.id)}
        onPlay={() => (playing.value = true)}
        onPause={() => (playing.value = false)}
        onEnded={() => (playing.value = false)}
        onError={() => (failed.value = true)}
      >
        <track kind="captions" />
      </audio>
      <div class="player-bar">
        <button type="button" class="button button-main player-button" onClick={toggle}>
          {playing.value ? w.pause : w.play}
        </button>
        <Line clip={clip} atMs={atMs.value} goTo={goTo} />
      </div>
      <p class="hint">
        {length(atMs.value / 1_000)} / {length(clip.durationMs / 1_000)}
        {clip.synthetic !== null && ` · ${words.value.approvals.synthetic}`}
      </p>
      {cannotPlay() && <Notice tone="wait">{w.cannot}</Notice>}
      {failed.value && !cannotPlay() && <p role="alert">{w.failed}</p>}
      {clip.doubts > 0 && <p class="hint">{words.value.approvals.doubts(clip.doubts)}</p>}
      <Findings clip={clip} findings={findings} goTo={goTo} />
      {withWords && clip.sentences.length > 0 && (
        <MovingWords clip={clip} current={current} goTo={goTo} />
      )}
    </div>
  );
}

/** Safari before iOS 18.4: the button would seem broken, or the line bad. */
const cannotPlay = (): boolean =>
  document.createElement('audio').canPlayType('audio/ogg; codecs=opus') === '';

/** The waveform under a slider: the slider is what a keyboard and a screen reader use. */
function Line({ clip, atMs, goTo }: { clip: Clip; atMs: number; goTo: (ms: number) => void }) {
  const { answer } = useAsk({ key: clip.id, ask: () => api.peaks(clip.id) });
  return (
    <span class="player-line">
      <Waveform peaks={answer.value?.peaks ?? []} at={Math.min(1, atMs / clip.durationMs)} />
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

function MovingWords(of: { clip: Clip; current: number; goTo: (ms: number) => void }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const one = list.current?.children[of.current];
    if (one instanceof HTMLElement && list.current)
      list.current.scrollTop = one.offsetTop - list.current.clientHeight / 3;
  }, [of.current]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
    <ol class="moving" ref={list} tabIndex={0} aria-label={words.value.approvals.sentences}>
      {of.clip.sentences.map((sentence, index) => (
        <li key={sentence.startMs} aria-current={index === of.current ? 'true' : undefined}>
          <button type="button" class="moving-words" onClick={() => of.goTo(sentence.startMs)}>
            {sentence.words}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The sentence that sounds; before the first press none does. */
function sentenceAt({ sentences }: Clip, atMs: number, playing: boolean): number {
  if (!playing && atMs === 0) return -1;
  return sentences.findLastIndex(({ startMs }) => startMs <= atMs);
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
