// What must be said of the document a bulletin was made from, wherever the bulletin is shown or printed.
// It must never decide which status warns: src/domain/documents/document-warnings.ts does.
import { type DocumentWarning, warningOf } from '../../domain/documents/document-warnings.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { standingOf } from '../reading/part-views.ts';

/** A draft, or no longer the law: the page of the bulletin says so, airing it is decided elsewhere. */
export function warningsOf(
  deps: Deps,
  { documentId, documentPart }: Pick<Bulletin, 'documentId' | 'documentPart'>,
): DocumentWarning[] {
  if (documentId === null) return [];
  return deps.store.parts
    .of([documentId])
    .filter(({ position }) => documentPart === null || position === documentPart)
    .flatMap((part) => {
      const confirmed = part.status !== null;
      return warningOf({ number: part.number, standing: standingOf(deps, part), confirmed }) ?? [];
    });
}

/** For a list: the first warning of each bulletin that has one, in one question for all of them. */
export function marksOf(
  deps: Deps,
  bulletins: readonly Pick<Bulletin, 'id' | 'documentId' | 'documentPart'>[],
): Record<string, DocumentWarning['code']> {
  const ids = new Set(bulletins.flatMap(({ documentId }) => documentId ?? []));
  const warned = deps.store.parts.of([...ids]).flatMap((part) => {
    const warning = warningOf({ number: part.number, standing: standingOf(deps, part) });
    return warning === null ? [] : [{ part, code: warning.code }];
  });
  const marks: Record<string, DocumentWarning['code']> = {};
  for (const { id, documentId, documentPart } of bulletins) {
    const found = warned.find(
      ({ part }) =>
        part.documentId === documentId && (documentPart === null || part.position === documentPart),
    );
    if (found) marks[id] = found.code;
  }
  return marks;
}
