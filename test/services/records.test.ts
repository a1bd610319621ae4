// Logs, figures, schemes and deadlines as a commune and its province ask for them.
// It must never know SQL or sheets.
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/model.ts';
import { heardBy } from '../../src/services/records/record-rows.ts';
import { SHEET_ROWS_MAX } from '../../src/services/records/records.ts';
import { approved, liveCommune, scheduled } from './steps.ts';
import { commune, NOON, person, until, type World, world } from './world.ts';

const MINUTE = 60_000;

async function beatFor(at: World, ms: number, stepMs = 10_000) {
  for (let gone = 0; gone < ms; gone += stepMs) {
    await at.house.beat();
    at.clock.move(stepMs);
  }
  await at.house.beat();
}

/** One bulletin of a document, aired once; the first speaker played it, the second never said a word. */
async function aired(at: World) {
  const place = await liveCommune(at);
  const { documents, bulletins } = at.house.services;
  const text = 'QUYẾT ĐỊNH\nĐiều 1. Tiêm chủng cho trẻ em.';
  const input = { areaId: place.id, name: null, content: { text } };
  const { document } = await documents.create(place.author, input);
  const bulletin = await approved(at, place);
  const row = at.deps.store.bulletins.get(bulletin.id);
  if (row) at.deps.store.bulletins.update({ ...row, documentId: document.id });
  const rule = { kind: 'once', atMs: NOON + 10 * MINUTE } as const;
  const schedule = scheduled(at, place, { bulletin, rule });
  await beatFor(at, 10 * MINUTE);
  const streamId = at.deps.store.airings.ofSchedule(schedule.id)[0]?.id ?? '';
  await until(() => at.deps.store.airings.get(streamId)?.state === 'sent', 'the sending');
  at.clock.move(30_000);
  await place.boxes[0]?.receipt({ event: 'finished', streamId } as never);
  await until(() => at.deps.store.airings.speaker(streamId, 'loa-1')?.verdict != null, 'a verdict');
  await beatFor(at, 2 * MINUTE);
  const admin = person(at, 'quan-tri-tinh', ['administrator', provinceOf(at)]);
  return { ...place, bulletin, document, streamId, admin, bulletins };
}

const provinceOf = (at: World) =>
  at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
const textOf = async (text: AsyncIterable<string>) => {
  let all = '';
  for await (const part of text) all += part;
  return all;
};
type Page = Awaited<ReturnType<World['house']['services']['records']['page']>>;
const column = (
  page: { columns: readonly { field: string }[]; rows: readonly (readonly unknown[])[] },
  field: string,
) => page.rows.map((row) => row[page.columns.findIndex((one) => one.field === field)]);

describe('A log', () => {
  test('has a line for each airing, with where it was heard and why anything was not', async () => {
    const at = world();
    const { id: areaId, operator, admin } = await aired(at);
    const { records } = at.house.services;
    const wish = { kind: 'log', areaId, period: '2026-12' } as const;
    const page = await records.page(operator, wish);
    expect(page.subtitle).toBe('tháng 12 năm 2026, Xã xa-a');
    expect(column(page, 'title')).toEqual(['Tiêm chủng']);
    expect([column(page, 'time'), column(page, 'villages')]).toEqual([
      ['12:10:00'],
      ['ban-1, ban-2'],
    ]);
    expect([column(page, 'played'), column(page, 'notPlayed')]).toEqual([[1], [1]]);
    expect(column(page, 'reasons')).toEqual(['cụm loa không báo kết quả: 1']);
    expect(page.next).toBeNull();
    // the province sees the same, of all its communes
    const all = await records.page(admin, { ...wish, areaId: provinceOf(at) });
    expect(all.rows).toHaveLength(1);
    expect((await records.page(operator, { ...wish, period: '2026-11' })).rows).toEqual([]);
  });

  test('goes on page after page, each line once, and into a file', async () => {
    const at = world();
    const { id: areaId, operator, streamId } = await aired(at);
    const { store, ids } = at.deps;
    const one = store.airings.get(streamId);
    for (let n = 0; one && n < 205; n += 1)
      store.airings.insert(
        {
          ...one,
          id: ids.next(),
          occurrenceId: `x${n}`,
          playAtMs: one.playAtMs + Math.floor(n / 2),
          title: `=${n}`,
        },
        [],
      );
    const { records } = at.house.services;
    const wish = { kind: 'log', areaId, period: '2026-12' } as const;
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Page = await records.page(operator, { ...wish, after });
      seen.push(...column(page, 'number'));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: 206 }, (_, n) => n + 1));
    const { name, text } = records.csv(operator, wish);
    const csv = await textOf(text);
    expect(name).toBe('nhat-ky-phat-thanh-xa-a-2026-12.csv');
    expect(csv.startsWith('\uFEFFSTT,Ngày,Giờ phát,Bản tin')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(207);
    expect(csv).toContain(",'=7,");
  });

  test('counts an airing of the province for the commune whose poles it sounded from, and for no other', async () => {
    const at = world();
    const { id: areaId, operator, admin, streamId } = await aired(at);
    const other = commune(at, admin, 'xa-b');
    const { store } = at.deps;
    const one = store.airings.get(streamId);
    const parts = store.airings.speakers(streamId).slice(0, 1);
    if (one)
      store.airings.insert(
        {
          ...one,
          id: 'tren-tinh',
          occurrenceId: 'tinh',
          tenantId: provinceOf(at),
          title: 'Tiếp âm',
        },
        parts,
      );
    const { records } = at.house.services;
    const wish = { kind: 'log', period: '2026-12' } as const;
    const page = await records.page(operator, { ...wish, areaId });
    expect(column(page, 'title').sort()).toEqual(['Tiêm chủng', 'Tiếp âm']);
    expect(column(page, 'origin')).toContain('Đài, hệ thống cấp tỉnh');
    const none = await records.page(other.operator, { ...wish, areaId: other.id });
    expect(none.rows).toEqual([]);
    await expect(records.page(other.operator, { ...wish, areaId })).rejects.toThrow(
      /Không tìm thấy|missing/,
    );
  });
});

