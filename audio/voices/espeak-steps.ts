// eSpeak as steps of a ladder: the system's where it is, and beneath it the embedded one, which is always there.
// It must never know other engines or who chooses among them.
import { createEspeakVoice, ESPEAK_VOICES, type EspeakVoice } from './espeak.ts';
import { createSystemEspeakVoice, type SystemEspeak } from './espeak-system.ts';
import type { Voice } from './port.ts';

/**
 * Which of the system's voices speaks which language (ISO 639-3). None of the hill languages is among them, and a
 * voice of another language must not read them: Mông read by Vietnamese rules is understood by nobody.
 */
export const ESPEAK_LANGUAGES: readonly { language: string; voice: string }[] = [
  ...ESPEAK_VOICES.map((voice) => ({ language: 'vie', voice })),
  { language: 'cmn', voice: 'cmn' },
  { language: 'eng', voice: 'en-us' },
  { language: 'fra', voice: 'fr-fr' },
  { language: 'jpn', voice: 'ja' },
  { language: 'kor', voice: 'ko' },
  { language: 'rus', voice: 'ru' },
  { language: 'yue', voice: 'yue' },
];

export type EspeakWanted = { language: string; voice?: string; lanes?: number };

/** First to last; empty where neither speaks the language, or the voice is not theirs. */
export function espeakSteps(wanted: EspeakWanted, system: SystemEspeak | null): Voice[] {
  const known = ESPEAK_LANGUAGES.filter(({ language }) => language === wanted.language);
  const voice = known.find((one) => one.voice === (wanted.voice ?? known[0]?.voice))?.voice;
  if (voice === undefined) return [];
  const lanes = wanted.lanes === undefined ? {} : { lanes: wanted.lanes };
  const steps: Voice[] = [];
  if (system?.voices.has(voice))
    steps.push(createSystemEspeakVoice(system, { language: wanted.language, voice, ...lanes }));
  if (isEmbedded(voice)) steps.push(createEspeakVoice({ voice, ...lanes }));
  return steps;
}

function isEmbedded(voice: string): voice is EspeakVoice {
  return ESPEAK_VOICES.some((one) => one === voice);
}
