// A bulletin's text by genre: what opens and closes it, that clauses are said word for word, and where each came from.
// It must never know rows or voices.
import { describe, expect, test } from 'vitest';
import type { ComposedGenre } from '../../../audio/reading/index.ts';
import { DECISION, NOTICE, TABLE } from '../documents.ts';
import { PLAN } from '../programmes/plan.ts';
import { CORPUS, corpusText, hasShared, read } from '../shared.ts';
import { heard, made, tokens } from './shared.ts';

const DRAFT =
  'Đây là dự thảo, đang lấy ý kiến đến hết ngày 15/12/2026. Chưa phải là quy định có hiệu lực.';
const decision = made(DECISION);
const plan = made(PLAN);
const inDieu2 = ({ labels }: { labels: string[] }) => labels[0] === 'Điều 2';

test('an excerpt says the station, the document, and each clause by its name', () => {
  const { title, text } = decision.compose({ pick: inDieu2 });
  expect(title).toBe('Trích: Hiệu lực');
  expect(text.split('\n\n')).toEqual([
    'Đây là Đài truyền thanh xã Chiềng Lề. Mời bà con nghe trích đọc Quyết định số 06/2026 ngày 05/04/2026 của Ủy ban nhân dân xã Chiềng Lề, về việc ban hành Quy chế phát thanh.',
    'Điều 2. Hiệu lực',
    'Khoản 1. Quyết định này có hiệu lực từ ngày 01/5/2026.',
    'Khoản 2. Bãi bỏ Quyết định số 05/QĐ-UBND ngày 02/3/2020.',
    'Vừa rồi là trích đọc Quyết định số 06/2026 của Ủy ban nhân dân xã Chiềng Lề.',
  ]);
});

test('a clause ticked without its article is called by both', () => {
  const { text } = decision.compose({ pick: ({ label }) => label === 'Khoản 2' });
  expect(text).toContain('\n\nĐiều 2, khoản 2. Bãi bỏ Quyết định');
  expect(
    tokens(heard(decision.compose({ pick: ({ label }) => label === 'Khoản 2' }))).join(' '),
  ).toContain('điều hai khoản hai bãi bỏ quyết định số không năm');
});

test('news say the clauses in order without their numbers', () => {
  const { text } = plan.compose({ genre: 'news', pick: ({ labels }) => labels[1] === 'Mục 2' });
  expect(text).toContain('Mời bà con nghe tin về phòng, chống hạn');
  expect(text).toContain(
    'theo Kế hoạch số 35 ngày 12/02/2026 của Ủy ban nhân dân huyện Mường Lâm.',
  );
  expect(text).toContain('\n\nNắm chắc tình hình nguồn nước');
  expect(text).not.toMatch(/Điểm a|Mục 2/);
});

test('questions are made of headings, answers are the clauses', () => {
  const { text, title } = decision.compose({
    genre: 'qa',
    pick: ({ labels }) => /^Điều/.test(labels[0] ?? ''),
  });
  expect(title).toBe('Hỏi – đáp: Hiệu lực');
  expect(text.split('\n\n').slice(1)).toEqual([
    'Hỏi: Điều 1 của Quyết định này quy định gì?',
    'Đáp: Điều 1 quy định: Ban hành kèm theo Quyết định này Quy chế phát thanh của xã Chiềng Lề.',
    'Hỏi: Quyết định này quy định thế nào về hiệu lực?',
    'Đáp: Điều 2 quy định:',
    'Khoản 1. Quyết định này có hiệu lực từ ngày 01/5/2026.',
    'Khoản 2. Bãi bỏ Quyết định số 05/QĐ-UBND ngày 02/3/2020.',
    'Đài: Vừa rồi là mục hỏi đáp theo Quyết định số 06/2026 của Ủy ban nhân dân xã Chiềng Lề.',
  ]);
});

