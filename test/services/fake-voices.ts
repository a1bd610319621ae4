// Voices by name only: nothing speaks, every choice can be made.
// It must never assert anything: tests do.
import type { VoiceEngines, VoiceShown } from '../../src/services/voices/voices-port.ts';

export type FakeVoices = VoiceEngines & {
  there: VoiceShown[];
  broken: { name: string; say: { vi: string; en: string } }[];
  woken: number;
};

/** Two engines of this house; a test adds others, and a cloud. */
export function fakeVoices(): FakeVoices {
  const there = [
    aVoice({ id: 'system:vi', engine: 'espeak-ng', engineVersion: '1.51' }),
    aVoice({ id: 'embedded:vi', engine: 'espeak-ng', engineVersion: 'wasm-1' }),
  ];
  const fake: FakeVoices = {
    there,
    broken: [],
    woken: 0,
    list: () => there,
    refused: () => fake.broken,
    isCloud: (engine) => engine === 'azure',
    wake() {
      fake.woken += 1;
    },
  };
  return fake;
}

export function aVoice(of: Partial<VoiceShown> & Pick<VoiceShown, 'id'>): VoiceShown {
  const [group = of.id, voice = 'vi'] = of.id.split(':');
  return {
    ...{ group, voice, engine: group, engineVersion: '1', second: null, language: 'vie' },
    ...{ place: 'here', licence: '', source: '', rests: null },
    ...of,
  };
}

export const AZURE = aVoice({
  ...{ id: 'azure:vi-VN-HoaiMyNeural', engine: 'azure', place: 'cloud' },
  second: 'vi-VN-NamMinhNeural',
});
