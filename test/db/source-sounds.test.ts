// Recordings of the source system come back as they went in, and their bytes go when the clip is made.
// It must never know SQL.
import { expect, test } from 'vitest';
import type { IncomingSound } from '../../src/domain/source/source-model.ts';
import { bulletin, NOON } from '../domain/samples.ts';
import { row } from '../domain/source/source-samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const sound = (of: Partial<IncomingSound> = {}): IncomingSound => ({
  ...{ bulletinId: bulletin().id, url: '/a.mp3', type: 'audio/mpeg', size: 4 },
  ...{ digest: 'ab'.repeat(32), state: 'waiting', why: null, attempts: 0, dueAtMs: NOON },
  ...of,
});

test.each(DIALECTS)('$name: waits, is here, and is dropped', ({ open }) => {
  const { incomingSounds: rows } = furnish(open());
  const { bulletinId } = sound();
  expect([rows.of(bulletinId), rows.raw(bulletinId), rows.nextDue(NOON)]).toEqual([
    null,
    null,
    null,
  ]);
  rows.insert(sound(), null);
  expect(rows.of(bulletinId)).toEqual(sound());
  expect([rows.nextDue(NOON - 1), rows.nextDue(NOON)?.bulletinId]).toEqual([null, bulletinId]);
  rows.update(sound({ state: 'here' }), Buffer.from('RIFF'));
  expect(rows.nextDue(NOON)).toBeNull();
  rows.update(sound({ state: 'here', attempts: 1 }));
  expect(Buffer.from(rows.raw(bulletinId) ?? []).toString()).toBe('RIFF');
  const why = { why: 'sound-unreadable', place: 'foreign-unknown' } as const;
  rows.update(sound({ state: 'refused', why }), null);
  expect([rows.of(bulletinId)?.why, rows.raw(bulletinId)]).toEqual([why, null]);
});

test.each(DIALECTS)('$name: a part keeps its place and what is asked of communes', ({ open }) => {
  const { incoming, incomingParts } = furnish(open());
  incoming.insert(row({ id: 'i-1' }), Buffer.from(''));
  const part = {
    ...{ incomingId: 'i-1', tenantId: 'xa-a', bulletinId: bulletin().id, areaIds: ['ban-1'] },
    ...({ role: 'whole', byTrust: false, order: 110 } as const),
    gives: { leastAirings: 3, dueAtMs: NOON },
  } as const;
  incomingParts.insert(part);
  expect(incomingParts.of('i-1')).toEqual([part]);
  expect(incomingParts.ofBulletin(part.bulletinId)).toEqual(part);
});
