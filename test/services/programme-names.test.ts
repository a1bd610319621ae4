// The name of a programme and the words around it: whole or not at all, and nobody's own facts in a title that is published.
// It must never join sound: the studio is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import { TEMPLATE } from './programme-steps.ts';
import { approved, liveCommune } from './steps.ts';
import { type Commune, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
});
const desk = () => at.house.services.programmes;
const bulletins = () => at.deps.store.bulletins.ofTenants([place.id]);

describe('the words around a programme', () => {
  const half = { ident: { text: 'Đài xã xin chào.' }, closing: { text: '. . .' } };

  test('of which one is refused leave none behind, in a new template and in a changed one', () => {
    const make = () =>
      desk().createTemplate(place.author, { areaId: place.id, ...TEMPLATE, ...half });
    expect(make).toThrow(code('nothing-to-say'));
    const { id: templateId, version } = desk().createTemplate(place.author, {
      ...{ areaId: place.id, ...TEMPLATE },
    });
    const wish = { ...TEMPLATE, ...half, templateId, version };
    expect(() => desk().changeTemplate(place.author, wish)).toThrow(code('nothing-to-say'));
    expect(bulletins()).toEqual([]);
    expect(desk().templates(place.author)).toMatchObject([{ version, identId: null }]);
  });
});

describe('the name of a programme is published', () => {
  const PERSONAL = 'Chuyện bệnh nhân Lò Văn Thử';

  test('and nobody’s own facts stand in it, new or changed', () => {
    const make = (name: string) =>
      desk().createTemplate(place.author, { areaId: place.id, ...TEMPLATE, name });
    expect(() => make(PERSONAL)).toThrow(code('personal-name'));
    const { id: templateId, version } = make('Buổi chiều');
    const wish = { ...TEMPLATE, templateId, version, name: PERSONAL };
    expect(() => desk().changeTemplate(place.author, wish)).toThrow(code('personal-name'));
  });

  test('so an older one that has them is not said', async () => {
    const { id } = await approved(at, place);
    const view = desk().createTemplate(place.author, { areaId: place.id, ...TEMPLATE });
    const { store } = at.deps;
    const row = store.programmeTemplates.get(view.id);
    if (row) store.programmeTemplates.update({ ...row, name: PERSONAL });
    const wish = { templateId: view.id, itemIds: [id], areaIds: [place.id], atMs: null };
    const [edition] = await desk().build(place.author, wish);
    expect(edition?.bulletin.title).toMatch(/^Chương trình truyền thanh, ngày/u);
  });

  test('without one it is called as the first that was read and names nobody', async () => {
    const one = { ...(await approved(at, place)), title: 'Chuyện riêng' };
    const two = await approved(at, place, { text: 'Mai tiêm chủng.' });
    at.deps.store.bulletins.update({ ...one, personalData: true });
    const itemIds = [one.id, two.id];
    const wish = { templateId: null, itemIds, areaIds: [place.id], atMs: null };
    expect((await desk().preview(place.author, wish)).title).toBe('Tiêm chủng');
    const { bulletins } = at.deps.store;
    bulletins.update({ ...one, state: 'ready' });
    expect((await desk().preview(place.author, wish)).title).toBe('Tiêm chủng');
    bulletins.update({ ...two, personalData: true });
    expect((await desk().preview(place.author, wish)).title).toBe('Chương trình truyền thanh');
  });
});
