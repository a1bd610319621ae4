// One edition sound by sound: its order, its languages, its length, what is missing and what had no room.
// It must never know rows or real sound.
import { describe, expect, test } from 'vitest';
import {
  type EditionWish,
  planEdition,
  type Spoken,
} from '../../../src/domain/programmes/edition-plan.ts';
import { BARE } from '../../../src/domain/programmes/programme-model.ts';
import { sayable, spoken, TEN } from './sample.ts';

const { language: _, ...CHIME } = sayable('chime', { title: 'Nhạc hiệu' });

const lasting = (frames: number) => ({ ...TEN, frames, samples: frames * 2_880 - 312 });

function plan(of: Partial<EditionWish> = {}) {
  return planEdition({
    ...{ frame: BARE, order: ['vie'], chime: null, ident: null, opening: null, closing: null },
    ...{ items: [spoken('1'), spoken('2')], regulationMs: null },
    ...of,
  });
}
const said = (of: Partial<EditionWish>) =>
  plan(of).pieces.map(({ kind, bulletinId }) => `${kind} ${bulletinId}`);

describe('the order of an edition', () => {
  test('chime, ident, opening, bulletins, closing; each where the one before it ends', () => {
    const whole = plan({
      ...{ chime: CHIME, ident: spoken('i'), opening: spoken('o'), closing: spoken('c') },
    });
    expect(whole.pieces.map(({ kind }) => kind)).toEqual([
      ...['chime', 'ident', 'opening', 'item', 'item', 'closing'],
    ]);
    // 800 ms around, 1,500 between two bulletins: less the 200 the sounds bring
    expect(whole.pieces.map(({ pauseFrames }) => pauseFrames)).toEqual([0, 10, 10, 10, 21, 10]);
    const last = whole.pieces.at(-1);
    expect(whole.durationMs).toBe((last?.startMs ?? 0) + Math.round(TEN.samples / 48));
    expect(whole.pieces[0]).toMatchObject({ bulletinId: null, language: null, originalId: null });
    expect(whole.pieces[1]).toMatchObject({ bulletinId: 'i', originalId: 'i', version: 1 });
  });

  test('a chime of the commune is a bulletin like any other', () => {
    expect(said({ chime: spoken('k'), items: [spoken('1')] })).toEqual(['chime k', 'item 1']);
  });

  test('each bulletin in each language of the village, and all of it again', () => {
    const items = [spoken('1', ['vie', 'mww']), spoken('2')];
    const order = ['mww', 'vie'];
    expect(said({ items, order })).toEqual(['item 1-mww', 'item 1', 'item 2']);
    const twice = { ...BARE, repeats: 2 };
    expect(said({ items, order, frame: twice })).toEqual([
      ...['item 1-mww', 'item 1', 'item 1-mww', 'item 1', 'item 2', 'item 2'],
    ]);
  });

  test('words around are said once, in the first language they have, else as they were written', () => {
    const ident = spoken('i', ['vie', 'mww']);
    const items = [spoken('1', ['blt', 'mww'])];
    expect(said({ ident, items, order: ['blt', 'mww'] })[0]).toBe('ident i-mww');
    expect(said({ ident, items, order: ['blt'] })[0]).toBe('ident i');
  });
});

describe('what is missing is told to the planner', () => {
  test('nobody has made it, or it may not be said', () => {
    const held = { bulletinId: '1-mww', language: 'mww', why: 'not-approved' as const };
    const items = [{ ...spoken('1'), held: [held] }, spoken('2')];
    const { missing, pieces } = plan({ items, order: ['mww', 'vie'] });
    expect(pieces).toHaveLength(2);
    expect(missing).toEqual([
      expect.objectContaining({
        ...{ originalId: '1', kind: 'item', language: 'mww' },
        there: { bulletinId: '1-mww', why: 'not-approved' },
      }),
      expect.objectContaining({ originalId: '2', there: null }),
    ]);
  });

  test('of the words around one language is enough, and none is missing where they are said', () => {
    const silent: Spoken = { originalId: 'i', title: 'Xưng danh', sayable: [], held: [] };
    const held = [{ bulletinId: 'i', language: 'vie', why: 'not-approved' as const }];
    const around = { ident: { ...silent, held }, chime: silent, closing: spoken('c') };
    const { missing } = plan({ ...around, order: ['mww', 'vie'], items: [] });
    expect(missing.map(({ kind, language, there }) => [kind, language, there?.why])).toEqual([
      ['chime', 'mww', undefined],
      ['ident', 'vie', 'not-approved'],
    ]);
    expect(plan({ chime: silent, order: [], items: [] }).missing).toMatchObject([{ language: '' }]);
  });

  test('a bulletin in none of the languages is left out, by name', () => {
    const { leftOut, pieces } = plan({ items: [spoken('1'), spoken('2', ['mww'])] });
    const named = { originalId: '2', title: 'Tin 2', why: 'no-language' };
    expect(leftOut).toEqual([{ ...named, there: null }]);
    expect(pieces).toHaveLength(1);
    const held = [{ bulletinId: '2', language: 'vie', why: 'expired' as const }];
    const ended = plan({ items: [{ ...spoken('2', []), held }], order: ['mww', 'vie'] });
    expect(ended.leftOut).toEqual([{ ...named, there: held[0] }]);
  });
});

describe('the most minutes', () => {
  const long = { ...spoken('2'), sayable: [sayable('2', { length: lasting(1_000) })] };

  test('leave out what does not fit, and take what is shorter after it', () => {
    const frame = { ...BARE, mostMinutes: 1 };
    const { leftOut, pieces, mostMs, durationMs } = plan({
      ...{ frame, items: [spoken('1'), long, spoken('3')] },
    });
    expect(pieces.map(({ bulletinId }) => bulletinId)).toEqual(['1', '3']);
    expect(leftOut).toMatchObject([{ originalId: '2', why: 'no-room' }]);
    expect(mostMs).toBe(60_000);
    expect(durationMs).toBeLessThanOrEqual(60_000);
  });

  test('are the stricter of the template’s and the regulation’s', () => {
    const frame = { ...BARE, mostMinutes: 2 };
    expect(plan({ frame, regulationMs: 60_000 }).mostMs).toBe(60_000);
    expect(plan({ frame, regulationMs: 600_000 }).mostMs).toBe(120_000);
    expect(plan({ regulationMs: 60_000 }).mostMs).toBe(60_000);
    expect(plan().mostMs).toBeNull();
  });

  test('the words around count: where they fill it, no room is left', () => {
    const frame = { ...BARE, mostMinutes: 1 };
    const opening = {
      ...spoken('o'),
      sayable: [sayable('o', { length: lasting(2_000) })],
    };
    const { leftOut } = plan({ frame, opening, items: [spoken('1')] });
    expect(leftOut).toMatchObject([{ why: 'no-room', leftMs: 0 }]);
  });
});
