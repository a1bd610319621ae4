import { describe, expect, test } from 'vitest';
import {
  areasToTell,
  correctionOf,
  documentEnd,
  firstEndMs,
} from '../../src/domain/documents/document-ending.ts';
import type { Status, StatusKind } from '../../src/domain/documents/document-model.ts';

const status = (kind: StatusKind, of: Partial<Status> = {}): Status => ({
  ...{ kind, commentUntil: null, inForceFrom: null, endedOn: null, by: null },
  ...of,
});
const midnight = (day: string) => Date.parse(`${day}T00:00:00+07:00`);

describe('the end of a document', () => {
  test.each<[string, Status | null, ReturnType<typeof documentEnd>]>([
    ['nobody has confirmed anything', null, null],
    ['in force, without an end', status('in-force'), null],
    ['amended still holds', status('amended', { by: '9/QĐ' }), null],
    [
      'in force until a day: that midnight',
      status('in-force', { endedOn: '2027-01-01' }),
      { kind: 'repealed', endMs: midnight('2027-01-01') },
    ],
    [
      'repealed on a day',
      status('repealed', { endedOn: '2026-12-01' }),
      { kind: 'repealed', endMs: midnight('2026-12-01') },
    ],
    ['repealed, nobody knows since when', status('repealed'), { kind: 'repealed', endMs: 0 }],
    [
      'a draft is heard through its last day',
      status('draft', { commentUntil: '2028-02-29' }),
      { kind: 'draft', endMs: midnight('2028-03-01') },
    ],
    ['a draft without a day', status('draft'), null],
  ])('%s', (_, given, end) => {
    expect(documentEnd(given)).toEqual(end);
  });

  test('of several parts the first end counts', () => {
    expect(firstEndMs([])).toBeNull();
    expect(firstEndMs([{ endMs: 9 }, { endMs: 3 }, { endMs: 5 }])).toBe(3);
  });
});

describe('a correction', () => {
  test.each([
    [
      {
        number: '27/2026/QĐ-UBND',
        title: 'Quy định đốt nương',
        status: status('repealed', { endedOn: '2026-12-01', by: '31/2026/QĐ-UBND' }),
      },
      'Đính chính: 27/2026/QĐ-UBND',
      'Văn bản số 27/2026/QĐ-UBND, Quy định đốt nương, đã hết hiệu lực từ ngày 01/12/2026, được thay thế bằng văn bản số 31/2026/QĐ-UBND.',
    ],
    [
      { number: null, title: 'Nội quy chợ', status: status('repealed') },
      'Đính chính: Nội quy chợ',
      'Văn bản “Nội quy chợ” đã hết hiệu lực.',
    ],
    [
      { number: null, title: null, status: status('repealed') },
      'Đính chính: văn bản',
      'Văn bản “” đã hết hiệu lực.',
    ],
    [
      { number: '5/DT', title: null, status: status('draft', { commentUntil: '2026-12-06' }) },
      'Đính chính: 5/DT',
      'Văn bản số 5/DT đã hết thời hạn lấy ý kiến vào ngày 06/12/2026.',
    ],
  ])('says what no longer holds, since when, and what instead (%#)', (ended, title, words) => {
    const made = correctionOf(ended);
    expect(made.title).toBe(title);
    expect(made.text).toContain(words);
    expect(made.text.startsWith('Đính chính. ')).toBe(true);
  });

  test('goes to villages, or to the commune where all of them heard the old words', () => {
    const villages = [
      { id: 'a1', communeId: 'a' },
      { id: 'a2', communeId: 'a' },
      { id: 'b1', communeId: 'b' },
      { id: 'b2', communeId: 'b' },
    ];
    const heard = new Set(['a1', 'a2', 'b1', 'gone']);
    expect(areasToTell({ heard, villages })).toEqual(['a', 'b1', 'gone']);
    expect(areasToTell({ heard: new Set(), villages })).toEqual([]);
  });
});
