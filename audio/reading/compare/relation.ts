// What one document is to another: the same, its signed version, its draft, or only like it (issue 3 §9).
// It must never know where documents are kept.
import type { DocumentFacts, Script } from '../types.ts';
import { decomposed } from '../words/composed.ts';
import { likeness, type Sketch, sameness, sketchOf } from './sketch.ts';

/** What a document is remembered by. */
export type Known = { facts: KnownFacts; sketch: Sketch };
export type KnownFacts = Pick<DocumentFacts, 'type' | 'number' | 'date' | 'title' | 'issuer'> & {
  signer?: DocumentFacts['signer'];
  status?: Pick<DocumentFacts['status'], 'kind'>;
};
/** 'signed-version-of': the first document is the signed version of the second. */
export type Relation = 'same' | 'signed-version-of' | 'draft-of' | 'similar';

/**
 * More than half of the shorter text. Measured on a gazette of eight decisions and three plans: unrelated decisions of
 * one office share up to 0.23, plans of two provinces after the same central decision 0.39; a draft and its signed
 * text 0.99, and still 0.62 with one letter in thirty misread.
 */
export const LIKE = 0.55;
/** The same text read twice, by a scanner and by a printer. */
const SAME = 0.8;

/** Every document of a text with what it is remembered by: a gazette holds several. */
export function knownOf(script: Script, text: string): Known[] {
  return script.documents.map((facts) => ({
    facts,
    sketch: sketchOf(text.slice(facts.sourceFrom, facts.sourceTo)),
  }));
}

export function relationOf(one: Known, other: Known): Relation | null {
  if (likeness(one.sketch, other.sketch) < LIKE) return null;
  const [here, there] = [isIssued(one.facts), isIssued(other.facts)];
  if (here && !there) return 'signed-version-of';
  if (there && !here) return 'draft-of';
  if (here && there) return isSameNumber(one.facts, other.facts) ? 'same' : 'similar';
  return sameness(one.sketch, other.sketch) >= SAME ? 'same' : 'similar';
}

/** A number is given when a document is signed; a date or a signer bears it out. */
function isIssued({ number, date, signer, status }: KnownFacts): boolean {
  if (number === null || status?.kind === 'draft') return false;
  return date !== null || (signer?.name ?? null) !== null;
}

/** Numbers begin again each year and in each office. */
function isSameNumber(one: KnownFacts, other: KnownFacts): boolean {
  const plain = (text: string): string =>
    decomposed(text.toLowerCase()).replace(/[^\p{L}\p{N}/]/gu, '');
  const agree = (left: string | null, right: string | null): boolean =>
    left === null || right === null || plain(left) === plain(right);
  return (
    agree(one.number, other.number) &&
    agree(one.date, other.date) &&
    agree(one.issuer, other.issuer)
  );
}

/** For the officer who has just brought the first document. */
export function relationSentence(
  relation: Relation,
  other: KnownFacts,
): { vi: string; en: string } {
  const { vi, en } = nameOf(other);
  const said: Record<Relation, { vi: string; en: string }> = {
    same: {
      vi: `Văn bản này đã có: ${vi}.`,
      en: `This document is already here: ${en}.`,
    },
    'signed-version-of': {
      vi: `Văn bản này giống bản đã ký của ${vi}.`,
      en: `This looks like the signed version of ${en}.`,
    },
    'draft-of': {
      vi: `Văn bản này giống bản dự thảo của ${vi}.`,
      en: `This looks like the draft of ${en}.`,
    },
    similar: {
      vi: `Văn bản này có nhiều đoạn giống ${vi}.`,
      en: `This shares many passages with ${en}.`,
    },
  };
  return said[relation];
}

function nameOf({ type, number, date, title }: KnownFacts): { vi: string; en: string } {
  const called = type ?? 'văn bản';
  if (number !== null) {
    const day = date === null ? null : date.split('-').reverse().join('/');
    return {
      vi: `${called} số ${number}${day === null ? '' : ` ngày ${day}`}`,
      en: `${called} ${number}${day === null ? '' : ` of ${day}`}`,
    };
  }
  const about = title === null ? '' : ` (${title})`;
  return { vi: `${called} chưa có số${about}`, en: `${called} without a number${about}` };
}
