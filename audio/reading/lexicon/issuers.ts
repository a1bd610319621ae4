// Letters of document numbers: issuers, ministries, departments, units (CONVENTIONS §3).
// It must never know sentences; only what stands after the slash or hyphen of a number.
import type { Lexicon, Said } from './lexicon.ts';

/** One hyphen-separated part of a document number; null where the letters are not known. */
export function issuerOf(lexicon: Lexicon, letters: string, place: 'issuer' | 'unit'): Said | null {
  const congress = /^(QH|UBTVQH)(?:K)?(\d{0,2})$/u.exec(letters);
  if (congress !== null) {
    const house = congress[1] === 'QH' ? 'quốc hội khóa' : 'ủy ban thường vụ quốc hội khóa';
    return { id: `issuers:${congress[1]}`, spoken: house };
  }
  const unit = lexicon.rooms.get(letters);
  if (place === 'unit' && unit !== undefined) return unit;
  return (
    lexicon.issuers.get(letters) ??
    composed(lexicon, letters) ??
    added(lexicon, letters) ??
    lexicon.abbreviations.get(letters) ??
    unit ??
    null
  );
}

/** A type of document stays one, whatever its letters mean in a commune's prose. */
function added(lexicon: Lexicon, letters: string): Said | undefined {
  return lexicon.types.has(letters) ? undefined : lexicon.additions.of(letters);
}

/** BTP, SXD, BCĐTW, BTGTU, UBNDX: a head and what it is of. */
function composed(lexicon: Lexicon, letters: string): Said | null {
  for (const [head, said] of lexicon.offices) {
    if (!letters.startsWith(head) || letters.length === head.length) continue;
    const rest = letters.slice(head.length);
    const field = lexicon.fields.get(rest);
    const of =
      head.length === 1 ? field : (lexicon.places.get(rest) ?? field ?? lexicon.issuers.get(rest));
    if (of !== undefined)
      return { id: `${said.id} + ${of.id}`, spoken: `${said.spoken} ${of.spoken}` };
  }
  return null;
}
