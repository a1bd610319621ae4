// What the room of personal data and of machine voices needs of rows.
// It must never know SQL: src/db implements it.
import type { Suspicion } from '../../domain/personal/suspicion.ts';

export type PersonalStore = {
  suspicions: {
    of(bulletinId: string): Suspicion | null;
    put(suspicion: Suspicion): void;
    remove(bulletinId: string): void;
  };
  /** whether machine voices say that they are: a commune's or a province's own word; null: none */
  spokenMarks: {
    get(areaId: string): boolean | null;
    put(areaId: string, spoken: boolean | null): void;
  };
};
