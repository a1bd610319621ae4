// What the use-cases of composing need of rows: how a bulletin came to its text.
// It must never know SQL.
import type { Composition } from '../../domain/documents/composition.ts';

export type CompositionStore = {
  compositions: {
    insert(composition: Composition): void;
    /** null: written by hand, or read as it is */
    get(bulletinId: string): Composition | null;
  };
};
