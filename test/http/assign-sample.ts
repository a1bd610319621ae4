// One sample of all that giving out and choosing an order answer, as the schemas want it.
// It must never decide anything.

import type { PrecedenceQuestion } from '../../src/services/airing/precedence-door.ts';
import type {
  AssignmentLine,
  AssignmentView,
  PartView,
} from '../../src/services/assign/assign-door.ts';
import type { Services } from '../../src/services/door.ts';
import { bulletin, clip, NOW_MS } from './sample.ts';

const own: PartView = {
  ...{ communeId: 'xa-a', communeName: 'Xã Mường La', areaIds: ['ban-1'] },
  answer: 'accepted',
  ...{ reason: null, answeredAtMs: NOW_MS, remindedAtMs: null, answers: true },
  standing: {
    state: 'placed',
    ...{ aired: 1, late: 0, planned: 2, least: 3, behind: false },
    lastAtMs: NOW_MS,
  },
};
export const line: AssignmentLine = {
  ...{ id: 'g', tenantId: 'tinh', bulletinId: 'b', title: 'Đốt nương', leastAirings: 3 },
  ...{ dueAtMs: NOW_MS, note: null, givenBy: 'acc', givenAtMs: NOW_MS, withdrawnAtMs: null },
  counts: {
    ...{ waiting: 0, accepted: 0, placed: 1, aired: 0, declined: 0, overdue: 0, behind: 0 },
  },
  ...{ communes: 1, gives: false, own },
};
const { id, title, text, priority, genre, state } = bulletin;
export const view: AssignmentView = {
  ...line,
  parts: [own],
  bulletin: { id, title, text, priority, genre, state },
  clip,
};
export const question: PrecedenceQuestion = {
  ...{ tenantId: 'xa-a', communeName: 'Xã Mường La', untilMs: NOW_MS, chosen: false },
  items: [
    { occurrenceId: 's@1#2', title: 'Họp', playAtMs: NOW_MS, durationMs: 24_000, own: true },
    { occurrenceId: 't@1', title: 'Tiêm', playAtMs: NOW_MS, durationMs: 24_000, own: false },
  ],
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;
export function doors(answer: Answer): Pick<Services, 'assignments' | 'precedence'> {
  return {
    assignments: {
      give: answer('assignments.give', view),
      list: answer('assignments.list', [line]),
      get: answer('assignments.get', view),
      accept: answer('assignments.accept', view),
      decline: answer('assignments.decline', view),
      remind: answer('assignments.remind', { reminded: 1, behind: 2 }),
      withdraw: answer('assignments.withdraw', view),
      extend: answer('assignments.extend', view),
    },
    precedence: {
      list: answer('precedence.list', [question]),
      choose: answer('precedence.choose', question),
    },
  };
}
