// Voices and a clock that do as they are told, for tests of ladders.
// It must never know an engine.
import { type SoundCode, SoundError } from '../../audio/errors.ts';
import type { LadderClock } from '../../audio/voices/ladder-port.ts';
import type { SpeakHow, Voice } from '../../audio/voices/port.ts';

export type Behaviour = 'speaks' | 'hangs' | 'empty' | SoundCode | Error;

export type FakeVoice = Voice & {
  does: Behaviour;
  asked: { words: string; how: SpeakHow }[];
  closed: number;
};

export function fakeVoice(id: string, more: Partial<Voice> = {}): FakeVoice {
  const mark = { engine: `engine-${id}`, engineVersion: '1' };
  const voice: FakeVoice = {
    ...{ id, ...mark, language: 'vie', sampleRateHz: 16_000, synthetic: true, lanes: 2 },
    place: 'here',
    ...more,
    does: 'speaks',
    asked: [],
    closed: 0,
    async speak(words, how) {
      voice.asked.push({ words, how });
      const { does } = voice;
      if (does === 'hangs') return new Promise(() => {});
      if (does instanceof Error) throw does;
      if (does !== 'speaks' && does !== 'empty') throw new SoundError(does);
      const said = how.speaker === 'second' ? (voice.secondId ?? id) : id;
      const samples = new Int16Array(does === 'empty' ? 0 : 1_600).fill(100);
      return { samples, by: { ...mark, voice: said } };
    },
    async close() {
      voice.closed += 1;
    },
  };
  return voice;
}

export type FakeClock = LadderClock & {
  /** lets what is under way go on, then what is due happen, then whatever follows from it */
  pass(ms: number): Promise<void>;
  readonly waiting: number;
};

export function fakeClock(): FakeClock {
  let nowMs = 1_000;
  const due = new Set<{ atMs: number; act: () => void }>();
  return {
    nowMs: () => nowMs,
    after(ms, act) {
      const one = { atMs: nowMs + ms, act };
      due.add(one);
      return () => void due.delete(one);
    },
    async pass(ms) {
      await settled();
      nowMs += ms;
      for (const one of [...due].filter(({ atMs }) => atMs <= nowMs)) {
        due.delete(one);
        one.act();
      }
      await settled();
    },
    get waiting() {
      return due.size;
    },
  };
}

/** Every promise that can go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
