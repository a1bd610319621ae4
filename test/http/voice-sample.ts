// Samples of voices and of the choice among them, and a door that answers them.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import type { SpeechView, VoicesView } from '../../src/services/voices/voices-door.ts';
import { AZURE, aVoice } from '../services/fake-voices.ts';
import { bulletin } from './sample.ts';

type Answer = <T>(method: string, value: T) => (_actor: unknown, input?: unknown) => T;

const vie = { code: 'vie', name: 'Tiếng Việt', ownName: 'Tiếng Việt' };
export const view: VoicesView = {
  areaId: 'xa',
  isProvince: false,
  voices: [
    { ...AZURE, restsBecause: null },
    {
      ...aVoice({ id: 'embedded:vi' }),
      rests: { reason: 'voice-key', untilMs: null },
      restsBecause: { vi: 'khóa bị từ chối', en: 'the key is refused' },
    },
  ],
  refused: [{ name: 'hong', say: { vi: 'Thư mục hỏng.', en: 'A broken folder.' } }],
  cloud: { standing: 'not-allowed', isThere: true },
  choices: [
    {
      ...{ language: vie, steps: ['embedded:vi'], none: null, pace: 190, profile: 'horn' },
      from: { steps: 'house', pace: 'house', profile: 'house' },
      own: null,
    },
  ],
  unspoken: [{ code: 'mww', name: 'Tiếng Mông Trắng', ownName: 'Hmoob Dawb' }],
  mayChoose: true,
  mayAllow: false,
};

export const speech: SpeechView = {
  ...{ language: 'vie', profile: 'horn', byCloud: false, canRetake: true, late: null, notes: [] },
  spokenBy: [{ engine: 'espeak-ng', engineVersion: '1.51', voice: 'vi', sentences: 3 }],
  fallen: { sentences: 1, say: { vi: '1 câu do giọng khác đọc.', en: '1 sentence.' } },
};

export const doors = (answer: Answer): Pick<Services, 'voices'> => ({
  voices: {
    view: answer('voices.view', view),
    choose: answer('voices.choose', view),
    allowCloud: answer('voices.allowCloud', view),
    wake: answer('voices.wake', view),
    async listen(actor, { signal: _, ...wish }) {
      const listened = { bytes: Buffer.from('OggS'), durationMs: 1, lufs: -16, truePeakDb: -2 };
      const spokenBy = speech.spokenBy;
      return answer('voices.listen', { ...listened, spokenBy, falls: [] })(actor, wish);
    },
    retake: answer('voices.retake', bulletin),
  },
});
