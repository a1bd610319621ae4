// The name of a programme and the words around it: whole or not at all, and nobody's own facts in a title that is published.
// It must never join sound: the studio is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import { TEMPLATE } from './programme-steps.ts';
import { liveCommune } from './steps.ts';
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
