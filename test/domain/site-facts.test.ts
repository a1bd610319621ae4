import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import {
  checkPlace,
  checkSim,
  checkVolume,
  firstFacts,
  pictureType,
} from '../../src/domain/poles/site-facts.ts';
import {
  isSpareId,
  labelOf,
  labelText,
  parseLabel,
  SPARE_PREFIX,
} from '../../src/domain/poles/unit-label.ts';

test('a volume is ten per cent at least: silence is a hush', () => {
  expect(checkVolume(10)).toBe(10);
  expect(checkVolume(9)).toMatchObject({ code: 'too-quiet', place: 'volumePercent' });
});

describe('a place', () => {
  test.each([
    ['Mường La', 21.5321, 104.0453],
    ['Cà Mau', 8.6, 104.72],
    ['Hoàng Sa', 16.5, 111.6],
    ['Trường Sa', 8.645, 111.92],
    ['Phú Quốc', 10.22, 103.96],
  ])('in Vietnam: %s', (_, lat, lon) => {
    expect(checkPlace({ lat, lon })).toEqual({ lat, lon });
  });

  test.each([
    ['the equator', 0, 0],
    ['Nam Ninh, north of the border and east of the coast', 22.8, 113.3],
    ['Bangkok', 13.7, 100.5],
    ['north of Lũng Cú', 24.1, 105],
    ['south of Cà Mau', 7.9, 105],
    ['east of Trường Sa', 10, 118.1],
  ])('elsewhere: %s', (_, lat, lon) => {
    expect(checkPlace({ lat, lon })).toMatchObject({ code: 'place-elsewhere', place: 'place' });
  });

  test('with its figures swapped says so', () => {
    const found = checkPlace({ lat: 104.0453, lon: 21.5321 });
    expect(found instanceof AppError && found.say.vi).toContain('đổi chỗ');
    const other = checkPlace({ lat: 0, lon: 0 });
    expect(other instanceof AppError && other.say.vi).not.toContain('đổi chỗ');
  });

  test('keeps seven decimals: a centimetre', () => {
    expect(checkPlace({ lat: 21.123456789, lon: 104.987654321 })).toEqual({
      ...{ lat: 21.1234568, lon: 104.9876543 },
    });
  });
});

describe('a SIM', () => {
  const sim = { carrier: ' Viettel ', number: '098 765-43.21', plan: ' D5 ', renewsAtMs: null };
  test('is kept tidy', () => {
    expect(checkSim(sim)).toEqual({
      ...{ carrier: 'Viettel', number: '0987654321', plan: 'D5', renewsAtMs: null },
    });
    expect(checkSim({ ...sim, number: '' })).toMatchObject({ number: '' });
    expect(checkSim({ ...sim, number: '+84987654321' })).toMatchObject({ number: '+84987654321' });
  });

  test.each(['abc', '12345', '1'.repeat(16), '<b>1234567</b>'])('is not %s', (number) => {
    expect(checkSim({ ...sim, number })).toMatchObject({ code: 'bad-sim-number' });
  });
});

test.each([
  [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
  [[0x89, 0x50], null],
  [[...Buffer.from('<svg onload=alert(1)>')], null],
  [[], null],
])('a picture is known by its first bytes: %j', (bytes, wanted) => {
  expect(pictureType(Uint8Array.from(bytes as number[]))).toBe(wanted);
});

test('a site nobody has written of is loud and on a mobile network', () => {
  expect(firstFacts('loa-1')).toMatchObject({ volumePercent: 100, deviceClass: 'mains-4g' });
});

describe('a label', () => {
  const label = { spareId: `${SPARE_PREFIX}7k2mq4xz`, code: '9d3fkq2w0mzt' };
  test('is read back from what its code says', () => {
    expect(labelOf(label)).toBe('vangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt');
    expect(parseLabel(labelOf(label))).toEqual(label);
    expect(parseLabel(` ${labelOf(label).toUpperCase()}\n`)).toEqual(label);
  });

  test('is read back from what is printed below it, also when o and l are typed', () => {
    expect(labelText(label)).toBe('7k2mq4xz 9d3f-kq2w-0mzt');
    expect(parseLabel(labelText(label))).toEqual(label);
    expect(parseLabel('7K2MQ4XZ9D3FKQ2WOMZT')).toEqual(label);
    expect(parseLabel('i000000l 0000-0000-000o')).toEqual({
      ...{ spareId: `${SPARE_PREFIX}10000001`, code: '000000000000' },
    });
    expect(labelText({ ...label, code: '' })).toBe('7k2mq4xz ');
  });

  test.each([
    '',
    'https://vangxa.vn/x',
    'vangxa:unit:loa-1:9d3fkq2w0mzt',
    'vangxa:unit:vangxa-spare-7k2mq4xz:9d3f',
    '7k2mq4xz 9d3f-kq2w-0mzu',
    `${'7k2mq4xz9d3fkq2w0mzt'}x`,
  ])('is none: %j', (text) => {
    expect(parseLabel(text)).toBeNull();
  });

  test('names a spare by its prefix', () => {
    expect(isSpareId(label.spareId)).toBe(true);
    expect(isSpareId('loa-1')).toBe(false);
  });
});
