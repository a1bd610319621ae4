// In which language a bulletin is: said when it is written, kept once it was heard.
import { describe, expect, test } from 'vitest';
import { approved, liveCommune, scheduled, TEXT, written } from './steps.ts';
import { NOON, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('the language of a bulletin', () => {
  test('is Vietnamese until somebody says another one of the list', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const bulletin = await written(at, a);
    expect(bulletin.language).toBe('vie');
    const other = bulletins.create(a.author, { areaId: a.id, text: TEXT, language: 'blt' });
    expect(at.deps.store.bulletins.get(other.id)?.language).toBe('blt');
    const bulletinId = bulletin.id;
    expect(bulletins.edit(a.author, { bulletinId, language: 'mww' })).toMatchObject({
      ...{ language: 'mww', version: 2, text: bulletin.text },
    });
    expect(bulletins.languages(a.author)[0]?.code).toBe('vie');
  });

  test.each(['xxx', '', 'VIE', 'vi'])('%o is refused, and nothing is written', async (language) => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const { id: bulletinId } = await written(at, a);
    const create = () => bulletins.create(a.author, { areaId: a.id, text: TEXT, language });
    expect(create).toThrow(code('unknown-language'));
    expect(() => bulletins.edit(a.author, { bulletinId, language })).toThrow(
      code('unknown-language'),
    );
    expect(bulletins.list(a.author).map(({ version }) => version)).toEqual([1]);
  });

  test('stays once it was heard, for the figures were made by it', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    const rule = { kind: 'once', atMs: NOON + 120_000 } as const;
    const { id } = scheduled(at, a, { bulletin, rule });
    const { store } = at.deps;
    await at.house.beat();
    at.clock.move(120_000);
    await at.house.beat();
    const streamId = store.airings.ofSchedule(id)[0]?.id ?? '';
    await until(() => store.airings.get(streamId)?.state === 'sent', 'the sending');
    at.clock.move(30_000);
    await a.boxes[0]?.receipt({ event: 'finished', streamId } as never);
    await until(() => store.airings.speaker(streamId, 'loa-1')?.verdict != null, 'a verdict');
    const { bulletins } = at.house.services;
    const edit = (language: string) =>
      bulletins.edit(a.author, { bulletinId: bulletin.id, title: 'Khác', language });
    expect(() => edit('tyz')).toThrow(code('language-heard'));
    expect(edit('vie')).toMatchObject({ title: 'Khác', language: 'vie' });
  });
});
