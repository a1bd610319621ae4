// Words a province and a commune add: they win over the built-in ones, lose to the document's own, and touch nothing else.
// It must never need the corpus; where it is there, it is read too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FULL,
  type LexiconEntry,
  type Script,
  SPEAKABLE,
  type Trace,
  usesOf,
} from '../../audio/reading/index.ts';
import { DECISION, NOTICE, TABLE } from './documents.ts';
import { CORPUS, corpusText, hasShared, ordered } from './shared.ts';

function entry(written: string, spoken: string): LexiconEntry {
  return { written, spoken, note: 'Chữ của xã.', example: `theo ${written}` };
}

function said(text: string, ...additions: LexiconEntry[]): string {
  const { sentences } = ordered(text, { profile: FULL, additions });
  return sentences.map((sentence) => sentence.words).join(' ');
}

test.each([
  ['an unknown abbreviation', 'Tổ ABCQ họp.', [entry('ABCQ', 'an bình')], 'Tổ an bình họp.'],
  ['a built-in one', 'Theo UBND.', [entry('UBND', 'ủy ban')], 'Theo ủy ban.'],
  ['an ambiguous one', 'Theo TT.', [entry('TT', 'tổ trưởng')], 'Theo tổ trưởng.'],
  ['a unit', 'Nặng 5 kg.', [entry('kg', 'cân')], 'Nặng năm cân.'],
  ['the later of two', 'Theo BCH.', [entry('BCH', 'tỉnh'), entry('BCH', 'xã')], 'Theo xã.'],
  ['small letters, in any case', 'Ở HomeStay.', [entry('homestay', 'nhà sàn')], 'Ở nhà sàn.'],
  ['capitals mean themselves', 'Quy và QUY.', [entry('QUY', 'quê')], 'Quy và quê.'],
  ['a name of several words', 'Ở Pắc Ngà Ba.', [entry('Pắc Ngà', 'pắc nga')], 'Ở pắc nga Ba.'],
  ['the longest', 'Ở A B.', [entry('A B', 'dài'), entry('A', 'ngắn')], 'Ở dài.'],
  ['a code', 'Phòng PC06.', [entry('PC06', 'phòng cư trú')], 'Phòng phòng cư trú.'],
  ['letters behind digits', 'Mạng 3T.', [entry('3T', 'ba tốt')], 'Mạng ba tốt.'],
  ['letters behind digits, and more', 'Mạng 3T-Xa.', [entry('3T', 'ba tốt')], 'Mạng ba tốt Xa.'],
  ['a web address', 'Xem xasuoi.vn.', [entry('xasuoi.vn', 'trang xã')], 'Xem trang xã.'],
  ['one side of a slash', 'UBND/BCH xã.', [entry('BCH', 'ban')], 'Ủy ban nhân dân, ban xã.'],
  ['one side of a hyphen', 'BCH-Công an.', [entry('BCH', 'ban')], 'Ban, Công an.'],
  ['an issuer nobody knew', 'Số 5/BC-QWK.', [entry('QWK', 'tổ quản')], 'Số năm, báo cáo tổ quản.'],
])('%s is said as it was added', (_, text, additions, words) => {
  expect(said(text, ...additions)).toBe(words);
});

test.each([
  ['the beginning of a name', 'Ở Pắc Ngà', entry('Pắc Ng', 'pắc')],
  ['part of a longer word', 'UBNDX và XUBND', entry('UBND', 'ủy ban')],
  ['the beginning of a longer abbreviation', 'KT-XH của xã', entry('KT', 'kiểm tra')],
  ['part of a web address', 'Xem sonla.gov.vn', entry('sonla', 'tỉnh ta')],
  ['a syllable of a heading', 'BAN CHỈ ĐẠO XÃ', entry('BAN', 'bê a nờ')],
  ['the type of a document, alone', 'Kế hoạch số 5/KH', entry('KH', 'khách hàng')],
  ['the type of a document', 'Số 5/KH-UBND', entry('KH', 'khách hàng')],
  ['the issuer of a decree', 'Số 5/NĐ-CP', entry('CP', 'cổ phần')],
  ['a number', 'Có 1009 hộ', entry('100', 'trăm')],
  ['letters after digits', 'Thẻ 12BCH', entry('BCH', 'ban')],
  ['what no voice can say', 'Theo ABCQ', entry('ABCQ', '!!!')],
  ['what is not written', 'Theo ABCQ', entry('', 'rỗng')],
  ['what begins with a sign', 'Theo (x)', entry('(x)', 'rỗng')],
  ['what is no word but a text', `Theo ${'ab '.repeat(30)}`, entry('ab '.repeat(30).trim(), 'a')],
])('%s is left as it was', (_, text, addition) => {
  expect(said(text, addition)).toBe(said(text));
});

test('the document itself knows best what it means', () => {
  const text = 'Theo BCH. Tổ bảo vệ rừng (BVRX) và ban chăn hươu (BCH). BCH, BVRX họp.';
  const words = said(text, entry('BCH', 'ban huấn'), entry('BVRX', 'bờ vờ'));
  expect(words).toBe(
    'Theo ban huấn. Tổ bảo vệ rừng, bờ vờ, và ban chăn hươu. Ban chăn hươu, bờ vờ họp.',
  );
});

