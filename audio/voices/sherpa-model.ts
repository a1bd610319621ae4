// One folder of one neural voice: what is in it, what it says of itself, and why it cannot be used.
// It must never know the engine's own code, other folders or what is spoken.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readOnnxFacts } from './onnx-facts.ts';
import { readVoiceNote, type VoiceNote } from './sherpa-note.ts';
import { refuse } from './sherpa-refusals.ts';

export type SherpaModel = VoiceNote & {
  /** the folder's name */
  name: string;
  files: SherpaFiles;
  sampleRateHz: number;
  /** changes when the model does, so that what an older one said is not taken for its own */
  print: string;
  /** null: any; else a sentence with another letter would lose it without a word */
  letters: ReadonlySet<string> | null;
};
export type SherpaFiles = { model: string; tokens: string; lexicon: string; espeakFolder: string };

/** The largest VITS voices are 330 MB; a file beyond this is no voice for such a machine. */
const MAX_MODEL_BYTES = 1024 ** 3;
/** @throws ModelFault */
export async function readSherpaModel(folder: string): Promise<SherpaModel> {
  const name = basename(folder);
  const inside = await readdir(folder).catch((): string[] => []);
  const model = join(folder, modelAmong(inside) ?? refuse('no-model'));
  const tokens = join(folder, inside.includes('tokens.txt') ? 'tokens.txt' : refuse('no-tokens'));
  const { size, mtimeMs } = await stat(model);
  if (size > MAX_MODEL_BYTES) refuse('too-large');
  const facts = await readOnnxFacts(model).catch((cause: unknown) => refuse('broken', cause));
  const front = frontEnd(facts, inside);
  const note = await readVoiceNote({ folder, inside });
  if (note.speakers.some((speaker) => speaker >= Math.max(1, wholeFact(facts, 'n_speakers'))))
    refuse('no-speaker');
  return {
    ...note,
    name,
    files: {
      ...{ model, tokens },
      lexicon: front === 'lexicon' ? join(folder, 'lexicon.txt') : '',
      espeakFolder: front === 'phonemes' ? join(folder, ESPEAK) : '',
    },
    sampleRateHz: rateOf(facts),
    print: note.sha256?.slice(0, 8) ?? `t${Math.floor(mtimeMs / 1000).toString(36)}`,
    letters: front === 'characters' ? await lettersOf(tokens) : null,
  };
}

const ESPEAK = 'espeak-ng-data';

/** `model.onnx`, or the only one there is: the public archives name it after the voice. */
function modelAmong(inside: readonly string[]): string | null {
  if (inside.includes('model.onnx')) return 'model.onnx';
  const models = inside.filter((file) => file.endsWith('.onnx'));
  return models.length === 1 ? (models[0] as string) : null;
}

type FrontEnd = 'characters' | 'phonemes' | 'lexicon';

/** As sherpa-onnx chooses (offline-tts-vits-impl.h); where it finds nothing it would end the whole process. */
function frontEnd(facts: ReadonlyMap<string, string>, inside: readonly string[]): FrontEnd {
  if (!facts.get('language') || !facts.get('comment')) refuse('no-facts');
  if (facts.get('frontend') === 'characters') return 'characters';
  const phonemes = /piper|coqui|icefall|Inflect/.test(facts.get('comment') ?? '');
  if (phonemes && inside.includes(ESPEAK)) return 'phonemes';
  if (inside.includes('lexicon.txt')) return 'lexicon';
  return refuse(phonemes ? 'no-espeak-data' : 'no-lexicon');
}

function rateOf(facts: ReadonlyMap<string, string>): number {
  const rate = wholeFact(facts, 'sample_rate');
  return rate >= 8_000 && rate <= 48_000 ? rate : refuse('no-facts');
}

function wholeFact(facts: ReadonlyMap<string, string>, name: string): number {
  const fact = facts.get(name) ?? '';
  return /^\d{1,6}$/.test(fact) ? Number(fact) : refuse('no-facts');
}

/** A multilingual vocabulary has a few thousand signs. */
const MAX_TOKENS_BYTES = 4 * 1024 ** 2;

/** Lines of "a 5"; a line with a number alone is the space. */
async function lettersOf(tokens: string): Promise<ReadonlySet<string>> {
  if ((await stat(tokens)).size > MAX_TOKENS_BYTES) refuse('broken');
  const text = await readFile(tokens, 'utf8');
  const signs = text.split('\n').map((line) => /^(\S+)\s+\d+\s*$/.exec(line)?.[1] ?? ' ');
  return new Set(signs.map((sign) => sign.normalize('NFC')));
}
