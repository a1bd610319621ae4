// One key for one wish: a request whose answer was lost is sent again under the same key, so it is done once.
// It must never know what a request does.
const PREFIX = 'vang-xa.wish.';
/**
 * Whoever got no answer presses again within minutes. Later the same words are another wish: an answer
 * of this morning must never stand for what is wanted this afternoon.
 */
const KEPT_MS = 5 * 60_000;

/** Kept for this tab over a reload; a wish is named by its whole content. */
export function keyOf(wish: string, nowMs: number): string {
  const name = PREFIX + nameOf(wish);
  try {
    const kept = sessionStorage.getItem(name)?.split(' ');
    if (kept?.[0] !== undefined && nowMs - Number(kept[1]) < KEPT_MS) return kept[0];
    const key = freshKey();
    sessionStorage.setItem(name, `${key} ${nowMs}`);
    return key;
  } catch {
    return freshKey(); // private windows may refuse storage: a second press in the same tab is still stopped by the button
  }
}

/** It has an answer now: the next equal wish is another one. */
export function answered(wish: string): void {
  try {
    sessionStorage.removeItem(PREFIX + nameOf(wish));
  } catch {
    // nothing was kept
  }
}

/** crypto.randomUUID needs https; an office may serve plain http inside its own net. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 53 bits of a plain hash: two wishes of one tab that collide are one in 10^15, and the service refuses the second. */
function nameOf(wish: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < wish.length; at += 1) {
    const unit = wish.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
