// Which recordings a frame needs, in words a speaker understands; which are missing before anyone relies on it.
// It must never need a recording.
import { describe, expect, test } from 'vitest';
import type { FrameSlot } from '../../../src/domain/frames/frame-model.ts';
import { missingPieces, piecesNeeded, readiness } from '../../../src/domain/frames/needed.ts';
import { spelled } from '../../../src/domain/frames/numerals.ts';
import { allPieces, dayNumberOf, saidWith } from '../../../src/domain/frames/slot-values.ts';
import { all, DAM, DATE, FLOW, HOUR, PLACE, PLACES } from './sample.ts';

describe('what is recorded for a frame', () => {
  const needed = piecesNeeded(DAM, PLACES);
  const prompts = needed.map(({ prompt }) => prompt);

  test('is each fixed part once, and every value of every gap', () => {
    expect(needed.filter(({ slot }) => slot === null).map(({ prompt }) => prompt)).toEqual([
      ...['Hồ xả nước lúc', 'Mỗi giây', 'mét khối', 'Bà con ở', 'rời ngay khỏi lòng sông'],
    ]);
    // 48 halves of hours and 15:20 · three near days, 7 + 31 + 12 · 100…500 and 750 · two villages and a stream
    expect(needed).toHaveLength(5 + 49 + 53 + 6 + 3);
    for (const prompt of ['mười lăm giờ', 'mười lăm giờ ba mươi', 'mười lăm giờ hai mươi phút'])
      expect(prompts).toContain(prompt);
    for (const prompt of ['hôm nay', 'thứ tư', 'ngày hai mươi lăm', 'mồng năm', 'tháng tư'])
      expect(prompts).toContain(prompt);
    expect(prompts).toContain('bảy trăm năm mươi');
    expect(prompts.slice(-3)).toEqual(['Nà Cạn', 'Bản Mòng', 'suối Nậm Mu']);
  });

  test('says where a piece stands', () => {
    const of = (prompt: string) => needed.find((one) => one.prompt === prompt)?.within;
    expect(of('Hồ xả nước lúc')).toBe('Hồ xả nước lúc ___, ___.');
    expect(of('hôm nay')).toBe('Hồ xả nước lúc ___, [Ngày].');
  });

  test('a part that stands in two sentences is recorded once, however it begins', () => {
    const sentences = ['Bà con rời sông.', 'bà con rời sông'];
    expect(piecesNeeded({ sentences, slots: [] }, PLACES)).toHaveLength(1);
    const twice = { ...HOUR, name: 'x' };
    expect(piecesNeeded({ sentences: ['…'], slots: [HOUR, twice] }, PLACES)).toHaveLength(49);
    expect(piecesNeeded({ sentences: ['…'], slots: [HOUR] }, PLACES)[0]?.within).toBe('');
  });

  test('is missing while it is not recorded, and while no second speaker confirmed it', () => {
    expect(missingPieces({ frame: DAM, places: PLACES, known: all() })).toEqual([]);
    const known = all({ without: ['mười lăm giờ'], unheard: ['Nà Cạn'] });
    expect(
      missingPieces({ frame: DAM, places: PLACES, known }).map(({ prompt, why }) => [prompt, why]),
    ).toEqual([
      ['mười lăm giờ', 'not-recorded'],
      ['Nà Cạn', 'not-confirmed'],
    ]);
  });

  test('makes a frame usable when something of every required gap can be said, and whole when all can', () => {
    const ready = (known = all(), frame = DAM) => readiness({ frame, places: PLACES, known });
    expect(ready()).toMatchObject({ usable: true, whole: true, needed: 116, confirmed: 116 });
    const some = ready(all({ without: ['Nà Cạn', 'bảy trăm năm mươi'], unheard: ['mét khối'] }));
    expect(some).toMatchObject({ recorded: 114, confirmed: 113, wordsReady: false, usable: false });
    expect(some.slots.map(({ ready: can, of }) => `${can}/${of}`)).toEqual([
      ...['49/49', '53/53', '5/6', '2/3'],
    ]);
    const noPlace = ready(all({ without: ['Nà Cạn', 'Bản Mòng', 'suối Nậm Mu'] }));
    expect(noPlace.usable).toBe(false);
    const hundreds = ['một trăm', 'hai trăm', 'ba trăm', 'bốn trăm', 'năm trăm'];
    const noFlow = ready(all({ without: [...hundreds, 'bảy trăm năm mươi'] }));
    expect(noFlow).toMatchObject({ usable: true, whole: false });
    expect(ready(all(), { ...DAM, version: 4 })).toMatchObject({
      ...{ usable: false, whole: false, orderConfirmed: false },
    });
    expect(ready(all(), { ...DAM, confirmed: null }).usable).toBe(false);
  });
});

