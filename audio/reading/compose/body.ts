// The clauses of a bulletin in their order, as each genre says them.
// It must never change a word of a clause: its own words are names, questions and places for a person to write.
import { type Clause, type ClauseLine, NUMBERED } from './clauses.ts';
import type { ComposedGenre } from './compose.ts';
import { asTitle, type Called, sayName, typeOf } from './facts.ts';
import type { Scroll } from './scroll.ts';

export type Picked = { clause: Clause; lines: ClauseLine[] };
export type Body = {
  /** All there are: a group is asked about by the heading of its first, ticked or not. */
  clauses: readonly Clause[];
  picked: readonly Picked[];
  called: Called;
  genre: ComposedGenre;
  text: string;
};

/** What a person writes instead of these words; sent as they stand, the bulletin is refused. */
const PLACES = {
  situation:
    '[Viết tình huống ở đây: ai, ở đâu, gặp việc gì, và bà con sẽ hỏi điều gì. Hai đến bốn câu.]',
  story: '[Viết câu chuyện ở đây: nhân vật, việc xảy ra và kết quả. Bốn đến tám câu.]',
} as const;

export function bodyOf(scroll: Scroll, body: Body): void {
  const { genre, picked } = body;
  if (genre === 'qa') {
    dialogue(scroll, body);
    return;
  }
  if (genre === 'situation' || genre === 'story') framed(scroll, body, genre);
  let before: readonly string[] = [];
  for (const one of picked) {
    scroll.own('\n\n');
    clause(scroll, one, genre === 'news' ? null : before);
    before = one.clause.labels;
  }
}

function framed(scroll: Scroll, { called }: Body, genre: keyof typeof PLACES): void {
  scroll.own(`\n\n${PLACES[genre]}\n\n`);
  scroll.own(genre === 'story' ? 'Câu chuyện nhắc bà con nhớ: ' : 'Về việc này, ');
  sayName(scroll, called, { day: false });
  scroll.own(` ${verbOf(called)} như sau.`);
}

/** `above`: the labels said just before; null: no names are said, as in the news. */
function clause(scroll: Scroll, { clause: one, lines }: Picked, above: readonly string[] | null) {
  const [first] = lines;
  if (first === undefined) return;
  const name = above === null ? '' : nameOf(one.labels, above);
  if (name !== '') scroll.of(`${name}.`, first.from, first.bodyFrom);
  let begun = name !== '';
  lines.forEach(({ kind, from, bodyFrom, to, summary }, at) => {
    if (bodyFrom >= to) return;
    // rows of one table stand beneath each other, or it is no table
    const row = kind === 'table' && lines[at - 1]?.kind === 'table';
    scroll.own(row ? '\n' : at === 0 ? (begun ? ' ' : '') : '\n\n');
    // two points d) one after the other: the second is called so too
    if (at > 0 && above !== null && NUMBERED.has(kind)) scroll.of(`${one.label}. `, from, bodyFrom);
    if (summary === undefined) scroll.source(bodyFrom, to);
    else scroll.of(summary, bodyFrom, to);
    begun = true;
  });
}

/** "Điều 2, khoản 1": what has changed since the clause before. */
function nameOf(labels: readonly string[], above: readonly string[]): string {
  const from = labels.findIndex((label, at) => label !== above[at]);
  if (from < 0) return '';
  const fresh = labels.slice(from);
  return fresh.map((label, at) => (at === 0 ? label : lower(label))).join(', ');
}

