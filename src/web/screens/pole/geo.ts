// Places on the ground: typed degrees, and the outline around a village's speakers.
// It must never know the map that draws them.
export type Place = { lat: number; lon: number };

/** "21,345678" as well as "21.345678": a phone's keyboard has the comma nearer. */
export function degrees(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^-?\d{1,3}(\.\d{1,10})?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= 180 ? value : null;
}

export function middle(places: readonly Place[]): Place | null {
  if (places.length === 0) return null;
  const sum = places.reduce((all, { lat, lon }) => ({ lat: all.lat + lat, lon: all.lon + lon }), {
    lat: 0,
    lon: 0,
  });
  return { lat: sum.lat / places.length, lon: sum.lon / places.length };
}

/** The tightest outline around all of them (Andrew's monotone chain). */
export function hull(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.lon - b.lon || a.lat - b.lat);
  if (sorted.length < 3) return sorted;
  const half = (all: readonly Place[]): Place[] => {
    const chain: Place[] = [];
    for (const place of all) {
      while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), place) <= 0) chain.pop();
      chain.push(place);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: Place | undefined, b: Place | undefined, c: Place): number {
  if (!a || !b) return 1;
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}
