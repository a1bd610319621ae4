// A page of a script as rows in the order of the source: what is spoken, and what is silent between.
// It must never know how a row is drawn.
import type { Script } from '../../../http/schemas/script.ts';

type Sentence = Script['sentences'][number];
export type Piece = { words: string; trace: number | null; changed: boolean };
export type SentenceRow = {
  kind: 'spoken';
  key: string;
  from: number;
  to: number;
  clause: string | null;
  sentence: Sentence;
  /** opening, closing, summary: made from the whole, standing beside nothing */
  composed: boolean;
  pieces: Piece[];
};
export type SilentRow = { kind: 'silent'; key: string; from: number; to: number; roles: string[] };
export type Row = SentenceRow | SilentRow;

/** Roles that are the text itself; a block of any other role is silent unless a sentence stands in it. */
const HEARD = new Set(['read', 'type', 'title']);

export function rowsOf(page: Script): Row[] {
  const rows: Row[] = [];
  let clause: string | null = null;
  page.sentences.forEach((sentence, at) => {
    const { sourceFrom: from, sourceTo: to } = sentence;
    const composed = sentence.kind === 'opening' || sentence.kind === 'closing';
    rows.push({
      kind: 'spoken',
      key: `${page.sentenceFrom + at}`,
      from,
      to,
      clause: sentence.clause === clause ? null : sentence.clause,
      sentence,
      composed,
      pieces: piecesOf(sentence),
    });
    clause = sentence.clause;
  });
  return merged(rows, silentRows(page));
}

/** Silent rows go in before the first sentence that stands after them. */
function merged(spoken: Row[], silent: Row[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const row of spoken) {
    const composed = row.kind === 'spoken' && row.composed;
    while (!composed && next < silent.length && (silent[next] as Row).from < row.from) {
      rows.push(silent[next] as Row);
      next += 1;
    }
    rows.push(row);
  }
  return [...rows, ...silent.slice(next)];
}

/** Blocks side by side that nobody hears, as one row with all their reasons. */
function silentRows(page: Script): SilentRow[] {
  const heard = page.sentences.filter(({ kind }) => kind !== 'opening' && kind !== 'closing');
  const rows: SilentRow[] = [];
  for (const { from, to, role } of page.blocks) {
    if (HEARD.has(role)) continue;
    if (heard.some((one) => one.sourceFrom < to && one.sourceTo > from)) continue;
    const above = rows.at(-1);
    const between = heard.some(
      (one) => above && one.sourceFrom >= above.to && one.sourceTo <= from,
    );
    if (above && !between) {
      above.to = to;
      above.roles.push(role);
    } else rows.push({ kind: 'silent', key: 'silent', from, to, roles: [role] });
  }
  return rows;
}

/** The sentence as written, cut into the words of each trace; pauses and gaps stay between. */
function piecesOf(sentence: Sentence): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const lower = sentence.words.toLowerCase();
  sentence.trace.forEach((trace, index) => {
    for (const word of trace.words.toLowerCase().split(/[\s.,;:]+/u)) {
      if (word === '') continue;
      const found = lower.indexOf(word, at);
      if (found < 0) continue;
      const gap = sentence.words.slice(at, found);
      const last = pieces.at(-1);
      if (last?.trace === index) last.words += gap;
      else if (gap !== '') pieces.push({ words: gap, trace: null, changed: false });
      const said = sentence.words.slice(found, found + word.length);
      at = found + word.length;
      if (last?.trace === index) last.words += said;
      else pieces.push({ words: said, trace: index, changed: trace.rule !== 'word' });
    }
  });
  pieces.push({ words: sentence.words.slice(at), trace: null, changed: false });
  return pieces;
}
