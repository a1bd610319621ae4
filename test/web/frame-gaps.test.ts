// The gaps of a frame between the form and the service: what the form does not show is not lost.
// It must never open a browser.
import { describe, expect, test } from 'vitest';
import type { FrameSlot } from '../../src/http/schemas/frame.ts';
import {
  gapNames,
  gapOf,
  lacksFigure,
  MINUTES,
  slotOf,
  usualKind,
} from '../../src/web/screens/frames/gaps.ts';

const base = { name: 'gap', label: 'Chỗ trống', required: false };
const KEPT: FrameSlot[] = [
  { ...base, kind: 'hour', said: 'whole', stepMinutes: 15, also: ['15:20'] },
  { ...base, kind: 'hour', said: 'parts', order: 'minute-hour', minutes: [7] },
  { ...base, kind: 'date', near: false, order: ['day', 'month'] },
  { ...base, kind: 'place', areas: 'communes', also: ['suối Nậm Mu', 'cầu treo'] },
  { ...base, kind: 'number', from: 1, to: 9, step: 2, also: [20] },
  { ...base, kind: 'number', from: 5, to: 5, step: 1, also: [10, 20] },
  { ...base, kind: 'list', values: ['một', 'hai'] },
  { ...base, kind: 'place', areas: 'none', also: ['cầu treo, bản Nà Lò', 'chợ'] },
];

describe('the gaps of a frame', () => {
  test.each(KEPT)('$kind opened and saved without a touch is what it was', (slot) => {
    expect(slotOf({ ...gapOf(slot), name: 'gap', label: 'Chỗ trống', before: slot })).toEqual(slot);
  });

  test('another kind begins anew, and stays as necessary as it was', () => {
    const [hour] = KEPT;
    const changed = slotOf({ ...base, kind: 'place', also: 'chợ, ', before: hour });
    expect(changed).toEqual({ ...base, kind: 'place', areas: 'villages', also: ['chợ'] });
  });

  test('minutes are those that were typed, else the usual ones; a number without a figure is not ready', () => {
    const minutes = (also: string) => slotOf({ name: 'n', label: 'G', kind: 'hour-parts', also });
    expect(minutes('7, 99, 40')).toMatchObject({ minutes: [7, 40] });
    expect(minutes('')).toMatchObject({ minutes: MINUTES });
    expect([' , x', '0'].map((also) => lacksFigure({ kind: 'number', also }))).toEqual([
      ...[true, false],
    ]);
    expect(lacksFigure({ kind: 'list', also: '' })).toBe(false);
  });

  test('figures that were kept twice are shown once', () => {
    const twice: FrameSlot = { ...base, kind: 'number', from: 3, to: 3, step: 1, also: [3, 7] };
    expect(gapOf(twice)).toEqual({ kind: 'number', also: '3, 7' });
  });

  test('a new gap is necessary, and numbers are the figures that were typed', () => {
    const made = slotOf({ name: 'n', label: 'Số', kind: 'number', also: '3, x, 7' });
    expect(made).toMatchObject({ required: true, from: 3, to: 3, also: [7] });
    expect(['hour', 'day', 'place', 'text', undefined].map(usualKind)).toEqual(
      ['hour', 'date', 'place', 'list', 'list'], //
    );
  });

  test('gaps are named once, in the order of the sentences', () => {
    expect(gapNames('Lúc {gio} ở {noi}.\nNhắc lại: {gio}, {Sai}.')).toEqual(['gio', 'noi']);
  });
});
