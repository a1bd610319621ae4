// One file for the command: opened with progress and Ctrl-C, read, and printed as it was asked for.
// It must never know a rule of reading or a container.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  FILE_BYTES_MAX,
  IntakeError,
  type Progress,
  type Taken,
  takeFile,
} from '../intake/index.ts';
import { theLexicon } from '../lexicon.ts';
import { digestDocuments, digestOf, readLegalText } from '../reading/index.ts';
import { digestLines } from './digest-shown.ts';
import type { Mode } from './options.ts';
import { outlineOf } from './outline.ts';
import { shown, spokenLines } from './shown.ts';

type Sentence = { vi: string; en: string };

/** What was refused, or null where it is printed. */
export async function readFile({
  path,
  mode,
}: {
  path: string;
  mode: Mode;
}): Promise<Sentence | null> {
  const bytes = bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    const taken = await takenWithProgress(bytes, basename(path));
    process.stdout.write(printed(taken, mode));
    return null;
  } catch (error) {
    if (error instanceof IntakeError) return error.say;
    throw error;
  }
}

function printed(taken: Taken, mode: Mode): string {
  const lexicon = theLexicon();
  const script = readLegalText(taken.text, { lexicon });
  if (mode === 'outline') return `${JSON.stringify(outlineOf(script), null, 2)}\n`;
  if (mode === 'digest') return digestLines(digestDocuments(script, digestOf(script, taken.text)));
  const asRows = () => readLegalText(taken.text, { lexicon, profile: { tables: 'rows' } });
  return mode === 'script' ? spokenLines(script) : shown(script, taken, asRows);
}

function bytesOf(path: string): Uint8Array | Sentence {
  const place = basename(path);
  try {
    if (statSync(path).size > FILE_BYTES_MAX)
      return new IntakeError('file-too-large', { name: place }).say;
    return readFileSync(path);
  } catch (error) {
    const gone = (error as { code?: string }).code === 'ENOENT';
    return gone
      ? { vi: `Không có tệp ${path}.`, en: `There is no file ${path}.` }
      : { vi: `Không đọc được ${path}.`, en: `${path} cannot be read.` };
  }
}

/** Short files are done before anybody wonders. */
const SILENT_MS = 1000;
/** A terminal's line is written over; in a log each line stays. */
const SHOW_EVERY_MS = { terminal: 250, log: 2000 };
const STEPS = { open: 'Đang mở', pages: 'Trang', ocr: 'Nhận dạng chữ, trang' } as const;

async function takenWithProgress(bytes: Uint8Array, name: string): Promise<Taken> {
  const cancel = new AbortController();
  const stop = () => cancel.abort();
  process.once('SIGINT', stop);
  const progress = showProgress();
  try {
    return await takeFile({ bytes, name }, { onProgress: progress.tell, signal: cancel.signal });
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
  }
}

function showProgress(): { tell(progress: Progress): void; end(): void } {
  const terminal = process.stderr.isTTY;
  const fromMs = performance.now();
  let latest: Progress | null = null;
  let shownAny = false;
  const show = () => {
    if (latest === null || performance.now() - fromMs < SILENT_MS) return;
    const count = latest.total > 1 ? ` ${latest.done}/${latest.total}` : '';
    const line = `${STEPS[latest.step]}${count} (Ctrl-C: dừng)`;
    process.stderr.write(terminal ? `\r${line}` : `${line}\n`);
    shownAny = true;
  };
  const timer = setInterval(show, terminal ? SHOW_EVERY_MS.terminal : SHOW_EVERY_MS.log);
  return {
    tell(progress) {
      latest = progress;
    },
    end() {
      clearInterval(timer);
      if (shownAny && terminal) process.stderr.write('\n');
    },
  };
}
