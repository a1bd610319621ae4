// Believable answers of the doors of approving, for tests of the web room.
// It must never know routes or screens.

import type { ApprovalProgress, Changes, RuleView } from '../../src/services/approvals-door.ts';
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

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'approving' | 'approvalRules'> {
  return {
    approving: {
      seen: answer('approving.seen', undefined),
      changes: answer('approving.changes', Promise.resolve(changes)),
      withdraw: answer('approving.withdraw', bulletin),
    },
    approvalRules: {
      get: answer('approvalRules.get', rule),
      set: answer('approvalRules.set', rule),
    },
  };
}
