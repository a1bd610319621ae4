// The labels of spare units as a sheet to print, while their codes are known.
// It must never make a label of a code that is not a spare's: a sheet is no place to try codes.
import { tenantChain } from '../../domain/areas.ts';
import { labelOf, labelText, parseLabel } from '../../domain/poles/unit-label.ts';
import { may } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { tokenHash } from '../people/tokens.ts';
import { treeOf } from '../scope.ts';
import type { Spares } from './pole-door.ts';
import { labelUnknown, notALabel } from './pole-refusals.ts';

export function makeLabels(deps: Deps): Pick<Spares, 'labels'> {
  const { store } = deps;
  return {
    labels(actor, { labels }) {
      const tree = treeOf(deps);
      const shown = labels.map((text) => {
        const label = parseLabel(text);
        if (!label) throw notALabel();
        const spare = store.spares.get(label.spareId);
        const chain = spare ? tenantChain(tree, spare.tenantId) : [];
        const isTheirs = may(actor, 'spare.view', chain);
        if (!isTheirs || spare?.codeHash !== tokenHash(label.code)) throw labelUnknown();
        const communeName = tree.get(spare.tenantId)?.name ?? '';
        return { payload: labelOf(label), text: labelText(label), communeName };
      });
      return deps.papers.make({ kind: 'unit-labels', labels: shown });
    },
  };
}
