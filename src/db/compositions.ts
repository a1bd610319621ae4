// Rows of how bulletins were composed: written once with the bulletin, never changed.
// It must never know what a slice means.
import type { Composition } from '../domain/documents/composition.ts';
import type { CompositionStore } from '../services/bulletins/compositions-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function compositionRows(run: Runner): CompositionStore['compositions'] {
  const compositions = queries.selectFrom('compositions').selectAll();
  return {
    insert({ picks, slices, local, ...composition }) {
      const row = {
        ...composition,
        picks: JSON.stringify(picks),
        slices: JSON.stringify(slices),
        local: JSON.stringify(local),
      };
      run.change(queries.insertInto('compositions').values(row));
    },
    get(bulletinId) {
      const row = run.first(compositions.where('bulletinId', '=', bulletinId));
      return (
        row && {
          ...row,
          picks: JSON.parse(row.picks) as Composition['picks'],
          slices: JSON.parse(row.slices) as Composition['slices'],
          local: JSON.parse(row.local) as Composition['local'],
        }
      );
    },
  };
}
