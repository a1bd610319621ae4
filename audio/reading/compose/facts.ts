// How a document is called in a bulletin, each word tied to the head it comes from.
// It must never invent a fact: what the document does not say is left out.
import { writtenDay } from '../script/days.ts';
import { lowerFirst, properCase, properTitle, shortNumber, upperFirst } from '../script/frame.ts';
import type { BlockSpan, DocumentFacts, Role, Script, Sentence } from '../types.ts';
import type { Scroll } from './scroll.ts';

export type Called = {
  facts: DocumentFacts;
  draft: boolean;
  isName: (word: string) => boolean;
  /** Blocks of its own. */
  blocks: readonly BlockSpan[];
};

export function calledAs(script: Script, facts: DocumentFacts): Called {
  const blocks = script.blocks.filter(
    ({ from }) => from >= facts.sourceFrom && from < facts.sourceTo,
  );
  const draft = facts.status.kind === 'draft';
  return { facts, draft, isName: namesIn(script.sentences), blocks };
}

/** "Quyết định", "dự thảo Quyết định", "văn bản". */
export function typeOf({ facts, draft }: Called): string {
  const type = facts.type ?? 'văn bản';
  return draft ? `dự thảo ${type}` : type;
}

/** "Quyết định số 06/2026 ngày 05/04/2026 của Ủy ban nhân dân xã Chiềng Lề" */
export function sayName(scroll: Scroll, called: Called, { day }: { day: boolean }): void {
  const { number, date, issuer } = called.facts;
  scroll.own(typeOf(called));
  if (number !== null) {
    scroll.own(' ');
    say(scroll, { called, role: 'number', words: `số ${shortNumber(number)}` });
  }
  if (day && date !== null) {
    scroll.own(' ngày ');
    say(scroll, { called, role: 'dateline', words: writtenDay(date) });
  }
  if (issuer !== null) {
    scroll.own(' của ');
    const words = upperFirst(properCase(issuer, called.isName));
    say(scroll, { called, role: 'letterhead', words });
  }
}

/** "về việc ban hành Quy chế phát thanh"; false where the document has no title */
export function sayAbout(scroll: Scroll, called: Called): boolean {
  const { title } = called.facts;
  if (title === null) return false;
  const plain = lowerFirst(properTitle(title, called.isName)).replace(/^v\/v(?=\s)/iu, 'về việc');
  if (!/^về(?!\p{L})/iu.test(plain)) scroll.own('về ');
  say(scroll, { called, role: 'title', words: plain });
  return true;
}

/** Of what a bulletin is called: as a heading, not a sentence. */
export function aboutOf(called: Called): string | null {
  const { title } = called.facts;
  return title === null ? null : asTitle(title.replace(/^(?:v\/v|về việc|về)\s+/iu, ''), called);
}

/** "NỘI DUNG THỰC HIỆN" → "Nội dung thực hiện" */
export function asTitle(words: string, { isName }: Called): string {
  return upperFirst(properTitle(words, isName));
}

type Said = { called: Called; role: Role; words: string };

/** From the lines of the head that have this role; unlinked where it has none. */
function say(scroll: Scroll, { called, role, words }: Said): void {
  const first = called.blocks.findIndex((block) => block.role === role);
  if (first < 0) {
    scroll.own(words);
    return;
  }
  let last = first;
  while (called.blocks[last + 1]?.role === role) last += 1;
  const [from, to] = [called.blocks[first] as BlockSpan, called.blocks[last] as BlockSpan];
  scroll.of(words, from.from, to.to);
}

/** Words the prose writes with a capital keep it when a title in capitals is lowered. */
function namesIn(sentences: readonly Sentence[]): (word: string) => boolean {
  const balance = new Map<string, number>();
  for (const { words } of sentences)
    for (const [word] of words.matchAll(/(?<=[\p{L},] )\p{L}+/gu)) {
      const lower = word.toLowerCase();
      balance.set(lower, (balance.get(lower) ?? 0) + (word === lower ? -1 : 1));
    }
  return (word) => (balance.get(word) ?? 0) > 0;
}
