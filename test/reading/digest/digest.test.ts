import { expect, test } from 'vitest';
import { digestOf } from '../../../audio/reading/digest/digest.ts';
import { digestDocuments, digestGroups } from '../../../audio/reading/digest/groups.ts';
import type { DigestItem, DigestKind } from '../../../audio/reading/digest/items.ts';
import { FULL, settlementOf } from '../../../audio/reading/index.ts';
import { CORPUS, corpusText, hasShared, ordered, read } from '../shared.ts';
import { BEGINNINGS, BODIES, DUTIES, LINES } from './lines.ts';
import { NOTICE } from './notice.ts';

function found(text: string, kind: DigestKind, profile = {}): [string, string | undefined][] {
  return digestOf(read(text, profile), text)
    .filter((item) => item.kind === kind)
    .map((item) => [item.source, item.value]);
}

test.each(LINES)('in "%s" the %s is found', (text, kind, items) => {
  expect(found(text, kind, FULL)).toEqual(items);
});

test.each(DUTIES)('the duties of "%s" are shortened around their cues', (text, items) => {
  const shown = found(text, 'obligation', FULL);
  expect(shown.map(([, value]) => value)).toEqual(items.map(([, value]) => value));
  for (const [at, [source]] of items.entries()) expect(shown[at]?.[0]).toContain(source.slice(-24));
});

test.each(BODIES)('"%s" names whole bodies', (text, bodies) => {
  expect(found(text, 'name', FULL).map(([source]) => source)).toEqual(bodies);
});

test.each(BEGINNINGS)('the duty of "%s" begins at "%s"', (text, beginning) => {
  expect(found(text, 'obligation', FULL)[0]?.[0]).toMatch(new RegExp(`^${beginning}`, 'u'));
});

test('a pause that is heard is shown: without it the tenth is another day', () => {
  const text = 'Hộ phải nộp trước ngày 10, 06 tháng một lần.';
  const [duty] = digestOf(read(text, FULL), text);
  expect(duty?.words).toBe('Hộ phải nộp trước ngày mười, sáu tháng một lần');
});

test('of several documents each thing names the one it stands in', () => {
  const text = `${NOTICE}\n\n${NOTICE.replaceAll('06/TB', '07/TB').replaceAll('50.000', '70.000')}`;
  const script = read(text);
  const items = digestOf(script, text);
  const documents = digestDocuments(script, items);
  expect(documents.map(({ type, number }) => [type, number])).toEqual([
    ['Thông báo', '06/TB-UBND'],
    ['Thông báo', '07/TB-UBND'],
  ]);
  const money = documents.map(
    ({ groups }) => groups.find(({ kind }) => kind === 'money')?.entries[0],
  );
  expect(money.map((entry) => entry?.value)).toEqual(['50000', '70000']);
  expect(money[1]?.places[0]).toMatchObject({ document: 1, clause: 'Phần I, Mục 1, Điểm a' });
  expect(items.find(({ value }) => value === '07/TB-UBND')?.document).toBe(1);
});

test('a fact of the head has the words that say it, where the opening tells them apart', () => {
  const script = read(NOTICE);
  const at = NOTICE.indexOf('ngày 05');
  const sentences = script.sentences.map((sentence) =>
    sentence.kind !== 'opening'
      ? sentence
      : {
          ...sentence,
          trace: sentence.trace.map((one) => {
            const from = one.rule === 'date' ? at : 0;
            return { ...one, from, to: one.rule === 'date' ? at + 28 : NOTICE.length };
          }),
        },
  );
  const [number, date] = digestOf({ ...script, sentences }, NOTICE);
  expect(number?.words).toMatch(/^Thông báo số không sáu ngày/u);
  expect(date?.words).toBe('năm tháng tư năm hai nghìn không trăm hai mươi sáu');
});

test('a figure settled to other words stays the printed one, beside what is said', () => {
  const text = 'Thu 1.500.000 đồng mỗi hộ.';
  const at = text.indexOf('1.500.000');
  const one = settlementOf(text, { from: at, to: at + 9, words: 'hai triệu' });
  const [item] = digestOf(ordered(text, { profile: FULL, settled: [one] }), text);
  expect(item).toMatchObject({
    ...{ kind: 'money', source: '1.500.000 đồng', value: '1500000' },
    words: 'hai triệu đồng',
  });
});

