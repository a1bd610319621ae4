// In which languages a village is spoken to, and what of a bulletin is missing there: told to the planner.
import { beforeEach, describe, expect, test } from 'vitest';
import { aVoiceFor, HMONG, withVariant } from './language-steps.ts';
import { actions, liveCommune, written } from './steps.ts';
import { type Commune, commune, setUp, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
  for (const language of ['mww', 'blt']) aVoiceFor(at, language);
});
const orders = () => at.house.services.languageOrders;
const [first, second] = [() => place.villages[0] ?? '', () => place.villages[1] ?? ''];

describe('the order of languages', () => {
  test('is the commune’s until a village says its own, and again when it says no more', () => {
    const areaId = first();
    expect(orders().get(place.author, { areaId })).toEqual({
      ...{ areaId, own: null, languages: ['vie'], fromName: null },
    });
    orders().set(place.operator, { areaId: place.id, languages: ['vie', 'mww'] });
    expect(orders().get(place.author, { areaId })).toMatchObject({
      ...{ own: null, languages: ['vie', 'mww'], fromName: 'Xã xa-a' },
    });
    const own = orders().set(place.operator, { areaId, languages: ['mww'] });
    expect(own).toMatchObject({ own: ['mww'], languages: ['mww'], fromName: 'ban-1' });
    expect(at.deps.store.languageOrders.all()).toHaveLength(2);
    expect(orders().set(place.operator, { areaId, languages: [] })).toMatchObject({ own: null });
    expect(actions(at).filter((action) => action === 'language-order.set')).toHaveLength(3);
    expect(at.told.some(({ kind, id }) => kind === 'area' && id === areaId)).toBe(true);
  });

  test.each([
    [['vie', 'vie'], 'bad-order'],
    [['vie', 'blt', 'mww', 'tyz', 'kjg'], 'bad-order'],
    [['vie', 'xyz'], 'unknown-language'],
  ])('%j is refused', (languages, why) => {
    const set = () => orders().set(place.operator, { areaId: first(), languages });
    expect(set).toThrow(code(why));
    expect(at.deps.store.languageOrders.all()).toEqual([]);
  });

  test('is set by whoever plans for that commune', () => {
    const wish = { areaId: place.id, languages: ['vie'] };
    expect(() => orders().set(place.technician, wish)).toThrow(code('not-your-role'));
  });

  test('of another commune is nobody’s business', async () => {
    const apart = world();
    const admin = await setUp(apart);
    const [a, b] = [commune(apart, admin, 'xa-a'), commune(apart, admin, 'xa-b')];
    const { languageOrders } = apart.house.services;
    expect(() => languageOrders.get(a.author, { areaId: b.id })).toThrow(code('missing'));
    const wish = { areaId: b.id, languages: ['vie'] };
    expect(() => languageOrders.set(a.operator, wish)).toThrow(code('missing'));
  });
});

describe('what is missing where', () => {
  const standing = (bulletinId: string, areaIds = [place.id]) =>
    at.house.services.variants.standing(place.operator, { bulletinId, areaIds });

  test('stands once for villages that are spoken to alike', async () => {
    const { original } = await withVariant(at, place);
    orders().set(place.operator, { areaId: second(), languages: ['mww', 'vie', 'blt'] });
    expect(standing(original.id)).toMatchObject([
      { languages: ['vie'], areaNames: ['ban-1'], stands: [{ language: 'vie', stands: 'airs' }] },
      {
        ...{ languages: ['mww', 'vie', 'blt'], areaNames: ['ban-2'] },
        stands: [
          { language: 'mww', stands: 'airs', need: null, ways: [] },
          { language: 'vie', stands: 'airs' },
          {
            language: 'blt',
            stands: 'missing',
            bulletinId: null,
            ways: ['write', 'record', 'link'],
          },
        ],
      },
    ]);
    expect(standing(original.id, [first()])).toHaveLength(1);
  });

  test('says what each waits for, and the ways out', async () => {
    const { id: bulletinId } = await written(at, place);
    const { variants } = at.house.services;
    variants.create(place.author, { bulletinId, language: 'mww', text: null });
    const held = at.studio.hold();
    const { id } = variants.create(place.author, { bulletinId, language: 'blt', text: HMONG });
    orders().set(place.operator, { areaId: place.id, languages: ['vie', 'mww', 'blt'] });
    const [group] = standing(id);
    held.letGo();
    expect(group?.stands.map(({ language, need, ways }) => [language, need, ways])).toEqual([
      ['vie', 'approval', ['approve']],
      ['mww', 'words', ['write', 'record', 'link']],
      ['blt', 'time', ['wait']],
    ]);
  });

  test('of an original without a sound is said as well', async () => {
    at.studio.failNext(new Error('no voice'));
    const { id } = await written(at, place);
    expect(standing(id)[0]?.stands).toMatchObject([{ need: 'sound', ways: ['record', 'link'] }]);
    const held = at.studio.hold();
    at.house.services.bulletins.edit(place.author, { bulletinId: id, title: 'Khác' });
    expect(standing(id)[0]?.stands).toMatchObject([{ need: 'time' }]);
    held.letGo();
  });
});
