// Folders of neural voices for tests, made of the tiny model that hums.
// It must never know how the product reads or starts them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TinyModel, tinyVits } from './tiny-onnx.ts';

const LETTERS =
  ' aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ.,';

/** What a model of characters must say of itself, as sherpa-onnx asks (offline-tts-vits-model.cc). */
export const FACTS = {
  ...{ sample_rate: '16000', n_speakers: '2', language: 'Vietnamese', comment: 'mms' },
  ...{ frontend: 'characters', add_blank: '1', use_eos_bos: '0' },
};

export const TOKENS = ['_ 0', ...[...LETTERS].map((letter, at) => `${letter} ${at + 1}`)]
  .join('\n')
  .concat('\n');

export type ModelFolder = {
  parent: string;
  name: string;
  model?: Buffer | TinyModel;
  /** undefined: as it should be; null: none */
  tokens?: string | null;
  note?: object | string;
};

export function modelFolder({ parent, name, model, tokens = TOKENS, note }: ModelFolder): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.isBuffer(model) ? model : tinyVits(model ?? { facts: FACTS });
  writeFileSync(join(folder, 'model.onnx'), bytes);
  if (tokens !== null) writeFileSync(join(folder, 'tokens.txt'), tokens);
  if (note !== undefined)
    writeFileSync(
      join(folder, 'voice.json'),
      typeof note === 'string' ? note : JSON.stringify(note),
    );
  return folder;
}

/** Where the system keeps the phonemes a Piper voice needs, in a version the engine reads; else null. */
export function espeakPhonemes(): string | null {
  try {
    const said = execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' });
    return /: 1\.5[12].*Data at: (\S+)/.exec(said)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Numbers for every sign of Vietnamese phonemes, in the order of a Piper voice: pad, begin, end, blank. */
export const PHONEMES = ['_ 0', '^ 1', '$ 2', '  3']
  .concat(
    [...'abcdefghijklmnopqrstuvwxyz0123456789,.;:!?ˈˌːɛɔəɤɯŋɲʃʂɗɓʔɨɪʊɐʰɜ\u032a'].map(
      (sign, at) => `${sign} ${at + 4}`,
    ),
  )
  .join('\n')
  .concat('\n');
