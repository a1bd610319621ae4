import { expect, test } from 'vitest';
import { makeIncidents } from '../../src/services/poles/incidents.ts';
import { actions } from './steps.ts';
import { world } from './world.ts';

test.each(['audit', 'sites'] as const)(
  'an incident that %s rows refuse is logged, and throws nothing at whoever reports it',
  (table) => {
    const at = world();
    const broken = () => {
      throw new Error('SQLITE_FULL');
    };
    const store =
      table === 'audit'
        ? { ...at.deps.store, audit: { ...at.deps.store.audit, append: broken } }
        : { ...at.deps.store, sites: { ...at.deps.store.sites, get: broken } };
    const incidents = makeIncidents({ ...at.deps, store });
    incidents.report('connection-refused', 'loa-1', { address: '10.0.0.1' });
    expect(at.log.lines.at(-1)).toMatchObject({
      level: 'error',
      fields: { speakerId: 'loa-1', kind: 'connection-refused' },
    });
    expect(actions(at)).toEqual([]);
  },
);
