import { describe, expect, test } from 'vitest';
import type { Area } from '../../../src/domain/model.ts';
import {
  arrivalFault,
  asGiven,
  FRESH_MS,
  standingOf,
  targetsOf,
  wayOf,
} from '../../../src/domain/source/arrival.ts';
import { readBulletinJson } from '../../../src/domain/source/bulletin-json.ts';
import { proofFault, SIGNED_WITHIN_MS } from '../../../src/domain/source/proof.ts';
import { isRefused, refusedWords } from '../../../src/domain/source/refused-words.ts';
import {
  type Incoming,
  REFUSED_WHYS,
  type RefusedWhy,
} from '../../../src/domain/source/source-model.ts';
import { bytesOf, NOON, proofOf, signing, written } from './source-samples.ts';

const incoming = (of: Record<string, unknown> = {}) =>
  readBulletinJson(bytesOf(written(of))) as Incoming;

type Proven = Omit<Parameters<typeof proofFault>[0], 'contentType'>;
const judged = (of: Proven) => proofFault({ contentType: 'application/json', ...of });

describe('a signature', () => {
  const ours = signing();
  const keys = [ours.key];
  const body = bytesOf(written());

  test('of a pinned key over the time and these very bytes is good', () => {
    expect(judged({ proof: proofOf(ours, body), body, keys, nowMs: NOON })).toBeNull();
  });

  test.each<[RefusedWhy, Proven]>([
    ['unsigned', { proof: null, body, keys, nowMs: NOON }],
    ['unknown-key', { proof: proofOf(signing('khoa-2'), body), body, keys, nowMs: NOON }],
    ['bad-signature', { proof: proofOf(signing(), body), body, keys, nowMs: NOON }],
    [
      'bad-signature',
      { proof: { ...proofOf(ours, body), signature: 'AAAA' }, body, keys, nowMs: NOON },
    ],
    [
      'bad-signature',
      { proof: { ...proofOf(ours, body), timestampMs: NOON + 1 }, body, keys, nowMs: NOON },
    ],
    [
      'bad-signature',
      {
        proof: proofOf(ours, body),
        body: Buffer.concat([body, Buffer.from(' ')]),
        keys,
        nowMs: NOON,
      },
    ],
    [
      'unknown-key',
      { proof: proofOf(ours, body), body, keys: [{ ...ours.key, publicKey: 'AA==' }], nowMs: NOON },
    ],
  ])('that is not so is refused: %s', (why, of) => {
    expect(judged(of)).toBe(why);
  });

  test('is over the media type as well: what was signed as JSON is no warning, however it is labelled on its way', () => {
    const of = { proof: proofOf(ours, body), body, keys, nowMs: NOON };
    expect(proofFault({ ...of, contentType: 'Application/JSON; charset=utf-8' })).toBeNull();
    expect(proofFault({ ...of, contentType: 'application/cap+xml' })).toBe('bad-signature');
    expect(proofFault({ ...of, contentType: '' })).toBe('bad-signature');
  });

  test.each([-1, 1])(
    'of another time is refused when it is sent, not when it lay ready (%d)',
    (way) => {
      const proof = proofOf(ours, body, NOON + way * (SIGNED_WITHIN_MS + 1));
      expect(judged({ proof, body, keys, nowMs: NOON })).toBe('stale-signature');
      expect(judged({ proof, body, keys, nowMs: null })).toBeNull();
      const edge = proofOf(ours, body, NOON + way * SIGNED_WITHIN_MS);
      expect(judged({ proof: edge, body, keys, nowMs: NOON })).toBeNull();
    },
  );
});

describe('what arrives', () => {
  const fault = (of: Record<string, unknown>) =>
    arrivalFault({
      ...{ incoming: incoming(of), provinceCodes: ['muong-thu', 'VN-99'], nowMs: NOON },
      origin: 'https://nguon.test',
    });
  const recording = { url: '/a.mp3', bytes: 9, sha256: '0'.repeat(64) };

  test.each([
    ['another province', { province: 'son-la' }, { why: 'other-province', place: 'son-la' }],
    ['the future', { issuedAt: '2026-12-05T12:06:00+07:00' }, { why: 'from-the-future' }],
    ['the past', { expiresAt: '2026-12-05T12:00:00+07:00' }, { why: 'expired' }],
    ['nothing', { text: ' ' }, { why: 'nothing-to-say' }],
    [
      'sound of elsewhere and no words',
      { text: '', sound: { ...recording, url: 'https://x' } },
      { why: 'sound-elsewhere', place: 'sound' },
    ],
    [
      'an emergency of sound alone',
      { text: '', sound: recording, priority: 'emergency' },
      { why: 'sound-of-emergency' },
    ],
    [
      'a deadline that is past',
      { assign: { leastAirings: 1, deadline: '2026-12-05T11:00:00+07:00' } },
      { why: 'deadline-past', place: 'assign.deadline' },
    ],
  ])('of %s is refused', (_, of, why) => {
    expect(fault(of)).toMatchObject(why);
  });

  test('of a recording alone is taken, where it is of the source system’s own address', () => {
    expect(fault({ text: '', sound: recording })).toBeNull();
  });

  test('to be given to communes is one bulletin of the province, for all their areas', () => {
    const targets = [
      { tenantId: 'xa-a', areaIds: ['ban-1', 'ban-2'] },
      { tenantId: 'xa-b', areaIds: ['xa-b'] },
    ];
    const areaIds = ['ban-1', 'ban-2', 'xa-b'];
    expect(asGiven(targets, 'tinh')).toEqual([{ tenantId: 'tinh', areaIds }]);
  });

  test('in time, for this province, with words, is taken; and so is a cancel without any', () => {
    expect(fault({})).toBeNull();
    expect(fault({ province: 'VN-99', expiresAt: '2026-12-05T12:00:01+07:00' })).toBeNull();
    expect(fault({ does: 'cancel', text: '', expiresAt: '2026-01-01T00:00:00Z' })).toBeNull();
  });

  test('every reason has its sentence, with the place when there is one', () => {
    for (const why of REFUSED_WHYS) {
      expect(refusedWords({ why, place: null }).vi).toMatch(/^\p{L}.*\.$/u);
      expect(refusedWords({ why, place: 'x-9' }).en).toContain('(x-9)');
    }
    const strange = refusedWords({ why: 'of a newer version' as RefusedWhy, place: '' });
    expect(strange).toEqual(refusedWords({ why: 'malformed', place: null }));
    expect(isRefused(incoming())).toBe(false);
  });
});

