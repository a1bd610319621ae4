// The letter that is sent to the service: words, voice, pace, rests and pronunciations as SSML. Pure.
// It must never know the network, nor how long an answer may be.
import { type Pronounced, type Pronunciation, pronounced } from './pronunciations.ts';
import { localeOf, type Rests } from './settings.ts';

export type Letter = {
  words: string;
  voiceName: string;
  /** per cent faster than the voice by itself */
  percent: number;
  rests: Rests;
  pronunciations: readonly Pronunciation[];
};

/**
 * A law's clauses end with semicolons and its lists begin with colons, where a neural voice hardly rests; a comma it
 * handles well by itself. A full stop inside a sentence is rare (two sentences in one line of a list).
 */
export const USUAL_RESTS: Rests = { commaMs: 0, semicolonMs: 350, colonMs: 300, fullStopMs: 450 };
/** The service shortens a longer rest. */
const MAX_REST_MS = 5_000;

export function ssmlOf(letter: Letter): string {
  const { voiceName, percent } = letter;
  const parts = pronounced(letter.words.normalize('NFC'), letter.pronunciations);
  const said = parts
    .map((part, at) => partOf(part, { rests: letter.rests, last: at === parts.length - 1 }))
    .join('');
  const rate = `${percent < 0 ? '' : '+'}${percent}%`;
  return [
    '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis"',
    ` xml:lang="${escaped(localeOf(voiceName))}"><voice name="${escaped(voiceName)}">`,
    `<prosody rate="${rate}">${said}</prosody></voice></speak>`,
  ].join('');
}

type Place = { rests: Rests; last: boolean };

function partOf({ text, as }: Pronounced, place: Place): string {
  if (as === null) return restful(text, place);
  const shown = escaped(text);
  if ('say' in as) return `<sub alias="${escaped(as.say)}">${shown}</sub>`;
  return `<phoneme alphabet="ipa" ph="${escaped(as.ipa)}">${shown}</phoneme>`;
}

/** A rest only where something follows: the rest after a sentence is not the voice's affair. */
function restful(text: string, { rests, last }: Place): string {
  const signs = last ? /&\w+;|[,;:.](?=\s+\S)/g : /&\w+;|[,;:.](?=\s)/g;
  return escaped(text).replace(signs, (sign) => {
    const ms = sign.length > 1 ? 0 : Math.min(MAX_REST_MS, Math.round(restAfter(sign, rests)));
    return ms > 0 ? `${sign}<break time="${ms}ms"/>` : sign;
  });
}

function restAfter(sign: string, rests: Rests): number {
  if (sign === ',') return rests.commaMs;
  if (sign === ';') return rests.semicolonMs;
  return sign === ':' ? rests.colonMs : rests.fullStopMs;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 has no place for (control signs, half characters) becomes a space: words never run together. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? ' ');
}
