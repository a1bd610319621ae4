// Looks at the start whether a sink can be heard at all, rather than at the hour of an airing.
// It must never know what will sound; it opens nothing that stays open.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { messageOf, type Sentence, SpeakerError } from '../errors.ts';

/** aplay says its version at once; a card that hangs must not hang the start. */
const PROBE_LIMIT_MS = 5_000;

/**
 * @param words of --sink
 * @param program stands for aplay in tests
 * @throws SpeakerError saying what is missing
 */
export function probeSink(words: string, program = 'aplay'): void {
  if (words === 'alsa') probeAplay(program);
  if (words.startsWith('wav:')) probeFile(words.slice(4));
}

function probeAplay(program: string): void {
  const { error, status } = spawnSync(program, ['--version'], { timeout: PROBE_LIMIT_MS });
  if (!error && status === 0) return;
  const why = error ? messageOf(error) : `exit ${status}`;
  throw silent(
    {
      vi: `Không chạy được aplay (${why}). Hãy cài gói alsa-utils, hoặc dùng --sink wav:TỆP.`,
      en: `aplay cannot be run (${why}). Install alsa-utils, or use --sink wav:FILE.`,
    },
    error,
  );
}

function probeFile(file: string): void {
  const folder = dirname(file);
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('a folder');
    if (!statSync(folder).isDirectory()) throw new Error('not in a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw silent(
      {
        vi: `Không ghi được tệp ${file}. Hãy tạo thư mục ${folder} và cho phép ghi, hoặc chọn tệp khác cho --sink.`,
        en: `The file ${file} cannot be written (${messageOf(cause)}). Make the folder ${folder} writable, or choose another file for --sink.`,
      },
      cause,
    );
  }
}

function silent(say: Sentence, cause: unknown): SpeakerError {
  return new SpeakerError({ code: 'sink-silent', fault: 'world', say, cause });
}
