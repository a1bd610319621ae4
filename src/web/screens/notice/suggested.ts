// What a slot is offered before anything is typed: what was said there before, and names of villages.
// It must never invent a word.
import type { NoticeBrief, Template } from '../../../http/schemas/notice.ts';
import { find } from '../../area-tree.ts';
import type { Places } from '../../places.ts';

/** Two rows of chips on a phone. */
const OFFERED = 4;

export function offeredFor(of: {
  slot: Template['slots'][number];
  template: Pick<Template, 'id'>;
  notices: readonly NoticeBrief[];
  places: Places;
  areaId: string;
}): string[] {
  const { slot, template, notices } = of;
  if (!['place', 'text', 'people', 'phone', 'money'].includes(slot.kind)) return [];
  const here = notices
    .filter(({ templateId }) => templateId === template.id)
    .map(({ slots }) => slots[slot.name] ?? '');
  const villages = slot.kind === 'place' ? villagesOf(of.places, of.areaId) : [];
  const all = [...here, ...villages].filter((one) => one !== '' && one.length <= slot.maxChars);
  return [...new Set(all)].slice(0, OFFERED);
}

/** As it stands in a sentence: "bản Mòng". */
function villagesOf(places: Places, areaId: string): string[] {
  const names = find(places.nodes, areaId)?.children.map(({ area }) => area.name) ?? [];
  return names.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
}
