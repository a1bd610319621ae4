// A text put together from our own words and a document's, each of which remembers where it came from.
// It must never know what the words say.

/** Composed characters [from, to) are source characters [sourceFrom, sourceTo): one for one where as many. */
export type Slice = { from: number; to: number; sourceFrom: number; sourceTo: number };

export type Scroll = {
  /** Words of our own. */
  own(words: string): void;
  /** Words said instead of a stretch of the source: they come from it as a whole. */
  of(words: string, from: number, to: number): void;
  /** The source as written, in one line, without its markup. */
  source(from: number, to: number): void;
  done(): { text: string; slices: Slice[] };
};

/** "./." is how a document ends, not a sentence. */
const MARKUP = /(?<=\.)\/\.(?=\s*$)|\*{1,3}|_{2,3}|`{1,3}|<\/?[a-z][^<>]{0,200}>/giu;

/** @param recased the source as its headings are said: as long, "NỘI DUNG" as "Nội dung" */
export function startScroll(recased: string): Scroll {
  const parts: string[] = [];
  const slices: Slice[] = [];
  let at = 0;
  const add = (words: string): void => {
    parts.push(words);
    at += words.length;
  };
  const linked = (words: string, sourceFrom: number, sourceTo: number): void => {
    if (words === '') return;
    slices.push({ from: at, to: at + words.length, sourceFrom, sourceTo });
    add(words);
  };
  return {
    own: add,
    of: linked,
    source(from, to) {
      const written = recased.slice(from, to).replace(/[\r\n]/gu, ' ');
      let done = 0;
      for (const match of written.matchAll(MARKUP)) {
        linked(written.slice(done, match.index), from + done, from + match.index);
        done = match.index + match[0].length;
      }
      linked(written.slice(done).trimEnd(), from + done, from + written.trimEnd().length);
    },
    done: () => ({ text: parts.join(''), slices }),
  };
}
