// Voices and choices for tests of the room: two engines of the house, one model, one cloud.
// It must never assert anything.
import type { Asked } from '../../../src/domain/voices/choose.ts';
import type { VoiceChoice, VoiceThere } from '../../../src/domain/voices/voice-choice.ts';

export function voice(id: string, of: Partial<VoiceThere> = {}): VoiceThere {
  const [group = id, name = 'vi'] = id.split(':');
  return {
    ...{ id, group, voice: name, engine: group, engineVersion: '1', second: null },
    ...{ language: 'vie', place: 'here' },
    ...of,
  };
}

export const HOUSE = [
  voice('azure:HoaiMy', { place: 'cloud', second: 'NamMinh' }),
  voice('azure:NamMinh', { place: 'cloud', second: 'HoaiMy' }),
  voice('sherpa.vais:vais'),
  voice('system:vi'),
  voice('system:vi-vn-x-south'),
  voice('embedded:vi'),
  voice('sherpa.mms:mww', { language: 'mww' }),
  voice('azure:Sreymom', { language: 'khm', place: 'cloud' }),
];

export const choice = (of: Partial<VoiceChoice> = {}): VoiceChoice => ({
  ...{ areaId: 'xa', language: 'vie', steps: [], pace: null, profile: null },
  ...of,
});

export const asked = (of: Partial<Asked> = {}): Asked => ({
  ...{ language: 'vie', personalData: false, voices: HOUSE, own: null, province: null },
  ...{ cloud: 'not-allowed', urgent: false },
  ...of,
});
