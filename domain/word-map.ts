/**
 * A map from words that come from outside. It holds nothing but its own: "constructor", "toString" and "__proto__" are
 * words like any other, and are not found in it.
 */
export function wordMap<T>(entries: Record<string, T>): Readonly<Record<string, T | undefined>> {
  return Object.assign(Object.create(null), entries);
}
