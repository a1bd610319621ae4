// A record as the bytes of a PDF and of a Word file, from one filled template.
// It must never look at figures: those are src/domain/records.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { filled } from '../../src/domain/records/record-template.ts';
import { print } from '../../src/papers/printing.ts';
import { recordSheet, shown } from '../../src/papers/record-sheet.ts';
import { recordWord } from '../../src/papers/record-word.ts';
import { definitionOf } from '../../src/papers/sheets.ts';
import { builtInRecords } from '../../src/record-templates.ts';
import type { RecordPaper } from '../../src/services/approval/papers-port.ts';
import { partOfZip } from './zip-part.ts';

const line = (number: number) => ({
  ...{ number, day: '05/12/2026', time: '17:00:00', origin: 'Tự sản xuất', minutes: 2.4 },
  ...{ priority: 'Thông thường', villages: 'Bản Mòng, bản Nà Cạn, Tổ 3', speakers: 12, played: 11 },
  title:
    number === 1
      ? 'Chặn <b>&</b> "phá" \u0007rừng'
      : 'Quyết định 27/2026/QĐ-UBND về việc đốt nương',
  ...{ notPlayed: 1, reasons: 'cụm loa mất liên lạc: 1' },
});

function paper(kind: 'log' | 'justice', rows: number): RecordPaper {
  const template = builtInRecords().find(({ id }) => id === kind);
  if (!template) throw new Error(kind);
  const fills = { period: 'tháng 12 năm 2026', place: 'Xã Suối Mây', document: '', scheme: '' };
  const cells = Array.from({ length: rows }, (_, n) => line(n + 1));
  const figures = (template.figures ?? []).map(({ title, unit, method }, n) => ({
    ...{ number: n + 1, figure: title, unit, method, value: n === 6 ? null : 1_234.5 },
  }));
  const record = filled({ template, rows: kind === 'log' ? cells : figures, fills });
  return { kind: 'record', format: 'pdf', place: 'Xã Suối Mây', madeAtMs: 0, ...record };
}

describe('As a PDF', () => {
  test('a month’s log has its head on every page, its methods and places to sign', async () => {
    const made = definitionOf(paper('log', 40));
    expect(Object.keys(made)).toEqual(Object.keys(recordSheet(paper('log', 40))));
    expect(made.pageOrientation).toBe('landscape');
    const text = JSON.stringify(made.content);
    for (const words of ['NHẬT KÝ PHÁT THANH', 'XÃ SUỐI MÂY', 'Cách tính', 'NGƯỜI LẬP'])
      expect(text).toContain(words);
    const bytes = await print(made);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    keep('log.pdf', bytes);
  });

  test('figures have their method beside them, and what is not known is a dash, not nought', async () => {
    const made = definitionOf(paper('justice', 0));
    const text = JSON.stringify(made.content);
    expect(text).toContain('Dân số các thôn, tổ dân phố thuộc đô thị');
    expect(text).toContain('1.234,5');
    expect(text).toContain('"–"');
    keep('justice.pdf', await print(made));
  });

  test('without a row it says so', () => {
    expect(JSON.stringify(definitionOf(paper('log', 0)).content)).toContain('Không có dòng nào');
  });
});

describe('As a Word file', () => {
  test('it has the same cells, markup as letters, and nothing XML forbids', async () => {
    const bytes = await recordWord({ ...paper('log', 3), format: 'docx' });
    keep('log.docx', bytes);
    const xml = partOfZip(bytes, 'word/document.xml');
    expect(xml).toContain('Chặn &lt;b&gt;&amp;&lt;/b&gt; &quot;phá&quot; rừng');
    for (const words of ['NHẬT KÝ PHÁT THANH', 'XÃ SUỐI MÂY', 'Cách tính', 'NGƯỜI LẬP', '2,4'])
      expect(xml).toContain(words);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toMatch(/w:orient="landscape"/);
    // Word takes a landscape page as wider than it is high
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });

  test('a portrait form and one without a row are files too', async () => {
    const figures = await recordWord({ ...paper('justice', 0), format: 'docx' });
    expect(partOfZip(figures, 'word/document.xml')).toContain('1.234,5');
    const empty = await recordWord({ ...paper('log', 0), format: 'docx' });
    expect(partOfZip(empty, 'word/document.xml')).toContain('Không có dòng nào');
  });
});

test('figures are written as Vietnam writes them', () => {
  expect([shown(1_234.5), shown('=1')]).toEqual(['1.234,5', '=1']);
});

const folder = mkdtempSync(join(tmpdir(), 'vangxa-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** To be looked at: VANGXA_KEEP names a folder. */
function keep(name: string, bytes: Uint8Array) {
  writeFileSync(join(process.env.VANGXA_KEEP ?? folder, name), bytes);
}
