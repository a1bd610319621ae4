// A wanted clip as sentences and who says each: Vietnamese read by rule, any other language only cut.
// It must never make sound, nor change a word of what people wrote in another language.
import { plainSentences } from '../audio/plain-sentences.ts';
import type { Speaker } from '../audio/voices/port.ts';
import { repeated } from './domain/airing/repeats.ts';
import { VIETNAMESE } from './domain/languages.ts';
import { speakerAt } from './services/bulletins/compose-port.ts';
import type { ClipWanted } from './services/ports.ts';
import type { Reader } from './services/reading/reader-port.ts';

export type ToSay = { sentences: string[]; speakers: Speaker[]; doubts: number };
type Wanted = Pick<ClipWanted, 'text' | 'order' | 'language' | 'repeats' | 'turns' | 'afterword'>;

export async function toSay(reader: Pick<Reader, 'script'>, wanted: Wanted): Promise<ToSay> {
  const { language, repeats, turns = [] } = wanted;
  const { lines, doubts } = await linesOf(reader, wanted);
  const words = lines.map((line) => line.words);
  const own = lines.map(({ sourceFrom }) => speakerAt(turns, sourceFrom));
  // "Xin nhắc lại" is Vietnamese; elsewhere the second time begins as the first
  const isRead = language === VIETNAMESE;
  const again = { sentences: isRead ? repeated(words, repeats) : times(words, repeats) };
  const announced: Speaker[] = isRead ? ['first', ...own] : own;
  const speakers = Array.from({ length: repeats }, (_, time) => (time === 0 ? own : announced));
  const last = wanted.afterword?.trim() || null;
  return {
    sentences: [...again.sentences, ...(last === null ? [] : [last])],
    speakers: [...speakers.flat(), ...(last === null ? [] : (['first'] as const))],
    doubts,
  };
}

function times<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: count }, () => all).flat();
}

type Lines = { lines: readonly { words: string; sourceFrom: number }[]; doubts: number };

async function linesOf(
  reader: Pick<Reader, 'script'>,
  { text, order, language }: Wanted,
): Promise<Lines> {
  if (language !== VIETNAMESE) return { lines: plainSentences(text), doubts: 0 };
  const { script, open } = await reader.script(text, order, { forSound: true });
  return { lines: script, doubts: open.length };
}