describe('whose it is', () => {
  const area = (
    id: string,
    kind: Area['kind'],
    parentId: string | null,
    tenantId: string,
  ): Area => ({
    ...{ id, code: `ma-${id}`, kind, name: id, parentId, tenantId, population: null },
  });
  const areas = [
    area('t', 'province', null, 't'),
    area('a', 'commune', 't', 'a'),
    area('b', 'commune', 't', 'b'),
    area('a1', 'village', 'a', 'a'),
    area('a2', 'village', 'a', 'a'),
    area('b1', 'village', 'b', 'b'),
  ];
  const poles = [
    { areaId: 'a1', place: { lat: 21.5, lon: 103.5 } },
    { areaId: 'b1', place: { lat: 30, lon: 103.5 } },
  ];
  const targets = (codes: string[], polygons: Incoming['polygons'] = []) =>
    targetsOf({ incoming: { areas: codes, polygons, areaWords: 'Hạ lưu' }, areas, poles });
  const ring = [
    ...[
      { lat: 21, lon: 103 },
      { lat: 21, lon: 104 },
    ],
    ...[
      { lat: 22, lon: 104 },
      { lat: 22, lon: 103 },
      { lat: 21, lon: 103 },
    ],
  ];

  test('each commune has its own; the whole province is the province’s', () => {
    expect(targets(['ma-a1', 'ma-b', 'ma-a2', 'ma-a1'])).toEqual([
      { tenantId: 'a', areaIds: ['a1', 'a2'] },
      { tenantId: 'b', areaIds: ['b'] },
    ]);
    expect(targets(['ma-t'])).toEqual([{ tenantId: 't', areaIds: ['t'] }]);
  });

  test('nobody hears it twice: a village inside a named commune is the commune', () => {
    expect(targets(['ma-a1', 'ma-a'])).toEqual([{ tenantId: 'a', areaIds: ['a'] }]);
    expect(targets(['ma-t', 'ma-b1'])).toEqual([{ tenantId: 't', areaIds: ['t'] }]);
  });

  test('a polygon means the villages with a pole inside', () => {
    expect(targets([], [ring])).toEqual([{ tenantId: 'a', areaIds: ['a1'] }]);
    expect(targets(['ma-a2'], [ring])).toEqual([{ tenantId: 'a', areaIds: ['a2', 'a1'] }]);
  });

  test('a code nobody knows, and a polygon with no pole inside, are named', () => {
    expect(targets(['ma-a', 'ma-z'])).toMatchObject({ why: 'unknown-area', place: 'ma-z' });
    const far = ring.map(({ lat, lon }) => ({ lat: lat + 5, lon }));
    expect(targets([], [far])).toMatchObject({ why: 'nowhere', place: 'Hạ lưu' });
  });
});

describe('a revision', () => {
  const known = (revision: number, state: 'accepted' | 'refused' = 'accepted') => ({
    ...{ revision, hash: `h${revision}`, state },
  });
  test.each([
    ['new', { revision: 1, hash: 'x' }, []],
    ['new', { revision: 3, hash: 'x' }, [known(1), known(2)]],
    ['older', { revision: 2, hash: 'x' }, [known(3), known(1)]],
    ['duplicate', { revision: 2, hash: 'h2' }, [known(3), known(2)]],
    ['contradictory', { revision: 2, hash: 'x' }, [known(2)]],
    ['new', { revision: 2, hash: 'x' }, [known(3, 'refused')]],
    ['new', { revision: 2, hash: 'x' }, [known(2, 'refused')]],
    ['new', { revision: 2, hash: 'h2' }, [known(2, 'refused'), known(1)]],
  ] as const)('is %s', (standing, of, rows) => {
    expect(standingOf(of, rows)).toBe(standing);
  });
});

describe('an emergency', () => {
  const trusts = [{ keyId: 'khoa-1', approverId: 'tk', sinceMs: 0 }];
  const emergency = { priority: 'emergency' as const, issuedAtMs: NOON };
  test.each([
    ['air', { incoming: emergency, keyId: 'khoa-1', trusts, nowMs: NOON + FRESH_MS }],
    ['ask', { incoming: emergency, keyId: 'khoa-1', trusts, nowMs: NOON + FRESH_MS + 1 }],
    ['ask', { incoming: emergency, keyId: 'khoa-2', trusts, nowMs: NOON }],
    ['ask', { incoming: emergency, keyId: 'khoa-1', trusts: [], nowMs: NOON }],
    [
      'wait',
      {
        incoming: { ...emergency, priority: 'priority' as const },
        keyId: 'khoa-1',
        trusts,
        nowMs: NOON,
      },
    ],
  ] as const)('%s', (way, of) => {
    expect(wayOf(of)).toBe(way);
  });
});