test('a heading in capitals is asked about in small letters, a part’s own heading is not asked about', () => {
  const { text } = plan.compose({ genre: 'qa', pick: ({ labels }) => labels[0] === 'Phần II' });
  const questions = text.split('\n\n').filter((line) => line.startsWith('Hỏi:'));
  expect(questions).toEqual([
    'Hỏi: Kế hoạch này nêu thế nào về rà soát nguồn nước?',
    'Hỏi: Kế hoạch này nêu thế nào về sửa chữa công trình?',
    'Hỏi: Kế hoạch này nêu thế nào về cấp nước khi hạn nặng?',
    'Hỏi: Kế hoạch này nêu thế nào về chuyển đổi cây trồng?',
  ]);
  const alone = plan.compose({ genre: 'qa', pick: ({ labels }) => labels.join() === 'Phần II' });
  expect(alone.text).toContain(
    'thế nào về nội dung thực hiện?\n\nĐáp: Phần II nêu: Nội dung thực hiện',
  );
});

test('what a decision brought with it is asked about as a text of its own', () => {
  const { text } = decision.compose({ genre: 'qa', pick: ({ label }) => label === 'Mục 1.1' });
  expect(text).toContain('Hỏi: Văn bản này quy định thế nào về phạm vi?');
  expect(text).toContain('Đáp: Phần I, mục 1, mục 1.1 quy định: Giờ phát');
});

test('a note without clauses is asked about as a whole, and once more', () => {
  const note = made(`${NOTICE}\n\nĐề nghị bà con đến đúng giờ.`);
  const { text, title } = note.compose({ genre: 'qa' });
  expect(text).toContain('Hỏi: Văn bản này nêu điều gì?\n\nĐáp: Mời bà con họp bản');
  expect(text).toContain('Hỏi: Văn bản này nêu điều gì nữa?\n\nĐáp: Đề nghị bà con');
  expect(title).toMatch(/^Hỏi – đáp: Mời bà con họp bản/);
  expect(note.compose({ genre: 'news' }).text).toContain('Mời bà con nghe tin theo văn bản.');
});

test.each([
  ['situation', '[Viết tình huống ở đây: ', 'Về việc này, Quyết định số 06/2026'],
  ['story', '[Viết câu chuyện ở đây: ', 'Câu chuyện nhắc bà con nhớ: Quyết định số 06/2026'],
] as const)('a %s leaves a place to write, then answers with the law', (genre, place, answer) => {
  const { text } = decision.compose({ genre, pick: inDieu2 });
  expect(text).toContain(`\n\n${place}`);
  expect(text.indexOf(answer)).toBeGreaterThan(text.indexOf(place));
  expect(text).toContain('quy định như sau.\n\nĐiều 2. Hiệu lực');
});

test.each(['news', 'excerpt', 'qa', 'situation', 'story'] as const)(
  'a %s of a draft says so behind its opening and once more at its end',
  (genre) => {
    const { text } = decision.compose({ genre, notices: [DRAFT], pick: inDieu2 });
    const paragraphs = text.split('\n\n');
    expect(paragraphs[1]).toBe(DRAFT);
    expect(paragraphs.at(-1)).toBe(DRAFT);
    expect(paragraphs.filter((one) => one === DRAFT)).toHaveLength(2);
  },
);

test('a draft is called one in its name', () => {
  const draft = made(DECISION.replace('QUYẾT ĐỊNH\n', 'DỰ THẢO\n\nQUYẾT ĐỊNH\n'));
  expect(draft.script.documents[0]?.status.kind).toBe('draft');
  expect(draft.compose({}).text).toContain('trích đọc dự thảo Quyết định số 06/2026');
});

test('what the document calls things goes along with a clause that uses it', () => {
  const text = `Điều 1. Ban Điều hành nước sạch (sau đây viết tắt là BĐHNS) gồm 05 người.\n\nĐiều 2. BĐHNS họp mỗi tháng một lần.\n`;
  const composed = made(text).compose({ pick: ({ label }) => label === 'Điều 2' });
  expect(composed.local).toEqual([
    { written: 'BĐHNS', spoken: expect.stringMatching(/điều hành/i) },
  ]);
  const { sentences, doubts } = heard(composed);
  expect(sentences.map(({ words }) => words).join(' ')).toMatch(
    /điều hành nước sạch họp mỗi tháng/i,
  );
  expect(doubts).toEqual([]);
});

