// Runs set in the fonts of the 1990s, whose codes are TCVN3 or VNI, to Unicode by the font's own name.
// It must never know pages; text without such a font name is settled elsewhere.
// Not through the reading room's door: this process needs none of its grammar.
import { fromTcvn3, fromVni } from '../../reading/bytes/tables.ts';
import type { Run } from './pen.ts';

export function modernised(runs: readonly Run[]): Run[] {
  const modern = new Set(runs.filter(({ text }) => MODERN.test(text)).map(({ font }) => font));
  return runs.map((run) => {
    const decode = modern.has(run.font) ? undefined : decoderOf(run.font);
    return decode === undefined ? run : { ...run, text: decode(run.text) };
  });
}

/** A letter no old font could hold: this file says what its glyphs mean, whatever the font is called. */
const MODERN = /[\u0102-\u01b0\u1ea0-\u1ef9]/u;

/** "ABCDEF+.VnTimeH": a subset's six letters, the family, and H where small codes show capitals. */
function decoderOf(font: string): ((text: string) => string) | undefined {
  const family = font.replace(/^[A-Z]{6}\+/u, '');
  if (/^\.?Vn[A-Z]/u.test(family)) {
    const capitals = /H(?:[,-].*)?$/u.test(family);
    return (text) => (capitals ? fromTcvn3(text).toUpperCase() : fromTcvn3(text));
  }
  return /^VNI[-\s]/u.test(family) ? fromVni : undefined;
}
