// A short code made from a Vietnamese name: "Bản Mòng 2" → "ban-mong-2".
// It must never know what is named.
/** A code is also a topic segment: 40 characters (devices/PROTOCOL.md). */
const MAX = 40;

/** What was typed as a code, else one made from the name. */
export const codeOf = (typed: string, name: string): string => typed.trim() || slugOf(name);

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\u0111/g, 'd') // đ does not decompose
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX)
    .replace(/^-+|-+$/g, '');
}
