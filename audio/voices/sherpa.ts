// Offline neural voices from a folder of models, through sherpa-onnx: each folder that fits is a voice.
// It must never know the network, a bulletin, or what becomes of the samples.
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SoundError, type SoundSentence } from '../errors.ts';
import { piecesOf } from './pieces.ts';
import type { SpeakHow, Voice } from './port.ts';
import { createSherpaHost, type HostOptions, type SherpaHost } from './sherpa-host.ts';
import { readSherpaModel, type SherpaModel } from './sherpa-model.ts';
import { ModelFault } from './sherpa-refusals.ts';

export type SherpaVoices = {
  voices: SherpaVoice[];
  /** folders that hold no usable voice, and what to do about it */
  refused: { name: string; say: SoundSentence }[];
  /** null: the engine is not installed; its voices then say voice-missing */
  engineVersion: string | null;
  close(): Promise<void>;
};
/** `licence` and `source`: whose the model is, for the screen of voices */
export type SherpaVoice = Voice & { name: string; licence: string; source: string };

/** More voices than this in one folder is a folder of something else. */
const MAX_MODELS = 64;

/** @param folder one folder inside for each voice; without it there are no voices, which is no error */
export async function openSherpaVoices(
  folder: string,
  options: HostOptions = {},
): Promise<SherpaVoices> {
  const host = createSherpaHost(options);
  const engineVersion = installedVersion();
  const voices: SherpaVoice[] = [];
  const refused: SherpaVoices['refused'] = [];
  for (const name of await foldersIn(folder)) {
    try {
      const model = await readSherpaModel(join(folder, name));
      voices.push(createVoice({ model, host, engineVersion: engineVersion ?? 'absent' }));
    } catch (cause) {
      const fault = cause instanceof ModelFault ? cause : new ModelFault('broken', cause);
      refused.push({ name, say: fault.say });
    }
  }
  return { voices, refused, engineVersion, close: () => host.close() };
}

type Making = { model: SherpaModel; host: SherpaHost; engineVersion: string };

function createVoice({ model, host, engineVersion }: Making): SherpaVoice {
  const [first = 0, second] = model.speakers;
  const named = (speaker: number) => (speaker === 0 ? model.voice : `${model.voice}#${speaker}`);
  // The model is part of the engine: the same words by another model are other sounds.
  const mark = { engine: 'sherpa-onnx', engineVersion: `${engineVersion}+${model.print}` };
  const pace = paceOf(model, host);
  return {
    id: named(first),
    ...(second !== undefined && { secondId: named(second) }),
    ...mark,
    ...{ name: model.name, licence: model.licence, source: model.source },
    language: model.language,
    sampleRateHz: model.sampleRateHz,
    synthetic: true,
    lanes: 1,
    place: 'here',
    async speak(words, how) {
      const plain = speakable(words, model);
      const speaker = how.speaker === 'second' ? (second ?? first) : first;
      const speed = plain === '' ? 1 : how.syllablesPerMinute / (await pace());
      const samples = await speakPieces({ ...{ plain, speaker, model, host, how }, speed });
      return { samples, by: { ...mark, voice: named(speaker) } };
    },
    close: () => host.close(),
  };
}

/**
 * What a model hears at once: its memory grows with the square of it. 300 letters are some 20 s of speech,
 * longer than nearly all sentences of a plan.
 */
const PIECE_CHARS = 300;
/** Between two pieces of one sentence, where the model itself leaves none. */
const BREATH_MS = 120;
/** Beyond these a neural voice is no longer understood. */
const SLOWEST = 0.5;
const FASTEST = 2;

type Speaking = {
  plain: string;
  speaker: number;
  speed: number;
  model: SherpaModel;
  host: SherpaHost;
  how: Pick<SpeakHow, 'signal'>;
};

async function speakPieces({
  plain,
  speaker,
  speed,
  model,
  host,
  how,
}: Speaking): Promise<Int16Array> {
  const parts: Int16Array[] = [];
  const breath = new Int16Array(Math.round((model.sampleRateHz * BREATH_MS) / 1_000));
  const bounded = Math.max(SLOWEST, Math.min(FASTEST, speed));
  for (const words of piecesOf(plain, PIECE_CHARS)) {
    const sentence = { words, speaker, speed: bounded, signal: how.signal };
    if (parts.length > 0) parts.push(breath);
    parts.push(await host.speak(model, sentence));
  }
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Small letters, one code for each. @throws SoundError voice-unspeakable: the engine would leave letters out */
function speakable(words: string, { letters }: SherpaModel): string {
  const plain = words.normalize('NFC').toLowerCase();
  const signs = plain.match(/[\p{L}\p{N}]/gu) ?? [];
  if (signs.length === 0) return '';
  const unknown = letters === null ? [] : signs.filter((sign) => !letters.has(sign));
  if (unknown.length === 0) return plain;
  throw new SoundError('voice-unspeakable', new Error([...new Set(unknown)].join(' ')));
}

/** Every tone, every kind of ending; the longer, the less the engine's own chance counts. */
const MEASURED_BY =
  'ủy ban nhân dân xã thông báo đến toàn thể bà con nhân dân về lịch tiêm phòng cho đàn gia súc, gia cầm trên địa bàn.';
const MEASURED_SYLLABLES = MEASURED_BY.split(' ').length;
/** Where the language is another than that of the sentence above. */
const USUAL_PACE = 200;

/** What its note says; else one sentence tells, once, to the next 5 so that chance does not change a voice. */
function paceOf(model: SherpaModel, host: SherpaHost) {
  let measured: Promise<number> | null = null;
  // By no one caller's signal: whoever stops his sentence does not stop what others wait for.
  const measure = async () => {
    const speaker = model.speakers[0] ?? 0;
    const { length } = await host.speak(model, { words: MEASURED_BY, speaker, speed: 1 });
    const pace = (MEASURED_SYLLABLES * 60 * model.sampleRateHz) / Math.max(1, length);
    return Math.max(60, Math.min(600, 5 * Math.round(pace / 5)));
  };
  return (): Promise<number> => {
    if (model.pace !== null) return Promise.resolve(model.pace);
    if (model.language !== 'vie') return Promise.resolve(USUAL_PACE);
    measured ??= measure();
    measured.catch(() => {
      measured = null;
    });
    return measured;
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return inside
    .filter(
      (entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'),
    )
    .map(({ name }) => name)
    .sort()
    .slice(0, MAX_MODELS);
}

function installedVersion(): string | null {
  try {
    const facts = createRequire(import.meta.url)('sherpa-onnx-node/package.json') as {
      version: string;
    };
    return facts.version;
  } catch {
    return null; // it is optional
  }
}