describe('The figures owed to the Justice department', () => {
  test('count legal airings, documents, minutes and the people within hearing, with their method', async () => {
    const at = world();
    const { id: areaId, operator, admin, villages, bulletin } = await aired(at);
    const { records, areaEdits, schemes } = at.house.services;
    areaEdits.edit(admin, { areaId: villages[0] ?? '', population: 412, setting: 'rural' });
    areaEdits.edit(admin, { areaId: villages[1] ?? '', population: 588, setting: 'rural' });
    const wish = { kind: 'justice', areaId, period: '2026' } as const;
    const page = await records.page(operator, wish);
    const figures = Object.fromEntries(page.rows.map((row) => [row[1], row[3]]));
    expect(figures).toMatchObject({
      'Lượt phát văn bản pháp luật trên truyền thanh cấp xã': 1,
      'Văn bản pháp luật được phát': 1,
      'Thời lượng phát': 0.4,
      'Lượt phát bằng tiếng Việt': 1,
      'Người dân nông thôn trong vùng nghe': 412,
      'Tỷ lệ trong vùng nghe ở nông thôn': 41.2,
      'Người dân đô thị trong vùng nghe': 0,
    });
    expect(page.rows.every((row) => String(row[4]).length > 10)).toBe(true);
    // one airing counts for each scheme its bulletin belongs to, and for no other
    const of = { areaId, fromDay: '2026-01-01', untilDay: null };
    const [law, drugs] = ['1371', 'ma-tuy'].map((code) =>
      schemes.create(person(at, `soan-${code}`, ['author', areaId]), {
        ...of,
        code,
        name: `Đề án ${code}`,
      }),
    );
    const author = person(at, 'nguoi-soan', ['author', areaId]);
    schemes.setOfBulletin(author, { bulletinId: bulletin.id, schemeIds: [law?.id ?? ''] });
    const counted = async (schemeId = '') =>
      (await records.page(operator, { ...wish, schemeId })).rows[0]?.[3];
    expect([await counted(law?.id), await counted(drugs?.id)]).toEqual([1, 0]);
    expect(
      schemes.ofBulletin(operator, { bulletinId: bulletin.id }).map(({ code }) => code),
    ).toEqual(['1371']);
  });

  test('count by the language each bulletin says it is in, a document heard in two of them once', async () => {
    const at = world();
    const { id: areaId, operator, bulletin, streamId } = await aired(at);
    const { store } = at.deps;
    const [one, row] = [store.airings.get(streamId), store.bulletins.get(bulletin.id)];
    const verdict = store.airings.speaker(streamId, 'loa-1')?.verdict;
    if (!one || !row || !verdict) throw new Error('nothing aired');
    store.bulletins.insert({ ...row, id: 'tieng-thai', language: 'blt' });
    const thai = { ...one, id: 'thai', occurrenceId: 'thai', bulletinId: 'tieng-thai' };
    store.airings.insert(thai, store.airings.speakers(streamId).slice(0, 1));
    store.airings.putVerdict({ ...verdict, airingId: 'thai' });
    const wish = { kind: 'justice', areaId, period: '2026' } as const;
    const page = await at.house.services.records.page(operator, wish);
    expect(Object.fromEntries(page.rows.map((line) => [line[1], line[3]]))).toMatchObject({
      'Lượt phát văn bản pháp luật trên truyền thanh cấp xã': 2,
      'Văn bản pháp luật được phát': 1,
      'Lượt phát bằng tiếng Việt': 1,
      'Lượt phát bằng tiếng dân tộc thiểu số, tiếng khác': 1,
    });
  });

  test('say who heard a document, where and how often', async () => {
    const at = world();
    const { id: areaId, operator, document, villages } = await aired(at);
    expect(heardBy(at.deps, { documentId: document.id, tenantIds: [areaId] })).toMatchObject([
      { areaId: villages[0], times: 1, speakers: 1, firstMs: NOON + 10 * MINUTE },
    ]);
    const wish = { kind: 'document', areaId, period: '2026', documentId: document.id } as const;
    const page = await at.house.services.records.page(operator, wish);
    expect(page.rows).toEqual([
      [1, 'Xã xa-a', 'ban-1', 1, 1, '12:10 05/12/2026', '12:10 05/12/2026'],
    ]);
  });
});

