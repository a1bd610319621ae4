// A template as its form holds it: every field a text, and the wish it means.
// It must never judge what is written: the service refuses and says why.
import type { Genre } from '../../../http/schemas/bulletin.ts';
import type { ProgrammeTemplate } from '../../../http/schemas/programme.ts';
import { figure } from '../../format.ts';
import type { TemplateFields } from '../../programmes-api.ts';

export type FrameName = 'ident' | 'opening' | 'closing';
export const FRAMES: readonly FrameName[] = ['ident', 'opening', 'closing'];
export type Filled = Record<
  FrameName | 'name' | 'around' | 'between' | 'within' | 'mostMinutes' | 'days' | 'most' | 'aired',
  string
> & {
  chime: string;
  chimeId: string;
  repeats: string;
  own: boolean;
  given: boolean;
  /** none: every genre */
  genres: readonly Genre[];
};

export function filledOf(template: ProgrammeTemplate | null): Filled {
  const { pauses, choosing } = template ?? USUAL;
  const seconds = (ms: number) => figure(ms / 1_000, 3);
  const text = (name: FrameName) => template?.parts[name]?.text ?? '';
  const { chime } = template ?? USUAL;
  return {
    ...{ ident: text('ident'), opening: text('opening'), closing: text('closing') },
    name: template?.name ?? '',
    ...{ around: seconds(pauses.aroundMs), between: seconds(pauses.betweenMs) },
    ...{ within: seconds(pauses.withinMs), repeats: String(template?.repeats ?? 1) },
    mostMinutes: template?.mostMinutes ? String(template.mostMinutes) : '',
    ...{ days: String(choosing.days), most: String(choosing.most) },
    ...{ aired: String(choosing.airedFewerThan), own: choosing.own, given: choosing.given },
    genres: choosing.genres,
    ...{ chime: chime.kind, chimeId: chime.kind === 'bulletin' ? chime.bulletinId : '' },
  };
}

/** As src/domain/programmes/programme-model.ts begins. */
const USUAL: Pick<ProgrammeTemplate, 'pauses' | 'choosing' | 'chime'> = {
  chime: { kind: 'ours' },
  pauses: { aroundMs: 800, betweenMs: 1_500, withinMs: 1_000 },
  choosing: { genres: [], given: true, own: true, days: 7, most: 8, airedFewerThan: 2 },
};

/** Words that were not touched stay the bulletin they are, with its approval; others become a new one. */
export function wishOf(filled: Filled, before: ProgrammeTemplate | null): TemplateFields {
  const ms = (seconds: string) => Math.round(number(seconds) * 1_000);
  const frame = (name: FrameName) => {
    const text = filled[name].trim();
    const part = before?.parts[name] ?? null;
    if (text === '') return null;
    return part && part.text === text ? { bulletinId: part.id } : { text };
  };
  return {
    name: filled.name,
    chime: chimeOf(filled),
    ...{ ident: frame('ident'), opening: frame('opening'), closing: frame('closing') },
    pauses: {
      ...{ aroundMs: ms(filled.around), betweenMs: ms(filled.between) },
      withinMs: ms(filled.within),
    },
    repeats: Math.round(number(filled.repeats)),
    mostMinutes: filled.mostMinutes.trim() === '' ? null : Math.round(number(filled.mostMinutes)),
    choosing: {
      ...{ genres: [...filled.genres], own: filled.own, given: filled.given },
      ...{ days: Math.round(number(filled.days)), most: Math.round(number(filled.most)) },
      airedFewerThan: Math.round(number(filled.aired)),
    },
  };
}

function chimeOf({ chime, chimeId }: Filled): TemplateFields['chime'] {
  if (chime === 'none') return { kind: 'none' };
  if (chime === 'bulletin' && chimeId !== '') return { kind: 'bulletin', bulletinId: chimeId };
  return { kind: 'ours' };
}

/** A comma as people here write it, or a point; what is no number is refused by the service as 0. */
function number(text: string): number {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && value >= 0 ? value : 0;
}
