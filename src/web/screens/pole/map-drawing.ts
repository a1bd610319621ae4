// The map itself: a plain ground with villages and speakers on a canvas, and tiles if the service has any.
// It must never fetch from anywhere but the service's own folder.
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { hull, middle, type Place } from './geo.ts';
import { NameMark, SignMark, stamps, type Zooms } from './map-layers.ts';
import { groundColours, type Sign } from './map-marks.ts';

export type Shown = { siteId: string; place: Place; sign: Sign };
export type Outline = { name: string; kind: 'commune' | 'village'; places: readonly Place[] };
export type Drawing = {
  show(speakers: readonly Shown[], villages: readonly Outline[]): void;
  goTo(siteId: string): void;
  end(): void;
};
type Of = {
  element: HTMLElement;
  words: { zoomIn: string; zoomOut: string };
  /** what the popup of a speaker says */
  card: (siteId: string) => HTMLElement;
};

/** The middle of Vietnam, until there is a speaker to look at. */
const NOWHERE: L.LatLngTuple = [16.5, 106.5];
const CLOSE_ZOOM = 16;

export function drawMap({ element, words, card }: Of): Drawing {
  const renderer = L.canvas({ padding: 0.5 });
  const map = L.map(element, { renderer, attributionControl: false, zoomControl: false });
  map.setView(NOWHERE, 6);
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  const marks = new Map<string, SignMark>();
  const ground = L.layerGroup().addTo(map);
  const popup = (mark: SignMark) =>
    L.popup({ closeButton: false, maxWidth: 280, offset: [0, -6] })
      .setLatLng(mark.getLatLng())
      .setContent(card(mark.siteId))
      .openOn(map);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    stamps.forget();
    for (const mark of marks.values()) mark.redraw();
  };
  dark.addEventListener('change', repaint);
  let isPlaced = false;
  return {
    show(speakers, villages) {
      drawGround(ground, { villages, renderer });
      place(marks, { map, renderer, speakers, popup });
      if (isPlaced || speakers.length === 0) return;
      isPlaced = true;
      map.fitBounds(boundsOf(speakers), { padding: [30, 30], maxZoom: CLOSE_ZOOM });
      void tiles(map);
    },
    goTo(siteId) {
      const mark = marks.get(siteId);
      if (!mark) return;
      // at once: a card that still moves is pressed where it was
      map.setView(mark.getLatLng(), Math.max(map.getZoom(), CLOSE_ZOOM - 1), { animate: false });
      popup(mark);
    },
    end() {
      dark.removeEventListener('change', repaint);
      map.remove();
    },
  };
}

type Placing = {
  map: L.Map;
  renderer: L.Renderer;
  speakers: readonly Shown[];
  popup: (mark: SignMark) => void;
};
/** Only what changed is touched: thousands of speakers say something new all day. */
function place(marks: Map<string, SignMark>, { map, renderer, speakers, popup }: Placing): void {
  const gone = new Set(marks.keys());
  for (const { siteId, place, sign } of speakers) {
    gone.delete(siteId);
    const at: L.LatLngTuple = [place.lat, place.lon];
    const known = marks.get(siteId);
    if (!known) {
      const mark = new SignMark({ siteId, at, sign, renderer });
      mark.on('click', () => popup(mark));
      marks.set(siteId, mark.addTo(map));
      continue;
    }
    if (!known.getLatLng().equals(at)) known.setLatLng(at);
    if (stamps.stamp(known.sign) === stamps.stamp(sign)) continue;
    known.sign = sign;
    known.redraw();
  }
  for (const siteId of gone) {
    marks.get(siteId)?.remove();
    marks.delete(siteId);
  }
}

/** One commune's villages have room for their names on a phone. */
const FEW = 20;
const ALWAYS: Zooms = { from: 0, to: 30 };
const ZOOMS: Record<Outline['kind'], Zooms> = {
  commune: { from: 9, to: 12 },
  village: { from: 13, to: 30 },
};

function drawGround(
  ground: L.LayerGroup,
  of: { villages: readonly Outline[]; renderer: L.Renderer },
) {
  ground.clearLayers();
  const { line, fill } = groundColours();
  const few = of.villages.length <= FEW;
  for (const { name, places, kind } of of.villages) {
    const at = middle(places);
    if (at === null) continue;
    const corners = hull(places).map(({ lat, lon }): L.LatLngTuple => [lat, lon]);
    const look = {
      renderer: of.renderer,
      color: line,
      weight: 1,
      fillColor: fill,
      fillOpacity: 0.1,
    };
    if (corners.length > 2 && kind === 'village')
      ground.addLayer(L.polygon(corners, { ...look, interactive: false }));
    const top = Math.max(...places.map(({ lat }) => lat));
    ground.addLayer(
      new NameMark({
        text: name,
        zooms: few ? ALWAYS : ZOOMS[kind],
        at: [top, at.lon],
        renderer: of.renderer,
      }),
    );
  }
}

const boundsOf = (speakers: readonly Shown[]) =>
  L.latLngBounds(speakers.map(({ place: { lat, lon } }): L.LatLngTuple => [lat, lon]));

/** A province may lay its own tiles beside the page; without them the plain ground is enough. */
async function tiles(map: L.Map): Promise<void> {
  const zoom = map.getZoom();
  const { x, y } = map.project(map.getCenter(), zoom).divideBy(256).floor();
  const answer = await fetch(`/tiles/${zoom}/${x}/${y}.png`).catch(() => null);
  const isTile = answer?.ok && answer.headers.get('content-type')?.startsWith('image/');
  if (isTile) L.tileLayer('/tiles/{z}/{x}/{y}.png', { maxZoom: 19 }).addTo(map);
}
