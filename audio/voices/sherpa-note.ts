// voice.json beside a model: which language it speaks, whose it is, and how it is to be used.
// It must never know the model itself.
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuse } from './sherpa-refusals.ts';

export type VoiceNote = {
  /** ISO 639-3 */
  language: string;
  /** how it is called on clips and screens */
  voice: string;
  licence: string;
  source: string;
  /** of the .onnx; null: not given, so not checked */
  sha256: string | null;
  /** the numbers of its speakers who talk: the first, and the one who answers in a dialogue */
  speakers: readonly number[];
  /** syllables a minute at its own speed; null: found out by one sentence */
  pace: number | null;
};

const MAX_NOTE_BYTES = 65_536;

const LANGUAGE = /^[a-z]{3}$/;
const NAME = /^\w[\w .-]{0,79}$/;
const ANY_TEXT = /^[^\p{Cc}]{0,300}$/u;
const SHA256 = /^([0-9a-f]{64})?$/;

export type NoteFrom = { folder: string; inside: readonly string[] };

/** Without the file the folder's name may tell the language, as those of the public archives do. @throws ModelFault */
export async function readVoiceNote({ folder, inside }: NoteFrom): Promise<VoiceNote> {
  const name = basename(folder);
  const note = inside.includes('voice.json') ? await parsed(join(folder, 'voice.json')) : {};
  return {
    language: text(note.language ?? languageIn(name) ?? refuse('no-language'), LANGUAGE),
    voice: text(note.voice ?? name, NAME),
    licence: text(note.licence ?? '', ANY_TEXT),
    source: text(note.source ?? '', ANY_TEXT),
    sha256: text(note.sha256 ?? '', SHA256) || null,
    speakers: speakers(note.speakers ?? [0]),
    pace: note.pace === undefined ? null : pace(note.pace),
  };
}

type Parsed = Partial<Record<keyof VoiceNote, unknown>>;

async function parsed(path: string): Promise<Parsed> {
  try {
    if ((await stat(path)).size > MAX_NOTE_BYTES) refuse('bad-note');
    const note: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof note === 'object' && note !== null && !Array.isArray(note)) return note;
  } catch (cause) {
    refuse('bad-note', cause);
  }
  return refuse('bad-note');
}

/** "vits-piper-vi_VN-vais1000-medium", "vits-mms-hmn". */
function languageIn(name: string): string | null {
  if (/(^|-)vi_VN(-|$)/.test(name)) return 'vie';
  return /(?:^|-)mms-([a-z]{3})$/.exec(name)?.[1] ?? null;
}

function text(value: unknown, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse('bad-note');
}

function speakers(value: unknown): number[] {
  const known = Array.isArray(value) && value.length >= 1 && value.length <= 2 ? value : [];
  const numbers = known.filter((one) => Number.isInteger(one) && one >= 0);
  return numbers.length > 0 && numbers.length === known.length ? numbers : refuse('bad-note');
}

/** Nobody reads slower than 60 syllables a minute, nor faster than 600. */
function pace(value: unknown): number {
  return typeof value === 'number' && value >= 60 && value <= 600 ? value : refuse('bad-note');
}
