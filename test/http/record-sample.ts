// Logs, figures, schemes and deadlines as plain answers of the services.
// It must never know routes.
import type { Services } from '../../src/services/door.ts';
import { area } from './sample.ts';

type Doors = Pick<Services, 'records' | 'schemes' | 'areaEdits'>;
type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export const scheme = {
  ...{ id: 'pr-1', tenantId: area.tenantId, code: 'de-an-1371', name: 'Đề án 1371' },
  ...{ fromDay: '2026-01-01', untilDay: null },
};
const due = { code: 'nam', title: 'Báo cáo năm', month: 11, day: 10 };
const page = {
  title: 'NHẬT KÝ PHÁT THANH',
  subtitle: 'tháng 12 năm 2026',
  columns: [{ field: 'title', title: 'Bản tin', share: 1 }],
  rows: [['Tiêm chủng'], [12], [null]],
  methods: ['Theo báo nhận.'],
  next: null,
};
const deadlines = { own: true, deadlines: [{ ...due, dueDay: '2026-11-10', daysLeft: 5 }] };

export function doors(answer: Answer): Doors {
  return {
    records: {
      page: answer('records.page', Promise.resolve(page)),
      csv: answer('records.csv', { name: 'nhật ký.csv', text: csv() }),
      sheet: answer('records.sheet', Promise.resolve({ name: 'a.docx', bytes: Buffer.from('PK') })),
      deadlines: answer('records.deadlines', deadlines),
      setDeadlines: answer('records.setDeadlines', deadlines),
    },
    schemes: {
      list: answer('schemes.list', [scheme]),
      create: answer('schemes.create', scheme),
      edit: answer('schemes.edit', scheme),
      ofBulletin: answer('schemes.ofBulletin', [scheme]),
      setOfBulletin: answer('schemes.setOfBulletin', [scheme]),
    },
    areaEdits: { edit: answer('areaEdits.edit', area) },
  };
}

async function* csv() {
  yield 'a,b\r\n';
  yield '1,2\r\n';
}
