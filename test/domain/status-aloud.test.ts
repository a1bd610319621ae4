// What a listener is told of a document that is not, or no longer, the law.
// It must never know where a status comes from.
import { expect, test } from 'vitest';
import type { Status } from '../../src/domain/documents/document-model.ts';
import { statusAloud } from '../../src/domain/documents/status-aloud.ts';

const DAY = '2026-12-05';
const status = (kind: Status['kind'], of: Partial<Status> = {}): Status => ({
  ...{ kind, commentUntil: null, inForceFrom: null, endedOn: null, by: null },
  ...of,
});

test.each([
  [
    status('draft', { commentUntil: '2026-12-15' }),
    'Đây là dự thảo, đang lấy ý kiến đến hết ngày 15/12/2026. Chưa phải là quy định có hiệu lực.',
  ],
  [status('draft'), 'Đây là dự thảo. Chưa phải là quy định có hiệu lực.'],
  [
    status('draft', { commentUntil: '2026-12-01' }),
    'Đây là dự thảo, thời hạn lấy ý kiến đã hết vào ngày 01/12/2026. Chưa phải là quy định có hiệu lực.',
  ],
  [
    status('repealed', { endedOn: '2026-11-01' }),
    'Văn bản này đã hết hiệu lực từ ngày 01/11/2026.',
  ],
  [
    status('repealed', { by: '9/QĐ-UBND' }),
    'Văn bản này đã hết hiệu lực, được thay thế bởi văn bản số 9/QĐ-UBND.',
  ],
  [
    status('in-force', { endedOn: '2026-12-05' }),
    'Văn bản này đã hết hiệu lực từ ngày 05/12/2026.',
  ],
  [
    status('amended', { by: '9/QĐ-UBND' }),
    'Văn bản này đã được sửa đổi, bổ sung bởi văn bản số 9/QĐ-UBND.',
  ],
  [status('amended'), 'Văn bản này đã được sửa đổi, bổ sung.'],
  [
    status('not-yet-in-force', { inForceFrom: '2027-01-01' }),
    'Văn bản này chưa có hiệu lực; có hiệu lực từ ngày 01/01/2027.',
  ],
  [status('not-yet-in-force', { inForceFrom: '2026-12-01' }), null],
  [status('in-force'), null],
  [null, null],
])('%j', (one, said) => {
  expect(statusAloud(one, { day: DAY, number: null })).toBe(said);
});

test('of several documents each is named', () => {
  const of = { day: DAY, number: '6/QĐ-UBND' };
  expect(statusAloud(status('draft'), of)).toBe(
    'Văn bản số 6/QĐ-UBND là dự thảo. Chưa phải là quy định có hiệu lực.',
  );
  expect(statusAloud(status('amended'), of)).toMatch(/^Văn bản số 6\/QĐ-UBND đã được sửa đổi/);
});
