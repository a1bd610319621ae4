// What one document is to another, and the sentence an officer reads.
// It must never know how likeness is measured.
import { expect, test } from 'vitest';
import {
  type KnownFacts,
  knownOf,
  LIKE,
  type Relation,
  relationOf,
  relationSentence,
} from '../../../audio/reading/compare/relation.ts';
import { likeness, sketchOf } from '../../../audio/reading/compare/sketch.ts';

import { corpusText, hasShared, read } from '../shared.ts';
import { ANNEX, DRAFT, misread, SIGNED, UNRELATED, wrapped } from './texts.ts';

const BLANK: KnownFacts = {
  type: 'Quyết định',
  number: null,
  date: null,
  title: 'Ban hành Quy chế chợ phiên xã Pà Sậu',
  issuer: 'ỦY BAN NHÂN DÂN XÃ PÀ SẬU',
  signer: null,
};
const ISSUED: KnownFacts = {
  ...BLANK,
  number: '77/QĐ-UBND',
  date: '2026-03-09',
  signer: { office: 'Chủ tịch', name: 'Sùng A Páo' },
};
const signed = { facts: ISSUED, sketch: sketchOf(SIGNED) };
const draft = { facts: BLANK, sketch: sketchOf(DRAFT) };

test.each<[string, Partial<KnownFacts>, string, Relation | null]>([
  ['its draft', BLANK, DRAFT, 'signed-version-of'],
  ['its draft, scanned and cut by hand', BLANK, misread(wrapped(DRAFT)), 'signed-version-of'],
  ['its draft without the annex', BLANK, DRAFT.replace(ANNEX, ''), 'signed-version-of'],
  [
    'a numbered text that calls itself a draft',
    { status: { kind: 'draft' } },
    SIGNED,
    'signed-version-of',
  ],
  ['a number without date and signer', { date: null, signer: null }, SIGNED, 'signed-version-of'],
  ['a number without date, but signed', { date: null }, SIGNED, 'same'],
  [
    'a signer without a name',
    { date: null, signer: { office: 'Chủ tịch', name: null } },
    SIGNED,
    'signed-version-of',
  ],
  ['itself, scanned', {}, misread(wrapped(SIGNED)), 'same'],
  ['itself, the number written wider', { number: '77 / QĐ-UBND' }, SIGNED, 'same'],
  ['itself, the letterhead lost', { issuer: null }, SIGNED, 'same'],
  ['the same text under another number', { number: '90/QĐ-UBND' }, SIGNED, 'similar'],
  ['the same number of another year', { date: '2025-03-09' }, SIGNED, 'similar'],
  [
    'the same number of another commune',
    { issuer: 'ỦY BAN NHÂN DÂN XÃ NẬM KHÚC' },
    SIGNED,
    'similar',
  ],
  ['another decision of the office', { number: '78/QĐ-UBND' }, UNRELATED, null],
  ['another decision, its number blank', BLANK, UNRELATED, null],
])('a signed decision beside %s', (_, facts, text, relation) => {
  const other = { facts: { ...ISSUED, ...facts }, sketch: sketchOf(text) };
  expect(relationOf(signed, other)).toBe(relation);
  const back = relation === 'signed-version-of' ? 'draft-of' : relation;
  expect(relationOf(other, signed)).toBe(back);
});

test('two unsigned texts are the same only where nearly every word is', () => {
  expect(relationOf(draft, { ...draft, sketch: sketchOf(misread(DRAFT)) })).toBe('same');
  const half = { facts: BLANK, sketch: sketchOf(DRAFT.replace(ANNEX, '')) };
  expect(relationOf(draft, half)).toBe('similar');
});

test.each<[Relation, KnownFacts, string, string]>([
  [
    'signed-version-of',
    BLANK,
    'Văn bản này giống bản đã ký của Quyết định chưa có số (Ban hành Quy chế chợ phiên xã Pà Sậu).',
    'This looks like the signed version of Quyết định without a number (Ban hành Quy chế chợ phiên xã Pà Sậu).',
  ],
  [
    'draft-of',
    ISSUED,
    'Văn bản này giống bản dự thảo của Quyết định số 77/QĐ-UBND ngày 09/03/2026.',
    'This looks like the draft of Quyết định 77/QĐ-UBND of 09/03/2026.',
  ],
  [
    'same',
    { ...ISSUED, date: null },
    'Văn bản này đã có: Quyết định số 77/QĐ-UBND.',
    'This document is already here: Quyết định 77/QĐ-UBND.',
  ],
  [
    'similar',
    { ...BLANK, type: null, title: null },
    'Văn bản này có nhiều đoạn giống văn bản chưa có số.',
    'This shares many passages with văn bản without a number.',
  ],
])('%s is said in one sentence', (relation, other, vi, en) => {
  expect(relationSentence(relation, other)).toEqual({ vi, en });
});

test('every document of a text is remembered by its own words', () => {
  const text = `${SIGNED}\n\n${UNRELATED}`;
  const known = knownOf(read(text), text);
  expect(known.map(({ facts }) => facts.number)).toEqual(['77/QĐ-UBND', '78/QĐ-UBND']);
  expect(known.map((one) => relationOf(one, draft))).toEqual(['signed-version-of', null]);
});

test.skipIf(!hasShared)(
  'in the corpus one decision of the gazette is the signed plan, and nothing else is like anything',
  () => {
    const [gazette, plan] = ['son-la-cong-bao-30-31', 'son-la-ke-hoach-2026'].map((name) => {
      const text = corpusText(name);
      return knownOf(read(text), text);
    });
    const unsigned = plan?.[0];
    const decisions = gazette ?? [];
    const found = decisions.map((one) => unsigned && relationOf(one, unsigned));
    expect(found.filter(Boolean)).toEqual(['signed-version-of']);
    expect(decisions[found.indexOf('signed-version-of')]?.facts.number).toBe('1009/QĐ-UBND');
    for (const one of decisions) {
      for (const other of decisions) {
        if (one !== other) expect(likeness(one.sketch, other.sketch)).toBeLessThan(LIKE / 2);
      }
    }
  },
);