test('a bracket that repeats what was added is not said twice', () => {
  expect(said('Ban chỉ huy xã (BCH xã).', entry('BCH', 'ban chỉ huy'))).toBe('Ban chỉ huy xã.');
});

test('one can ask where an entry is used', () => {
  const text = 'UBND xã, số 5/QĐ-UBND. ABCQ và UBND. Phô biến VBQX: văn bản quy xã (VBQX), VBQX.';
  const script = ordered(text, { profile: FULL, additions: [entry('ABCQ', 'an bình')] });
  const uses = usesOf(script);
  expect(uses.get('abbreviations:UBND')).toEqual({ count: 3, firstFrom: 0 });
  expect(uses.get('types:QĐ')).toEqual({ count: 1, firstFrom: text.indexOf('5/QĐ') });
  expect(uses.get('addition:ABCQ')).toEqual({ count: 1, firstFrom: text.indexOf('ABCQ') });
  expect(uses.get('misreadings:phô biến')).toEqual({ count: 1, firstFrom: text.indexOf('Phô') });
  expect(uses.get('local:VBQX')).toEqual({ count: 1, firstFrom: text.lastIndexOf('VBQX') });
  expect(uses.has('abbreviations:HĐND')).toBe(false);
});

test('words that a breath parts are still one use', () => {
  const name = 'một hai ba bốn năm sáu bảy tám chín mười';
  const script = ordered('Theo ABCQ.', {
    profile: { ...FULL, maxSyllables: 4 },
    additions: [entry('ABCQ', name)],
  });
  expect(script.sentences.length).toBeGreaterThan(2);
  expect(usesOf(script).get('addition:ABCQ')?.count).toBe(1);
});

/** What was heard of each place, breaths put together again. */
function heard(script: Script): Trace[] {
  const all: Trace[] = [];
  for (const one of script.sentences.flatMap((sentence) => sentence.trace)) {
    const last = all.at(-1);
    const same = last?.from === one.from && last.to === one.to && last.rule === one.rule;
    if (same) last.words += ` ${one.words}`;
    else all.push({ ...one });
  }
  return all;
}

const OWN: [string, string][] = [
  ['a decision', DECISION.replace('Công chức Văn hóa xã', 'BCH xã')],
  ['a notice', `${NOTICE} BCH đoàn, BCH Quân sự và BCH mời dự. BCHQS xã, 5/BC-BCH.`],
  ['a table', TABLE.replace('Mới', 'BCH')],
];
const TEXTS = hasShared
  ? [...OWN, ...CORPUS.map((name): [string, string] => [name, corpusText(name)])]
  : OWN;

test.each(TEXTS)('in %s, saying "BCH" differently changes nothing else', (_, text) => {
  for (const profile of [{}, FULL]) {
    const before = ordered(text, { profile });
    const after = ordered(text, { profile, additions: [entry('BCH', 'bộ chỉ huy, hai')] });
    const isBch = ({ from, to }: Trace): boolean => text.slice(from, to) === 'BCH';
    const others = (script: Script): Trace[] => heard(script).filter((one) => !isBch(one));
    expect(others(after)).toEqual(others(before));
    expect(heard(after).filter(isBch)).toEqual(
      heard(before)
        .filter(isBch)
        .map((one) => ({
          ...one,
          words: 'bộ chỉ huy hai',
          rule: 'addition',
          entry: 'addition:BCH',
        })),
    );
  }
});

test('whatever a person adds, only Vietnamese words reach a voice', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('<b>ban</b>', '(a+)+$', '$&', '\\p{L}', 'a\nb', '. . .', 'UBND', '&amp;', '😀'),
  );
  const entries = fc.array(fc.record({ written: anything, spoken: anything }), { maxLength: 8 });
  fc.assert(
    fc.property(entries, fc.string({ unit: 'binary', maxLength: 40 }), (some, more) => {
      const additions = some.map(({ written, spoken }) => entry(written, spoken));
      const text = `Theo UBND, ${some.map(({ written }) => written).join(' ')} ${more}.`;
      for (const { words, trace } of ordered(text, { additions }).sentences) {
        expect(words).toMatch(SPEAKABLE);
        expect(words).not.toMatch(/ {2}/u);
        for (const one of trace) expect(one.words).not.toBe('');
      }
    }),
    { seed: 20260424, numRuns: 600 },
  );
});

test('ten thousand additions cost a reading nothing to speak of', () => {
  const text = `${NOTICE} UBND xã, theo Z17. `.repeat(150);
  const many = Array.from({ length: 10_000 }, (_, at) => [
    entry(`Z${at}`, 'dét'),
    entry(`UBND tổ ${'x'.repeat(at % 50)}${at}`, 'tổ'),
  ]).flat();
  const timed = (additions: LexiconEntry[]): number => {
    ordered(text, { additions });
    const runs = [1, 2, 3].map(() => {
      const began = performance.now();
      ordered(text, { additions });
      return performance.now() - began;
    });
    return Math.min(...runs);
  };
  expect(timed(many)).toBeLessThan(timed([entry('Z1', 'dét')]) * 3 + 100);
});
