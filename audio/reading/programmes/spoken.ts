// What is said between programmes: what goes on here, and that it goes on in the next one.
// It must never know where the cuts were made, nor anything a document does not say.

import { CLOSING } from '../script/frame.ts';
import type { ReadingProfile, Sentence, Trace } from '../types.ts';
import { pointLetter } from '../words/letters.ts';
import { cardinal, codeNumber } from '../words/number.ts';
import { SPEAKABLE } from '../words/respell.ts';
import { romanValue } from '../words/roman.ts';
import { labelsOf } from './clauses.ts';

export type Regional = Pick<ReadingProfile, 'linh' | 'nghin'>;

const GOES_ON = 'Tiếp theo ';

/**
 * "Tiếp theo Quyết định số một nghìn không trăm linh chín của … . Phần hai, mục ba." `first` is the sentence the
 * programme begins with, `closing` how its document will end; the name and its trace are taken from there.
 */
export function openingOf(
  first: Sentence,
  closing: readonly Sentence[],
  how: Regional & { insideClause: boolean },
): Sentence[] {
  const place = placeSaid(first, how);
  const [head, ...rest] = closing;
  const named = head?.words.startsWith(CLOSING)
    ? [renamed(head), ...rest.map((one) => ({ ...one, kind: OPENING }))]
    : [composed(`${GOES_ON}chương trình trước.`, first, OPENING)];
  return place === '' ? named : [...named, composed(`${place}.`, first, OPENING)];
}

/** A document that begins with the programme names itself. */
export function freshOpening(first: Sentence): Sentence[] {
  return [composed(`${GOES_ON}chương trình trước.`, first, OPENING)];
}

/** That it goes on; where a clause is cut, which one. */
export function closingOf(last: Sentence, how: Regional & { insideClause: boolean }): Sentence {
  if (!how.insideClause) return composed(`${INVITE} trong chương trình sau.`, last, CLOSING_KIND);
  const clause = labelsSaid(labelsOf(last.clause), how) || 'Bài này';
  const invite = INVITE.charAt(0).toLowerCase() + INVITE.slice(1);
  return composed(`${clause} còn dài, ${invite} trong chương trình sau.`, last, CLOSING_KIND);
}

const INVITE = 'Mời bà con nghe tiếp';
const OPENING = 'programme-opening';
const CLOSING_KIND = 'programme-closing';

/** The clauses that hold the first sentence; the narrowest is left out where the sentence says it itself. */
function placeSaid(first: Sentence, how: Regional & { insideClause: boolean }): string {
  const labels = labelsOf(first.clause);
  const own = labelsSaid(labels.slice(-1), how).toLowerCase();
  const repeats = own !== '' && `${first.words.toLowerCase()} `.startsWith(`${own}.`);
  return labelsSaid(repeats && !how.insideClause ? labels.slice(0, -1) : labels, how);
}

/** "Phần II", "Mục 3", "Điểm đ" → "Phần hai, mục ba, điểm đê". */
export function labelsSaid(labels: readonly string[], how: Regional): string {
  const said = labels.map((label) => labelSaid(label, how)).filter((words) => words !== '');
  const text = said.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function labelSaid(label: string, { linh, nghin }: Regional): string {
  const words = (label.match(/\d+(?:\.\d+)*|\p{L}+/gu) ?? []).map(markSaid).join(' ');
  if (!SPEAKABLE.test(words)) return '';
  return words
    .replace(/(?<!\p{L})linh(?!\p{L})/gu, linh)
    .replace(/(?<!\p{L})nghìn(?!\p{L})/gu, nghin);
}

function markSaid(mark: string, at: number, all: readonly string[]): string {
  if (/^\d/u.test(mark)) {
    const number = (all[at - 1] ?? '').toLowerCase() === 'số' ? codeNumber : cardinal;
    return mark.split('.').map(number).join(' chấm ');
  }
  const value = /^[CDLM]$/u.test(mark) ? null : romanValue(mark);
  if (value !== null && !/^điểm$/iu.test(all[at - 1] ?? '')) return cardinal(String(value));
  return mark.length === 1 ? pointLetter(mark) : mark.toLowerCase();
}

/** Words of our own trace back to the sentence they speak of. */
function composed(words: string, beside: Sentence, kind: string): Sentence {
  const { sourceFrom, sourceTo, clause } = beside;
  const plain = words.replace(/[.,]/gu, '');
  return {
    words,
    clause,
    kind,
    sourceFrom,
    sourceTo,
    syllables: plain.split(' ').length,
    trace: [{ words: plain, from: sourceFrom, to: sourceTo, rule: 'programme' }],
  };
}

function renamed(head: Sentence): Sentence {
  const own = GOES_ON.trim();
  const dropped = CLOSING.trim().split(' ').length;
  const { sourceFrom: from, sourceTo: to } = head;
  return {
    ...head,
    kind: OPENING,
    words: `${GOES_ON}${head.words.slice(CLOSING.length)}`,
    syllables: head.syllables - dropped + own.split(' ').length,
    trace: [{ words: own, from, to, rule: 'programme' }, ...without(head.trace, dropped)],
  };
}

/** The trace without its first words. */
function without(trace: readonly Trace[], count: number): Trace[] {
  let left = count;
  return trace.flatMap((one) => {
    const words = one.words.split(' ');
    const rest = words.slice(left);
    left = Math.max(0, left - words.length);
    return rest.length === 0 ? [] : [{ ...one, words: rest.join(' ') }];
  });
}
