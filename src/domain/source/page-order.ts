// In which order a page of messages is let in: emergencies first, each after what it refers to.
// It must never know what becomes of them.
import type { Incoming } from './source-model.ts';

export type Paged<T> = {
  one: T;
  /** null: it cannot be read, and is refused in its turn */
  said: Pick<Incoming, 'externalId' | 'messageId' | 'priority'> | null;
};

/** A warning's update finds its bulletin by the message it refers to: that one goes before it. */
export function emergenciesFirst<T>(page: readonly Paged<T>[]): T[] {
  const named = new Set<string>();
  const first = new Set<T>();
  for (const { one, said } of page.toReversed()) {
    if (said === null || (said.priority !== 'emergency' && !named.has(said.messageId))) continue;
    first.add(one);
    named.add(said.externalId);
  }
  const all = page.map(({ one }) => one);
  return [...all.filter((one) => first.has(one)), ...all.filter((one) => !first.has(one))];
}