describe('values', () => {
  const parts: FrameSlot = {
    ...{ name: 'gio', label: 'Giờ', required: true, kind: 'hour', said: 'parts' },
    ...{ order: 'hour-minute', minutes: [10, 20, 30] },
  };
  const said = (slot: FrameSlot, value: string, heardOn: number | null = null) =>
    saidWith(slot, { value, heardOn })?.map(({ prompt }) => prompt) ?? null;

  test.each([
    [HOUR, '15:00', ['mười lăm giờ']],
    [HOUR, '15:20', ['mười lăm giờ hai mươi phút']],
    [HOUR, '7h05', ['bảy giờ năm phút']],
    [HOUR, '24:00', null],
    [parts, '15:00', ['mười lăm giờ']],
    [parts, '15:20', ['mười lăm giờ', 'hai mươi phút']],
    [{ ...parts, order: 'minute-hour' }, '15:20', ['hai mươi phút', 'mười lăm giờ']],
    [FLOW, '750', ['bảy trăm năm mươi']],
    [FLOW, 'nhiều', null],
    [PLACE, ' Nà  Cạn ', ['Nà Cạn']],
    [PLACE, ' ', null],
    [{ name: 'so', label: 'Số', required: true, kind: 'list', values: ['112'] }, '112', ['112']],
    [{ name: 'so', label: 'Số', required: true, kind: 'list', values: ['112'] }, '113', null],
  ] as [FrameSlot, string, string[] | null][])(
    '%o says %s with its pieces',
    (slot, value, pieces) => {
      expect(said(slot, value)).toEqual(pieces);
    },
  );

  test('a day is near only where it is heard on one day', () => {
    const wednesday = dayNumberOf('2026-11-25');
    const whole = ['thứ tư', 'ngày hai mươi lăm', 'tháng mười một'];
    expect(said(DATE, '2026-11-25', wednesday)).toEqual(['hôm nay']);
    expect(said(DATE, '2026-11-26', wednesday)).toEqual(['ngày mai']);
    expect(said(DATE, '2026-11-25')).toEqual(whole);
    expect(said(DATE, '2026-11-25', (wednesday ?? 0) + 1)).toEqual(whole);
    expect(said({ ...DATE, near: false } as FrameSlot, '2026-11-25', wednesday)).toEqual(whole);
    for (const none of ['2026-02-30', '25/11', '']) expect(said(DATE, none, wednesday)).toBeNull();
    expect(allPieces({ ...DATE, near: false, order: ['month'] } as FrameSlot, PLACES)).toHaveLength(
      12,
    );
  });

  test('said in parts are 24 hours and the minutes there are; places may be none of the tree', () => {
    expect(allPieces(parts, PLACES)).toHaveLength(27);
    const list: FrameSlot = { ...PLACE, areas: 'none' } as FrameSlot;
    expect(allPieces(list, PLACES).map(({ prompt }) => prompt)).toEqual(['suối Nậm Mu']);
    const communes: FrameSlot = { ...PLACE, areas: 'communes', also: ['xã mường la'] } as FrameSlot;
    expect(allPieces(communes, PLACES)).toHaveLength(1);
    const choice: FrameSlot = { ...PLACE, kind: 'list', values: ['a', 'b'] } as FrameSlot;
    expect(allPieces(choice, PLACES)).toHaveLength(2);
    expect(allPieces({ ...HOUR, also: ['hỏng'] } as FrameSlot, PLACES)).toHaveLength(48);
    const none: FrameSlot = { ...FLOW, from: 9, to: 8 } as FrameSlot;
    expect(allPieces(none, PLACES)).toHaveLength(1);
  });

  test.each([
    [0, 'không'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [14, 'mười bốn'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [55, 'năm mươi lăm'],
    [105, 'một trăm linh năm'],
    [300, 'ba trăm'],
    [1_000, 'một nghìn'],
    [1_005, 'một nghìn không trăm linh năm'],
    [2_120, 'hai nghìn một trăm hai mươi'],
    [500_000, 'năm trăm nghìn'],
  ])('%i is spelled %s', (value, words) => {
    expect(spelled(value)).toBe(words);
  });
});
