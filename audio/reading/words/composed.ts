// One form of every letter (NFC, NFD) of what people wrote, in a time that grows with its length.
// It must never know what the words are for.

/** UAX #15 §13: no writing of the world puts more marks on one letter. */
const MARKS_MAX = 30;
const TOO_MANY = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu');

/** ICU sorts the marks of one letter pairwise: 60 KB of them on one letter are seconds of a stopped service. */
export function composed(written: string): string {
  return written.replace(TOO_MANY, '$1').normalize('NFC');
}

export function decomposed(written: string): string {
  return written.replace(TOO_MANY, '$1').normalize('NFD');
}