test('a pick that is no clause of this text is told, and nothing is said of it', () => {
  const { unknown, text } = decision.compose({ picks: ['c999999', 'c440'] });
  expect(unknown).toEqual(['c999999']);
  expect(text).toContain('Điều 2. Hiệu lực');
});

test('a heading of many words is cut in a title, a document with none lends its number', () => {
  const long = `Điều 1. ${'Bảo vệ rừng và phòng cháy '.repeat(3).trim()}\n\n1. Các hộ trông coi rừng.\n`;
  expect(
    made(long.replace('Điều 1. ', `Điều 1. ${'Quản lý '.repeat(8)}`)).compose({}).title.length,
  ).toBeLessThanOrEqual(160);
  const bare = made(DECISION.replace('Về việc ban hành Quy chế phát thanh\n', ''));
  expect(bare.compose({ pick: ({ label }) => label === 'Điều 1' }).title).not.toBe('');
});

test('rows of a table stay beneath each other, and are heard as rows', () => {
  const table = made(`Điều 1. Danh sách các bản\n\n${TABLE}\n`);
  const composed = table.compose({});
  expect(composed.text).toContain('Ghi chú\tĐạt\n1\tBản Mòn');
  expect(tokens(heard(composed)).join(' ')).toContain(
    tokens({ sentences: table.script.sentences.slice(-1) }).join(' '),
  );
});

test('a table too long to be read is summed up in the bulletin too', () => {
  const rows = Array.from({ length: 9 }, (_, n) => `${n + 1}\tBản số ${n + 1}\t${n * 7}\t${n}`);
  const text = `Điều 1. Danh sách các bản\n\n${[TABLE.split('\n')[0]?.split('\t').slice(0, 4).join('\t'), ...rows].join('\n')}\n`;
  const table = made(text);
  const composed = table.compose({});
  expect(composed.text).toMatch(/\n\nBảng gồm chín dòng/);
  expect(composed.text).not.toContain('\t');
  const [summary] = composed.slices.filter(({ from }) =>
    composed.text.startsWith('Bảng gồm', from),
  );
  expect(text.slice(summary?.sourceFrom, summary?.sourceTo)).toContain('Bản số 1');
  expect(tokens(heard(composed)).join(' ')).toContain('bảng gồm chín dòng');
});

test('the head of a table in capitals stays as it is printed', () => {
  const text = `Điều 1. Danh sách các bản\n\nTÊN BẢN\tSỐ HỘ\nMòn\t12\nLụa\t15\n`;
  expect(made(text).compose({}).text).toContain('TÊN BẢN\tSỐ HỘ\nMòn\t12');
});

test('a page’s number in the middle of an item is not written out', () => {
  const text =
    'Điều 1. Việc làm\n\n- Cơ quan chủ trì: Văn phòng xã.\n\n- 2 -\n\n- Thời gian thực hiện: Năm 2026.\n';
  const joined = made(text, read(text, { responsibilities: 'joined' })).compose({});
  expect(joined.text).toContain('Văn phòng xã.\n\nThời gian thực hiện: Năm 2026.');
});

test('a number on a line of its own, and one printed twice, are said as names', () => {
  const text =
    'Chương II\n\nQUYỀN LỢI\n\nĐiều 3. Được hưởng\n\na) Nước sạch.\n\na) Điện sáng.\n\nb) Đường tốt.\n';
  const composed = made(text).compose({});
  expect(composed.text).toContain('Chương II.');
  expect(composed.text).toContain('Điểm a. Nước sạch.\n\nĐiểm a. Điện sáng.');
});

