// Collects running text into lines, as a browser would lay it out: white space folded, markers in front.
// It must never know a tag.

/** A pause inside a table's cell: the reading room knows it as such. */
export const SOFT_BREAK = '\u2028';

export type LineWriter = {
  /** Running text; in preformatted text every line's end counts. */
  add(text: string, preformatted: boolean): void;
  endLine(): void;
  /** Stands before the next line that has words, unless that line brings its own. */
  mark(marker: string): void;
  /** A finished line, kept as it is. */
  push(line: string): void;
  lines(): string[];
};

/** What a list's item may already begin with: then ours would be said twice. */
const OWN_MARK =
  /^(?:[-–+•*]\s|\d{1,3}(?:\.\d{1,3})*[.)]|\p{Ll}[.)]|[IVX]{1,5}[.)]|Điều\s|[⁰¹²³⁴-⁹])/u;

export function startLines(): LineWriter {
  const done: string[] = [];
  let line = '';
  // Asking a growing string for its last letter makes it whole again each time: quadratic.
  let open = true;
  let marker = '';
  const endLine = () => {
    const text = line.trim();
    line = '';
    open = true;
    if (text === '') return;
    done.push(OWN_MARK.test(text) ? text : marker + text);
    marker = '';
  };
  const addFolded = (text: string) => {
    const folded = text.replace(/[ \t\r\n\f]+/gu, ' ');
    const fitting = open && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (fitting === '') return;
    line += fitting;
    open = fitting.endsWith(' ');
  };
  const addPreformatted = (text: string) => {
    const [first = '', ...rest] = text.split(/\r\n?|\n/u);
    line += first;
    for (const next of rest) {
      endLine();
      line = next;
    }
    open = false;
  };
  return {
    add: (text, preformatted) => (preformatted ? addPreformatted(text) : addFolded(text)),
    endLine,
    mark(next) {
      endLine();
      marker = next;
    },
    push(finished) {
      endLine();
      done.push(finished);
    },
    lines() {
      endLine();
      return done;
    },
  };
}
