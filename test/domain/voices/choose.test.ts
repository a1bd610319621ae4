// Who speaks: as it was chosen, near before far, and never in a cloud that may not hear it.
// It must never know engines.
import { describe, expect, test } from 'vitest';
import { type CloudStanding, choose, cloudStanding } from '../../../src/domain/voices/choose.ts';
import { STEPS_MAX } from '../../../src/domain/voices/voice-choice.ts';
import { asked, choice, HOUSE, voice } from './samples.ts';

const ids = (of: Parameters<typeof asked>[0]) => choose(asked(of)).steps.map(({ id }) => id);

describe('the ladder', () => {
  test('nobody chose: one voice of each engine, in the order of the house', () => {
    expect(ids({})).toEqual(['sherpa.vais:vais', 'system:vi', 'embedded:vi']);
  });

  test('where the cloud may hear it, the house takes it first', () => {
    expect(ids({ cloud: 'allowed' })).toEqual([
      'azure:HoaiMy',
      ...['sherpa.vais:vais', 'system:vi', 'embedded:vi'],
    ]);
  });

  test('what was chosen goes first, and whoever else is in the house stands behind it', () => {
    const own = choice({ steps: ['system:vi-vn-x-south'] });
    expect(ids({ own })).toEqual(['system:vi-vn-x-south', 'sherpa.vais:vais', 'embedded:vi']);
  });

  test('a cloud that somebody left out of an order is not put into it', () => {
    const own = choice({ steps: ['embedded:vi'] });
    expect(ids({ own, cloud: 'allowed' })).toEqual([
      ...['embedded:vi', 'sherpa.vais:vais', 'system:vi'],
    ]);
  });

  test('both voices of one cloud may be chosen, one behind the other', () => {
    const own = choice({ steps: ['azure:NamMinh', 'azure:HoaiMy', 'embedded:vi'] });
    expect(ids({ own, cloud: 'allowed' }).slice(0, 3)).toEqual(own.steps);
  });

  test('a voice that is not there any more is passed over, and one of another language too', () => {
    const own = choice({ steps: ['gone:x', 'sherpa.mms:mww', 'embedded:vi'] });
    expect(ids({ own })[0]).toBe('embedded:vi');
  });

  test('an emergency waits for no network: the house speaks first, chosen or not', () => {
    expect(ids({ cloud: 'allowed', urgent: true })).toEqual([
      ...['sherpa.vais:vais', 'system:vi', 'embedded:vi'],
      'azure:HoaiMy',
    ]);
    const own = choice({ steps: ['azure:NamMinh', 'embedded:vi'] });
    expect(ids({ own, cloud: 'allowed', urgent: true })[0]).toBe('embedded:vi');
    expect(ids({ language: 'khm', cloud: 'allowed', urgent: true })).toEqual(['azure:Sreymom']);
  });

  test('it ends somewhere', () => {
    const voices = Array.from({ length: 40 }, (_, n) => voice(`m${n}:x`));
    expect(ids({ voices })).toHaveLength(STEPS_MAX);
  });
});

describe('near before far', () => {
  const province = choice({ areaId: 'tinh', steps: ['embedded:vi'], pace: 170, profile: 'indoor' });

  test('each of the three comes from the nearest who chose it', () => {
    const own = choice({ pace: 210 });
    expect(choose(asked({ own, province }))).toMatchObject({
      ...{ pace: 210, profile: 'indoor' },
      from: { steps: 'province', pace: 'own', profile: 'province' },
    });
    expect(ids({ own, province })[0]).toBe('embedded:vi');
  });

  test('nobody chose: a horn, and the pace of the texts', () => {
    expect(choose(asked())).toMatchObject({
      ...{ pace: null, profile: 'horn', none: null },
      from: { steps: 'house', pace: 'house', profile: 'house' },
    });
  });
});

describe('nobody speaks it, and why', () => {
  test.each([
    ['no engine has the language', { language: 'rad' }, 'no-voice'],
    ['only the cloud does, and it is closed', { language: 'khm' }, 'cloud-closed'],
    ['… or refused', { language: 'khm', cloud: 'refused' as const }, 'cloud-closed'],
    [
      '… or the bulletin names people',
      { language: 'khm', cloud: 'allowed' as const, personalData: true },
      'cloud-personal',
    ],
    [
      'closed is said before personal: opening it would not help',
      { language: 'khm', personalData: true },
      'cloud-closed',
    ],
    ['the cloud may', { language: 'khm', cloud: 'allowed' as const }, null],
    ['a model of the house', { language: 'mww' }, null],
  ])('%s', (_, of, none) => {
    expect(choose(asked(of)).none).toBe(none);
  });
});

describe('the cloud', () => {
  const yes = { areaId: 'a', allowed: true };
  const no = { areaId: 'a', allowed: false };
  test.each([
    ['nobody said anything', null, null, 'not-allowed'],
    ['the province took it back', null, no, 'not-allowed'],
    ['a commune cannot open it by itself', yes, null, 'not-allowed'],
    ['the province opened it', null, yes, 'allowed'],
    ['a commune that agrees', yes, yes, 'allowed'],
    ['a commune that does not', no, yes, 'refused'],
  ])('%s', (_, own, province, standing) => {
    expect(cloudStanding({ own, province })).toBe(standing);
  });
});

/** mulberry32: the same settings for the same seed, on every machine. */
function chance(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Any engines, any choices of province and commune, any word on the cloud. */
function anything(random: () => number): Parameters<typeof choose>[0] {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = <T>(of: readonly T[]): T[] =>
    of.filter(() => random() < 0.6).sort(() => random() - 0.5);
  const anyChoice = () =>
    random() < 0.4 ? null : choice({ steps: some(HOUSE).map(({ id }) => id) });
  const voices = some(HOUSE).map((each) =>
    random() < 0.3 ? { ...each, place: one(['here', 'cloud'] as const) } : each,
  );
  return {
    language: one(['vie', 'khm', 'mww', 'rad']),
    personalData: random() < 0.5,
    ...{ voices, own: anyChoice(), province: anyChoice() },
    cloud: one<CloudStanding>(['allowed', 'not-allowed', 'refused']),
  };
}

test('whatever is configured: what names people, or is not allowed, has no cloud on its ladder', () => {
  const seed = 91_2025;
  const random = chance(seed);
  let inCloud = 0;
  for (let round = 0; round < 5_000; round += 1) {
    const wish = anything(random);
    const { steps, none } = choose(wish);
    const shown = `seed ${seed}, round ${round}: ${JSON.stringify(wish)}`;
    const clouds = steps.filter(({ place }) => place === 'cloud');
    if (wish.personalData || wish.cloud !== 'allowed') expect(clouds, shown).toEqual([]);
    else inCloud += clouds.length;
    expect(steps.length === 0, shown).toBe(none !== null);
    expect(new Set(steps).size, shown).toBe(steps.length);
    expect(
      steps.every(({ language }) => language === wish.language),
      shown,
    ).toBe(true);
  }
  expect(inCloud).toBeGreaterThan(100);
});