/** "Điều" keeps its capital wherever it stands, as laws write it. */
function lower(label: string): string {
  return label.startsWith('Điều') ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const RULES =
  /^(?:quyết định|nghị quyết|nghị định|luật|bộ luật|pháp lệnh|thông tư|quy chế|quy định|lệnh|hương ước|quy ước|điều lệ)/iu;

function verbOf(called: Called): string {
  return RULES.test(called.facts.type ?? '') ? 'quy định' : 'nêu';
}

/** Each headed group is one question; its clauses are the answer. */
function dialogue(scroll: Scroll, body: Body): void {
  const groups: Picked[][] = [];
  for (const one of body.picked) {
    const last = groups.at(-1);
    const same = last?.[0] && keyOf(last[0].clause) === keyOf(one.clause);
    if (same) last.push(one);
    else groups.push([one]);
  }
  const asked = groups.filter((group, at) => !isAbove(group, groups[at + 1]));
  asked.forEach((group, at) => {
    question(scroll, body, { group, first: at === 0 });
    answer(scroll, body, group);
  });
}

/** The heading of a whole part, whose clauses are asked about one by one. */
function isAbove(group: readonly Picked[], next: readonly Picked[] | undefined): boolean {
  const [head] = group as [Picked];
  const labels = next?.[0]?.clause.labels ?? [];
  const holds = head.clause.labels.every((label, at) => label === labels[at]);
  return group.length === 1 && head.clause.heading !== null && head.lines.length === 1 && holds;
}

/** The Điều, else the numbered item: what a person would ask about. */
function keyOf({ id, labels }: Clause): string {
  const dieu = labels.findIndex((label) => label.startsWith('Điều '));
  if (dieu >= 0) return labels.slice(0, dieu + 1).join(', ');
  const item = labels.findIndex((label) => label.startsWith('Mục '));
  if (item >= 0) return labels.slice(0, item + 1).join(', ');
  return labels.join(', ') || id;
}

type Group = { group: readonly Picked[]; first: boolean };

function question(scroll: Scroll, body: Body, { group, first }: Group): void {
  const { clauses, called } = body;
  const key = keyOf((group[0] as Picked).clause);
  const head = clauses.find((one) => keyOf(one) === key) as Clause;
  // "Phần II" of a decision is of the plan it came with
  const own = key.includes('Điều ') || head.label === null || verbOf(called) === 'nêu';
  const type = own ? typeOf(called) : 'văn bản';
  const asks = `${type.charAt(0).toUpperCase()}${type.slice(1)} này ${verbOf(called)}`;
  scroll.own('\n\nHỏi: ');
  if (head.heading !== null) {
    const topic = topicOf(head.heading, called);
    scroll.own(`${asks} thế nào về `);
    scroll.of(topic, head.from, head.to);
    scroll.own('?');
    return;
  }
  const name = nameOf(head.labels.slice(0, key.split(', ').length), []);
  if (head.label !== null) scroll.own(`${name} của ${type} này ${verbOf(called)} gì?`);
  else scroll.own(first ? `${asks} điều gì?` : `${asks} điều gì nữa?`);
}

/** "Thời gian đốt nương" → "thời gian đốt nương"; "NỘI DUNG" too, and a name keeps its capital. */
function topicOf(heading: string, called: Called): string {
  const [first = '', ...rest] = asTitle(heading, called).split(' ');
  const small = first.toLowerCase();
  return [called.isName(small) ? first : small, ...rest].join(' ');
}

/** A heading was the question: it is not said again. */
function answer(scroll: Scroll, { called }: Body, group: readonly Picked[]): void {
  const [head, ...rest] = group as [Picked, ...Picked[]];
  const name = nameOf(head.clause.labels, []);
  scroll.own(name === '' ? '\n\nĐáp:' : `\n\nĐáp: ${name} ${verbOf(called)}:`);
  const asked =
    head.clause.heading !== null && head.clause.labels.join(', ') === keyOf(head.clause);
  const lines = asked && head.lines.length + rest.length > 1 ? head.lines.slice(1) : head.lines;
  if (lines.length > 0) scroll.own(' ');
  clause(scroll, { clause: head.clause, lines }, head.clause.labels);
  let before = head.clause.labels;
  for (const one of rest) {
    scroll.own('\n\n');
    clause(scroll, one, before);
    before = one.clause.labels;
  }
}
