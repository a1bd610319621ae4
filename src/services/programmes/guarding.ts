// What nobody does to an edition by hand: it says what its parts say, so it is built anew or not at all.
// It must never guard what is no edition.
import type { Bulletin } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';

/** Other words, another sound, another's agreement, more urgency: each would part it from what was approved. */
const BY_HAND: ReadonlySet<Action> = new Set<Action>([
  'bulletin.edit',
  'bulletin.submit',
  'bulletin.prioritise',
  'bulletin.want',
  'recording.make',
  'recording.remove',
  'bulletin.retake',
  'variant.create',
  'commission.create',
]);

/** @throws AppError conflict */
export function refuseByHand(
  { store }: Pick<Deps, 'store'>,
  { bulletin, action }: { bulletin: Pick<Bulletin, 'id'>; action: Action },
): void {
  if (!BY_HAND.has(action) || store.programmeEditions.get(bulletin.id) === null) return;
  throw refusal('conflict', 'edition-by-hand', {
    vi: 'Đây là một chương trình: hãy sửa từng bản tin của nó, rồi dựng lại chương trình.',
    en: 'This is a programme: change its bulletins, then build it again.',
  });
}
