// The steps of a programme as tests take them: variants written, templates made, editions built and waited for.
// It must never assert anything: tests do.
import type { Bulletin } from '../../src/domain/model.ts';
import { USUAL_CHOOSING, USUAL_PAUSES } from '../../src/domain/programmes/programme-model.ts';
import type {
  EditionView,
  ProgrammeWish,
  TemplateView,
  TemplateWish,
} from '../../src/services/programmes/programmes-door.ts';
import { hashOf } from '../../src/services/sound/kept-recording.ts';
import { approved } from './steps.ts';
import { type Commune, until, type World } from './world.ts';

export const TEMPLATE: TemplateWish = {
  ...{ name: 'Buổi chiều', chime: { kind: 'ours' }, ident: null, opening: null, closing: null },
  ...{ pauses: USUAL_PAUSES, repeats: 1, mostMinutes: null, choosing: USUAL_CHOOSING },
};

export function template(at: World, by: Commune, of: Partial<TemplateWish> = {}): TemplateView {
  const { programmes } = at.house.services;
  return programmes.createTemplate(by.author, { areaId: by.id, ...TEMPLATE, ...of });
}

/** The same in another language: written, sounded, approved, and bound to the words it says. */
export async function variant(
  at: World,
  by: Commune,
  of: { original: Bulletin; language: string; state?: Bulletin['state'] },
): Promise<Bulletin> {
  const { store } = at.deps;
  const { original, language, state = 'approved' } = of;
  const made = await approved(at, by, { text: `${original.text} (${language})` });
  const bulletin = { ...made, originalId: original.id, language, state };
  store.bulletins.update(bulletin);
  store.variants.put({
    ...{ bulletinId: bulletin.id, originalId: original.id, atMs: 0 },
    ...{ originalHash: hashOf(original.text), byId: by.author.accountId },
  });
  return bulletin;
}

export function wishOf(by: Commune, of: Partial<ProgrammeWish> = {}): ProgrammeWish {
  return { templateId: null, areaIds: [by.id], itemIds: null, atMs: null, ...of };
}

/** Built, joined, and approved by its parts. */
export async function built(
  at: World,
  by: Commune,
  of: Partial<ProgrammeWish> = {},
): Promise<EditionView[]> {
  const { programmes } = at.house.services;
  const made = await programmes.build(by.operator, wishOf(by, of));
  const state = (bulletinId: string) => at.deps.store.bulletins.get(bulletinId)?.state;
  await until(() => made.every(({ bulletinId }) => settled(state(bulletinId))), 'the editions');
  return made.map(({ bulletinId }) => programmes.get(by.operator, { bulletinId }));
}

const settled = (state: string | undefined) => state !== 'making' && state !== 'ready';
