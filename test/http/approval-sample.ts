// Believable answers of the doors of approving, for tests of the web room.
// It must never know routes or screens.

import type {
  ApprovalProgress,
  Changes,
  RuleView,
  SlipView,
} from '../../src/services/approval/approvals-door.ts';
import type { WantView } from '../../src/services/bulletins/wants-door.ts';
import type { Services } from '../../src/services/door.ts';
import { area, bulletin, HASH, NOW_MS } from './sample.ts';

export const progress: ApprovalProgress = {
  mode: 'all',
  needed: [
    { accountId: 'acc-2', name: 'Lò Văn Hặc', approvedAtMs: NOW_MS },
    { accountId: 'acc-3', name: 'Cà Thị Ín', approvedAtMs: null },
  ],
  given: [{ accountId: 'acc-2', name: 'Lò Văn Hặc', atMs: NOW_MS, standing: false, slip: true }],
  mine: 'may',
  last: { accountId: 'acc-2', name: 'Lò Văn Hặc', what: 'agreed', atMs: NOW_MS },
  seen: { version: 1, contentHash: HASH },
};
export const rule: RuleView = {
  areaId: area.id,
  mode: 'all',
  accountIds: ['acc-2', 'acc-3'],
  approvers: [{ accountId: 'acc-2', name: 'Lò Văn Hặc' }],
  unable: [{ accountId: 'acc-3', name: 'Cà Thị Ín' }],
};
export const changes: Changes = {
  since: { version: 1, title: bulletin.title, what: 'seen' },
  sentences: [
    {
      kind: 'changed',
      pieces: [
        { kind: 'same', words: 'Mời bà con họp lúc' },
        { kind: 'removed', words: 'mười chín giờ' },
        { kind: 'added', words: 'hai mươi giờ' },
      ],
      startMs: 0,
    },
  ],
  whole: true,
  figures: { added: [{ kind: 'date', source: '20h' }], removed: [{ kind: 'date', source: '19h' }] },
};

export const slip: SlipView = {
  id: 'slip-1',
  bulletinId: bulletin.id,
  tenantId: area.id,
  version: 1,
  contentHash: HASH,
  file: { hash: 'cd'.repeat(32), bytes: 43_000, name: 'phieu.pdf' },
  scanned: false,
  signatures: [
    {
      signer: 'Lò Văn Hặc',
      organisation: 'UBND xã Mường La',
      signedAt: '2026-11-24T03:00:00Z',
      intact: true,
      whole: true,
      trusted: false,
      problem: { vi: 'Chưa ai xác nhận.', en: 'Nobody vouches.' },
    },
  ],
  uploadedBy: 'acc-1',
  uploadedByName: 'Nguyễn Thị Lan',
  atMs: NOW_MS,
};

const want: WantView = {
  ...{ id: 'want-1', bulletinId: 'bul-1', title: 'Họp bản', areaNames: ['Bản Mòng'] },
  ...{ askedByName: 'Lò Thị Lan', askedAtMs: NOW_MS, state: 'open', own: false },
  ...{ answeredByName: null, answeredAtMs: null, remark: null },
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'approving' | 'approvalRules' | 'slips'> {
  return {
    approving: {
      seen: answer('approving.seen', undefined),
      changes: answer('approving.changes', Promise.resolve(changes)),
      withdraw: answer('approving.withdraw', bulletin),
      want: answer('approving.want', { told: true }),
      prioritise: answer('approving.prioritise', bulletin),
      wants: answer('approving.wants', { waiting: [want], asked: [want] }),
      answerWant: answer('approving.answerWant', { ...want, state: 'granted' as const }),
    },
    approvalRules: {
      get: answer('approvalRules.get', rule),
      set: answer('approvalRules.set', rule),
    },
    slips: {
      make: answer(
        'slips.make',
        Promise.resolve({ bytes: Buffer.from('%PDF-1.7'), name: 'phieu.pdf' }),
      ),
      take: answer('slips.take', Promise.resolve(slip)),
      list: answer('slips.list', [slip]),
      file: answer('slips.file', { path: '/nowhere/phieu', name: 'phiếu đã ký.pdf' }),
    },
  };
}
