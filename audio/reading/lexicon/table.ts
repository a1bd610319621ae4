// A table keyed by what people write: "constructor" and "valueOf" are words too, never inherited members.
// It must never know what any table holds.

export function table<T>(entries: Record<string, T>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, entries));
}
