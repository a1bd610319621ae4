// The neural voices of Azure: a sentence goes out as SSML over the SDK's WebSocket and comes back as samples.
// It must never know what the words are for, whether they may leave the house, or who speaks when it cannot.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { SpeakHow, Voice } from '../port.ts';
import { createTurns } from '../turns.ts';
import { cut, syllablesIn } from './cut.ts';
import { joined, type Piece } from './joined.ts';
import { SAMPLE_RATE_HZ } from './line.ts';
import { ASSUMED_PACE, paceAt, percentFor } from './pace.ts';
import { createService, type Service } from './service.ts';
import {
  type AzureVoiceName,
  type AzureWanted,
  checkWanted,
  USUAL_LANES,
  voicesOf,
} from './settings.ts';
import { ssmlOf, USUAL_RESTS } from './ssml.ts';

/** Half of the service's ten minutes: the table of pace may be off. */
const MAX_REQUEST_MINUTES = 5;
/** The service takes 64 KB over a WebSocket, headers included. */
const MAX_SSML_BYTES = 60_000;
/** Between two letters of one sentence: the end of a clause, where a reader would breathe. */
const CLAUSE_REST_MS = 300;
/** Sentences waiting for a lane; callers keep a few beyond the lanes, so this many is a mistake. */
const MAX_WAITING = 64;

/** @throws SoundError voice-failed: the settings cannot be (see azureFault) */
export function createAzureVoice(wanted: AzureWanted): Voice {
  checkWanted(wanted);
  const { voice, second } = voicesOf(wanted);
  const lanes = wanted.lanes ?? USUAL_LANES;
  const turns = createTurns({ places: lanes, maxWaiting: MAX_WAITING, crowded: 'voice-throttled' });
  const service = createService(wanted);
  const mark = { engine: 'azure', engineVersion: versionOf(wanted) };
  return {
    id: voice.name,
    ...(second === null ? {} : { secondId: second.name }),
    ...mark,
    language: voice.language,
    sampleRateHz: SAMPLE_RATE_HZ,
    synthetic: true,
    lanes,
    place: 'cloud',
    async speak(words, how) {
      const speaker = how.speaker === 'second' && second !== null ? second : voice;
      const giveBack = await turns.take(how.signal);
      try {
        const samples = await spoken({ words, how, speaker, wanted, service });
        return { samples, by: { ...mark, voice: speaker.name } };
      } finally {
        giveBack();
      }
    },
    close: async () => service.close(),
  };
}

type Speaking = {
  words: string;
  how: SpeakHow;
  speaker: AzureVoiceName;
  wanted: AzureWanted;
  service: Service;
};

async function spoken({ words, how, speaker, wanted, service }: Speaking): Promise<Int16Array> {
  const table = speaker.pace ?? ASSUMED_PACE;
  const percent = percentFor(how.syllablesPerMinute, table);
  const syllablesPerMinute = paceAt(percent, table);
  const rests = { ...USUAL_RESTS, ...wanted.rests };
  const pronunciations = wanted.pronunciations ?? [];
  const letter = (some: string) =>
    ssmlOf({ words: some, voiceName: speaker.name, percent, rests, pronunciations });
  const pieces = cut(words, {
    maxSyllables: Math.floor(syllablesPerMinute * MAX_REQUEST_MINUTES),
    fits: (some) => Buffer.byteLength(letter(some)) <= MAX_SSML_BYTES,
  }).filter((piece) => syllablesIn(piece) > 0); // only signs: nothing to say, nothing to pay for
  const sounds: Piece[] = [];
  for (const piece of pieces) {
    const asked = { ssml: letter(piece), syllables: syllablesIn(piece), syllablesPerMinute };
    const samples = await service.ask(asked, how.signal);
    sounds.push({ samples, restMs: CLAUSE_REST_MS });
  }
  return joined(sounds, SAMPLE_RATE_HZ);
}

/** The service does not say the version of its voices: ours is the SDK and whatever of the settings is heard. */
function versionOf({ rests, pronunciations, voice, second }: AzureWanted): string {
  const { version } = createRequire(import.meta.url)(
    'microsoft-cognitiveservices-speech-sdk/package.json',
  ) as { version: string };
  const paces = [voice, second].map((one) => one?.pace ?? ASSUMED_PACE);
  const heard = JSON.stringify([{ ...USUAL_RESTS, ...rests }, pronunciations ?? [], paces]);
  return `sdk-${version}-${createHash('sha256').update(heard).digest('hex').slice(0, 8)}`;
}