describe('A sheet', () => {
  test('is printed from the same template as PDF and as Word', async () => {
    const at = world();
    const { id: areaId, operator } = await aired(at);
    const { records } = at.house.services;
    for (const format of ['pdf', 'docx'] as const) {
      const wish = { kind: 'log', areaId, period: '2026-12', format } as const;
      const { name } = await records.sheet(operator, wish);
      expect(name).toBe(`nhat-ky-phat-thanh-xa-a-2026-12.${format}`);
      expect(at.papers.asked.at(-1)).toMatchObject({ kind: 'record', format, place: 'Xã xa-a' });
    }
  });

  test('of more lines than a sheet holds is refused with what to do', async () => {
    const at = world();
    const { id: areaId, operator, admin, streamId } = await aired(at);
    const { store, ids } = at.deps;
    const one = store.airings.get(streamId);
    const more = (n: number) =>
      one && store.airings.insert({ ...one, id: ids.next(), occurrenceId: `x${n}` }, []);
    store.transaction(() => Array.from({ length: SHEET_ROWS_MAX - 1 }, (_, n) => more(n)));
    const { records } = at.house.services;
    const wish = { kind: 'log', areaId, period: '2026-12', format: 'pdf' } as const;
    // a month of a commune with 32 airings a day
    await records.sheet(operator, wish);
    expect(at.papers.asked.at(-1)).toMatchObject({ rows: { length: SHEET_ROWS_MAX } });
    more(SHEET_ROWS_MAX);
    const refusal = (who: Actor, of: { areaId: string; period: string }) =>
      records.sheet(who, { ...wish, ...of }).catch((error: AppError) => error.say.vi);
    expect(await refusal(operator, wish)).toMatch(/Hãy tải tệp CSV/);
    expect(await refusal(admin, { areaId: provinceOf(at), period: '2026' })).toMatch(
      /chọn một xã, hoặc chọn một tháng, hoặc tải tệp CSV/,
    );
  });
});

describe('What is asked wrongly', () => {
  test('is refused by name', async () => {
    const at = world();
    const { id: areaId, operator, villages, author } = await aired(at);
    const { records, schemes } = at.house.services;
    const wish = { kind: 'log', areaId, period: '2026-12' } as const;
    const code = async (act: () => unknown) => {
      try {
        await act();
      } catch (error) {
        return (error as { code: string }).code;
      }
      return 'nothing';
    };
    expect(await code(() => records.page(operator, { ...wish, period: '2026-13' }))).toBe(
      'bad-period',
    );
    expect(await code(() => records.page(operator, { ...wish, after: 'x' }))).toBe('bad-cursor');
    expect(await code(() => records.page(operator, { ...wish, areaId: villages[0] ?? '' }))).toBe(
      'not-a-commune',
    );
    expect(await code(() => records.page(operator, { ...wish, kind: 'document' }))).toBe(
      'no-document',
    );
    expect(await code(() => records.page(operator, { ...wish, documentId: 'x' }))).toBe('missing');
    expect(await code(() => records.page(operator, { ...wish, schemeId: 'x' }))).toBe('missing');
    const of = { areaId, code: 'a', name: 'A', fromDay: '2026-02-01', untilDay: '2026-01-01' };
    expect(await code(() => schemes.create(author, of))).toBe('ends-first');
    const made = schemes.create(author, { ...of, untilDay: null });
    expect(await code(() => schemes.create(author, { ...of, untilDay: null }))).toBe('taken');
    expect(
      schemes.edit(author, {
        schemeId: made.id,
        name: 'B',
        fromDay: '2026-03-01',
        untilDay: null,
      }).name,
    ).toBe('B');
    expect(schemes.list(author).map(({ name }) => name)).toEqual(['B']);
  });
});