test('a long title of a document is cut in the bulletin’s', () => {
  const long = `Về việc ${'bảo vệ rừng và phòng cháy chữa cháy '.repeat(6)}`.trim();
  const composed = made(DECISION.replace('Về việc ban hành Quy chế phát thanh', long)).compose({
    pick: ({ label }) => label === 'Điều 1',
  });
  expect(composed.title).toHaveLength(160);
  expect(composed.title.endsWith('…')).toBe(true);
});

test('an office named only by who signs has no line of its own to lead to', () => {
  const bare = DECISION.replace(/^\*\*ỦY BAN[\s\S]*?Hạnh phúc\*\*\n\n/u, '');
  const { issuer } = made(bare).script.documents[0] ?? {};
  const { text, slices } = made(bare).compose({ picks: [] });
  expect(issuer).not.toBeNull();
  const at = text.indexOf(` của ${issuer?.slice(0, 2)}`);
  expect(slices.some(({ from, to }) => from <= at + 5 && to > at + 5)).toBe(false);
});

test('under a chapter an article keeps its capital in a name', () => {
  const text = 'Chương II. Quản lý nước\n\nĐiều 5. Lấy nước\n\n1. Lấy nước theo lịch của bản.\n';
  const composed = made(text).compose({ pick: ({ label }) => label === 'Khoản 1' });
  expect(composed.text).toContain('Chương II, Điều 5, khoản 1. Lấy nước theo lịch');
});

test('with nothing ticked there is only what opens and closes it', () => {
  const note = made(NOTICE).compose({ picks: [] });
  expect(note.title).toBe('Trích:');
  expect(note.text).toMatch(/^Đây là Đài truyền thanh xã Chiềng Lề\. .*\n\nVừa rồi là/);
  expect(made('---').compose({ picks: [] }).text).toContain('Vừa rồi là trích đọc văn bản.');
});

const GENRES: ComposedGenre[] = ['news', 'excerpt', 'qa', 'situation', 'story'];
const texts: [string, string][] = [
  ['the decision', DECISION],
  ['the decision in markdown', DECISION.replace('Điều 2. Hiệu lực', '**Điều 2.** *Hiệu lực*')],
  ['the plan', PLAN],
  ...(hasShared ? CORPUS.map((name): [string, string] => [name, corpusText(name)]) : []),
];

describe.each(texts)('of %s', (_name, text) => {
  const whole = made(text, read(text));

  test('a slice has the letters of its source, and slices follow each other', () => {
    for (const genre of GENRES) {
      const composed = whole.compose({ genre });
      let done = 0;
      for (const { from, to, sourceFrom, sourceTo } of composed.slices) {
        expect(from).toBeGreaterThanOrEqual(done);
        expect(to).toBeGreaterThan(from);
        expect(sourceTo).toBeLessThanOrEqual(text.length);
        done = to;
        const [here, there] = [composed.text.slice(from, to), text.slice(sourceFrom, sourceTo)];
        if (here.length === there.length)
          expect(here.toLowerCase()).toBe(there.toLowerCase().replace(/[\r\n]/gu, ' '));
      }
    }
  });

  test('every clause, ticked alone or with all, is heard word for word', () => {
    const all = heard(whole.compose({}));
    const said = new Map<string, number>();
    for (const word of tokens(all)) said.set(word, (said.get(word) ?? 0) + 1);
    for (const { sentenceFrom, sentenceTo } of whole.clauses)
      for (const word of tokens({
        sentences: whole.script.sentences.slice(sentenceFrom, sentenceTo),
      }))
        said.set(word, (said.get(word) ?? 0) - 1);
    expect([...said].filter(([, count]) => count < 0)).toEqual([]);
    for (const { id, sentenceFrom, sentenceTo } of whole.clauses.slice(0, 12)) {
      const alone = new Set(tokens(heard(whole.compose({ picks: [id] }))));
      const wanted = tokens({ sentences: whole.script.sentences.slice(sentenceFrom, sentenceTo) });
      expect(wanted.filter((word) => !alone.has(word))).toEqual([]);
    }
  });
});
