// What a person has ticked and typed so far, kept through reloads until a bulletin is made of it.
// It must never know what a clause says.
import type { Signal } from '@preact/signals';
import type { ComposedGenre } from '../../../http/schemas/picks.ts';
import { keepNow, useKept } from '../../kept.ts';
import { USUAL_LANGUAGE } from '../../parts/language-choice.tsx';
import type { PersonalSaid } from '../../parts/personal-box.tsx';

export const GENRES: readonly ComposedGenre[] = ['excerpt', 'news', 'qa', 'situation', 'story'];

export type Draft = {
  picks: ReadonlySet<string>;
  tick(ids: readonly string[], on: boolean): void;
  genre: ComposedGenre;
  chooseGenre: Signal<string>;
  /** '' while it is as composed */
  text: Signal<string>;
  title: Signal<string>;
  personal: PersonalSaid;
  language: Signal<string>;
  /** the bulletin made of this, or '' */
  made: string;
  isMade(bulletinId: string): void;
};

export function useDraft(documentId: string, part: number | null): Draft {
  const name = (what: string) => `editor.${documentId}.${part ?? 'all'}.${what}`;
  const ticked = useKept(name('picks'));
  const chooseGenre = useKept(name('genre'), 'excerpt');
  const text = useKept(name('text'));
  const title = useKept(name('title'));
  const personal = useKept(name('personal'));
  const language = useKept(name('language'), USUAL_LANGUAGE);
  const made = useKept(name('made'));
  const picks = new Set(ticked.value.split(' ').filter((pick) => pick !== ''));
  return {
    picks,
    tick(ids, on) {
      const next = new Set(picks);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      ticked.value = [...next].join(' ');
    },
    genre: GENRES.find((one) => one === chooseGenre.value) ?? 'excerpt',
    chooseGenre,
    text,
    title,
    personal,
    language,
    made: made.value,
    isMade: (bulletinId) => keepNow(name('made'), bulletinId),
  };
}
