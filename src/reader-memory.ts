// Remembers the last scripts: the same text is read as a document, as a bulletin and for its sound.
// It must never know how a text is read.
import { createHash } from 'node:crypto';
import type { ReadingOrder } from './domain/documents/reading-model.ts';

/** Eight documents that people have open at once; half a megabyte of text takes a second to read. */
const SCRIPTS_MAX = 8;
/** A script with its trace holds some thirty times its text: 40 MB in all. */
const SCRIPTS_CHARS_MAX = 1_500_000;

type Read<T> = (text: string, order: ReadingOrder) => T;

/** Least recently asked for goes first. What cannot be read is asked again: refusing it is cheap. */
export function rememberScripts<T>(read: Read<T>): Read<T> {
  const kept = new Map<string, { script: T; chars: number }>();
  let chars = 0;
  const forget = (key: string) => {
    chars -= kept.get(key)?.chars ?? 0;
    kept.delete(key);
  };
  return (text, order) => {
    const key = keyOf(text, order);
    const known = kept.get(key);
    const script = known ? known.script : read(text, order);
    forget(key);
    kept.set(key, { script, chars: text.length });
    chars += text.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= SCRIPTS_MAX && chars <= SCRIPTS_CHARS_MAX) break;
      forget(oldest);
    }
    return script;
  };
}

/** Read under another profile, lexicon or settlement it is another script. */
function keyOf(text: string, order: ReadingOrder): string {
  const whole = JSON.stringify([order.profile, order.additions, order.settled]);
  return createHash('sha256').update(whole).update('\n').update(text).digest('base64');
}
