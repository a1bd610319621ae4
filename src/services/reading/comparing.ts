// What an approver checks in two minutes, what fits a quarter of an hour, and what two documents differ in.
// It must never read or compare by itself: the Reader does; here answers are cut to what a phone can show.
import type { SourceSpan } from '../../domain/documents/document-model.ts';
import type { Deps } from '../deps.ts';
import { permitted } from '../scope.ts';
import type { Difference } from './reader-port.ts';
import type { DifferenceView, Scripts } from './reading-door.ts';
import { orderOf } from './reading-order.ts';
import { asked } from './scripts.ts';

/** The longest plan of a province has 600 figures in it; a gazette some thousands. */
const DIGEST_MAX = 5_000;
/** Two texts that differ more often than this are two texts. */
const DIFFERENCES_MAX = 2_000;
const EXCERPT_CHARS = 500;

export function makeComparing(
  deps: Deps,
): Pick<Scripts, 'digest' | 'digestOfBulletin' | 'programmes' | 'differences'> {
  const { reader } = deps;
  return {
    async digest(actor, of) {
      const { document, part, order } = asked(deps, { actor, ...of });
      const all = await reader.digest(document.text, order);
      const items = all.filter(({ from }) => from >= part.from && from < part.to);
      return { items: items.slice(0, DIGEST_MAX), whole: items.length <= DIGEST_MAX };
    },
    async digestOfBulletin(actor, { bulletinId }) {
      const thing = deps.store.bulletins.get(bulletinId);
      const { text, ...of } = permitted(deps, { actor, action: 'bulletin.view', thing });
      const items = await reader.digest(text, orderOf(deps, of));
      return { items: items.slice(0, DIGEST_MAX), whole: items.length <= DIGEST_MAX };
    },
    async programmes(actor, { minutes, ...of }) {
      const { document, part, order } = asked(deps, { actor, ...of });
      return { programmes: await reader.programmes(document.text, order, { minutes, part }) };
    },
    async differences(actor, { otherId, otherPosition, ...of }) {
      const here = asked(deps, { actor, ...of });
      const there = asked(deps, { actor, documentId: otherId, position: otherPosition });
      const texts = { here: textOf(here), there: textOf(there) };
      const found = await reader.differences(texts.here, texts.there);
      const shown = found.slice(0, DIFFERENCES_MAX);
      const differences = shown.map((each) => view(each, { texts, here, there }));
      return { differences, whole: found.length <= DIFFERENCES_MAX };
    },
  };
}

type Stretch = { document: { text: string }; part: SourceSpan };

function textOf({ document, part }: Stretch): string {
  return document.text.slice(part.from, part.to);
}

/** Places in the whole documents, as everywhere in the API; what is the same is not said again. */
function view(
  { kind, here, there }: Difference,
  of: { texts: { here: string; there: string }; here: Stretch; there: Stretch },
): DifferenceView {
  const excerpt = (text: string, span: SourceSpan | null) =>
    kind === 'same' || span === null
      ? null
      : text.slice(span.from, Math.min(span.to, span.from + EXCERPT_CHARS));
  const moved = (span: SourceSpan | null, by: number) =>
    span && { from: span.from + by, to: span.to + by };
  return {
    kind,
    here: moved(here, of.here.part.from),
    there: moved(there, of.there.part.from),
    hereText: excerpt(of.texts.here, here),
    thereText: excerpt(of.texts.there, there),
  };
}
