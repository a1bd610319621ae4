// Polygons of a warning (CAP 1.2 §3.2.4) and whether a pole stands inside one.
// It must never know areas or loudspeakers.
import type { LatLon } from './source-model.ts';

/** A province's own border drawn finely; more points are somebody wasting our time. */
const POINTS_MAX = 1_000;
const POINT = /^(-?\d{1,2}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)$/u;

/** "lat,lon lat,lon …", closed; null: it is not one. */
export function ringOf(written: string): LatLon[] | null {
  const parts = written.trim().split(/\s+/u);
  if (parts.length < 4 || parts.length > POINTS_MAX) return null;
  const points: LatLon[] = [];
  for (const part of parts) {
    const found = POINT.exec(part);
    if (!found) return null;
    points.push({ lat: Number(found[1]), lon: Number(found[2]) });
  }
  return parts[0] === parts[parts.length - 1] ? points : null;
}

/** Counts the sides a line to the east crosses: a commune is small enough for a plane. */
export function isInside(ring: readonly LatLon[], at: LatLon): boolean {
  let inside = false;
  ring.forEach((to, n) => {
    const from = ring[n === 0 ? ring.length - 1 : n - 1] as LatLon;
    if (from.lat > at.lat === to.lat > at.lat) return;
    const part = (at.lat - from.lat) / (to.lat - from.lat);
    if (at.lon < from.lon + part * (to.lon - from.lon)) inside = !inside;
  });
  return inside;
}