test('a notice is tied to its clauses, its head and its signer, in the order it is heard', () => {
  const script = read(NOTICE);
  const items = digestOf(script, NOTICE);
  const [number, date, duty, money, deadline] = items as [DigestItem, ...DigestItem[]];
  expect(number).toMatchObject({
    kind: 'document',
    value: '06/TB-UBND',
    clause: null,
    source: 'Số: 06/TB-UBND',
  });
  expect(number.words).toBe('số không sáu');
  expect(date).toMatchObject({ kind: 'date', value: '2026-04-05' });
  const clause = 'Phần I, Mục 1, Điểm a';
  expect(duty).toMatchObject({ kind: 'obligation', value: 'phải, trước ngày', clause });
  expect(money).toMatchObject({
    kind: 'money',
    value: '50000',
    words: 'năm mươi nghìn đồng',
    clause,
  });
  expect(deadline).toMatchObject({ kind: 'deadline', value: '2026-06-30', clause });
  expect(NOTICE.slice(money?.from, money?.to)).toBe('50.000 đồng');
  expect(items.at(-1)).toMatchObject({ kind: 'name', value: 'Quàng Thị Mai', words: '' });
  expect(items.map((item) => item.sentence)).toEqual(
    [...items.map((item) => item.sentence)].sort((a, b) => a - b),
  );
});

test('of a table that is summed up only what the summary says is listed', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `${at + 1}\tBản ${at}\t${at}00`);
  const text = `TT\tTên bản\tSố hộ\n${rows.join('\n')}`;
  expect(found(text, 'number', FULL).map(([, value]) => value)).not.toContain('700');
});

test('a signature that is said gives its words; without an opening the head is read where it stands', () => {
  const signed = digestOf(read(NOTICE, { signature: 'summary' }), NOTICE);
  expect(signed.findLast((item) => item.value === 'Quàng Thị Mai')?.words).toContain(
    'Quàng Thị Mai',
  );
  const full = digestOf(read(NOTICE, FULL), NOTICE);
  expect(full.filter((item) => item.value === '06/TB-UBND')).toHaveLength(1);
  const { documents, ...script } = read(NOTICE);
  expect(digestOf({ ...script, documents, blocks: [] }, NOTICE)[0]?.kind).toBe('obligation');
  expect(digestOf(read(''), '')).toEqual([]);
});

test('equal things stand once with all their places, the weightiest first', () => {
  const groups = digestGroups(digestOf(read(NOTICE), NOTICE));
  expect(groups.map((group) => group.kind)).toEqual([
    'obligation',
    'deadline',
    'date',
    'money',
    'number',
    'name',
    'place',
    'document',
  ]);
  const money = groups.find((group) => group.kind === 'money')?.entries[0];
  expect(money).toMatchObject({ value: '50000', count: 2 });
  expect(money?.places.map((place) => place.clause)).toEqual([
    'Phần I, Mục 1, Điểm a',
    'Phần I, Mục 2',
  ]);
  const numbers = groups
    .find((group) => group.kind === 'number')
    ?.entries.map((entry) => entry.source);
  expect(numbers).toEqual(expect.arrayContaining(['120 hộ', '120 người']));
  const item = {
    kind: 'name',
    source: 'X',
    words: 'x',
    document: 0,
    clause: null,
    sentence: 0,
    from: 0,
    to: 1,
  } as const;
  expect(digestGroups([item])).toMatchObject([
    { kind: 'name', entries: [{ source: 'X', count: 1 }] },
  ]);
});

test('marks and cells between words stay out of what is shown', () => {
  const text = 'TT\tTên bản\tSố hộ\n1\tBản **Mòn**\t120\n2\tBản Lụa, bản Na\t98';
  expect(found(text, 'place', FULL)).toEqual([
    ['Bản Mòn', 'Bản Mòn'],
    ['Bản Lụa', 'Bản Lụa'],
    ['bản Na', 'bản Na'],
  ]);
});

/** Rules whose digits tell a place in the document, a power or an address, and are no figure to check. */
const NO_FIGURE = /^(?:muc|subMuc|phan|diem|enumeration|unit|web|web-bare|mail|table-summary)$/;

test.skipIf(!hasShared).each(CORPUS)('every number heard in %s is in its digest', (name) => {
  const text = corpusText(name);
  const script = read(text, { legalBases: 'read', responsibilities: 'read', tables: 'rows' });
  const items = digestOf(script, text).filter((item) => item.kind !== 'obligation');
  const bySentence = new Map<number, DigestItem[]>();
  for (const item of items)
    bySentence.set(item.sentence, [...(bySentence.get(item.sentence) ?? []), item]);
  const missing = script.sentences.flatMap((sentence, index) => {
    if (sentence.kind === 'opening' || sentence.kind === 'closing') return [];
    const figures = sentence.trace.filter(
      (one, at) =>
        /\d/.test(text.slice(one.from, one.to)) &&
        !NO_FIGURE.test(one.rule) &&
        !(sentence.kind === 'dieu' && at === 1),
    );
    const here = bySentence.get(index) ?? [];
    return figures.filter(
      (one) => !here.some((item) => item.from <= one.from && one.to <= item.to),
    );
  });
  expect(missing).toEqual([]);
});
