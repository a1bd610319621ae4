// A sample of sound being made, and a door that answers it.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import { bulletin, NOW_MS } from './sample.ts';

type Answer = <T>(method: string, value: T) => (_actor: unknown, input?: unknown) => T;

export const doors = (answer: Answer): Pick<Services, 'makings'> => ({
  makings: {
    list: answer('makings.list', {
      makings: [
        {
          ...{ bulletinId: bulletin.id, title: bulletin.title, tenantId: bulletin.tenantId },
          ...{ urgent: false, ahead: 0, sinceMs: NOW_MS },
          at: { step: 'speech', done: 3, total: 12, leftMs: 4_000 },
        },
      ],
      others: 2,
    }),
    stop: answer('makings.stop', bulletin),
    again: answer('makings.again', bulletin),
  },
});
