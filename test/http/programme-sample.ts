// The door of programmes for a fake house: every method answers one sample.
// It must never assert anything: tests do.
import { USUAL_CHOOSING, USUAL_PAUSES } from '../../src/domain/programmes/programme-model.ts';
import type {
  EditionView,
  Programmes,
  TemplateView,
} from '../../src/services/programmes/programmes-door.ts';
import * as sample from './sample.ts';

type Answer = <T>(name: string, value: T) => (actor: unknown, input?: unknown) => T;

const says = { vi: '“Họp bản” chưa có bằng tiếng Mông.', en: '“Họp bản” does not exist in Mông.' };
const piece = {
  ...{ kind: 'item' as const, bulletinId: sample.bulletin.id, version: 1, title: 'Họp bản' },
  ...{ language: 'vie', clipId: 'clip-1', contentHash: 'h' },
  ...{ pauseFrames: 0, startMs: 0, durationMs: 24_000 },
};
export const template: TemplateView = {
  ...{ id: 'mau-1', tenantId: sample.area.id, name: 'Buổi chiều', chime: { kind: 'ours' } },
  ...{ identId: null, openingId: null, closingId: null, pauses: USUAL_PAUSES, repeats: 1 },
  ...{ mostMinutes: 30, choosing: USUAL_CHOOSING, version: 1, removedAtMs: null },
  parts: { chime: null, ident: null, opening: null, closing: null },
};
export const edition: EditionView = {
  ...{ bulletinId: sample.bulletin.id, tenantId: sample.area.id, templateId: 'mau-1' },
  ...{ languages: ['vie'], areaIds: [sample.area.id], itemIds: [sample.bulletin.id], version: 1 },
  ...{ builtBy: 'lan', builtAtMs: sample.NOW_MS, broken: null, says: null, placed: false },
  ...{ bulletin: sample.bulletin, clip: null, areaNames: ['Xã A'] },
  parts: [{ ...piece, position: 0 }],
};
export const preview = {
  ...{ tenantId: sample.area.id, title: 'Buổi chiều', itemIds: [sample.bulletin.id] },
  editions: [
    {
      ...{ languages: ['hmn', 'vie'], areaIds: [sample.area.id], areaNames: ['Xã A'] },
      pieces: [{ ...piece, originalId: sample.bulletin.id }],
      ...{ durationMs: 24_000, mostMs: 1_800_000 },
      missing: [
        {
          ...{ originalId: sample.bulletin.id, title: 'Họp bản', kind: 'item' as const, says },
          ...{ language: 'hmn', there: null },
        },
      ],
      leftOut: [
        {
          ...{ originalId: 'tin-2', title: 'Tin dài', why: 'no-room' as const, says },
          ...{ needsMs: 9, leftMs: 3 },
        },
      ],
    },
  ],
  regulationMinutes: 30,
};

export function programmeDoors(answer: Answer): Programmes {
  return {
    templates: answer('programmes.templates', [template]),
    createTemplate: answer('programmes.createTemplate', template),
    changeTemplate: answer('programmes.changeTemplate', template),
    removeTemplate: answer('programmes.removeTemplate', undefined),
    preview: answer('programmes.preview', Promise.resolve(preview)),
    build: answer('programmes.build', Promise.resolve([edition])),
    rebuild: answer('programmes.rebuild', Promise.resolve(edition)),
    list: answer('programmes.list', [edition]),
    get: answer('programmes.get', edition),
    schedule: answer('programmes.schedule', [sample.schedule]),
  };
}
