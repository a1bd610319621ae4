// Places and times inside a verdict's sentence.
// It must never know what happened there.
import { expect, test } from 'vitest';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { toldTime } from '../../src/domain/airing/fact-times.ts';
import { spokenPlace, toldVerdict } from '../../src/domain/airing/verdict-chain.ts';
import { verdict } from './samples.ts';

const t = (time: string, day = '2026-12-05') => Date.parse(`${day}T${time}:00+07:00`);
const SLOT = { playAtMs: t('17:00'), durationMs: 120_000, air: USUAL_AIR };

test('a place without a name is left out, and a name that is one keeps its letters', () => {
  const told = toldVerdict({
    verdict: verdict({}),
    facts: [],
    where: '',
    airing: SLOT,
    byTitle: null,
  });
  expect(told.vi).toMatch(/^Đã phát: phát trọn vẹn/);
  expect([spokenPlace('Bản Nà Cạn'), spokenPlace('Nà Cạn'), spokenPlace('Bảnh')]).toEqual([
    'bản Nà Cạn',
    'Nà Cạn',
    'Bảnh',
  ]);
});

test('another year is said', () => {
  expect(toldTime(t('23:50', '2025-12-31'), t('17:00'))).toEqual({
    vi: '23:50 ngày 31/12/2025',
    en: '23:50 on 31/12/2025',
  });
});
