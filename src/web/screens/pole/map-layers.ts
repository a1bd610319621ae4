// What the map's canvas can draw: a speaker's sign, a village's name.
// It must never fetch an image: every sign is drawn here.
import L from 'leaflet';
import { makeStamps, SIGN_PX, type Sign, writeName } from './map-marks.ts';

export const stamps = makeStamps();

/** What Leaflet's canvas renderer gives a layer to draw itself with. */
type Inner = {
  _renderer: { _drawing: boolean; _ctx: CanvasRenderingContext2D };
  _point: L.Point;
  _empty(): boolean;
  _map: L.Map;
};

export class SignMark extends L.CircleMarker {
  readonly siteId: string;
  sign: Sign;

  constructor(of: { siteId: string; at: L.LatLngTuple; sign: Sign; renderer: L.Renderer }) {
    super(of.at, { radius: SIGN_PX / 2, renderer: of.renderer, stroke: true, weight: 1 });
    this.siteId = of.siteId;
    this.sign = of.sign;
  }

  /** Leaflet calls this to draw; a round dot would be colour alone. */
  _updatePath(): void {
    const { _renderer, _point } = this as unknown as Inner;
    if (!_renderer._drawing || (this as unknown as Inner)._empty()) return;
    const half = SIGN_PX / 2;
    const stamp = stamps.stamp(this.sign);
    _renderer._ctx.drawImage(stamp, _point.x - half, _point.y - half, SIGN_PX, SIGN_PX);
  }
}

/** Between which zooms there is room for a name. */
export type Zooms = { from: number; to: number };

export class NameMark extends L.CircleMarker {
  readonly text: string;
  readonly zooms: Zooms;

  constructor(of: { text: string; zooms: Zooms; at: L.LatLngTuple; renderer: L.Renderer }) {
    // as wide as a long name, so that it is redrawn with what lies around it
    super(of.at, { radius: 60, renderer: of.renderer, interactive: false });
    this.text = of.text;
    this.zooms = of.zooms;
  }

  _updatePath(): void {
    const { _renderer, _point, _map } = this as unknown as Inner;
    const zoom = _map.getZoom();
    if (!_renderer._drawing || zoom < this.zooms.from || zoom > this.zooms.to) return;
    writeName(_renderer._ctx, { text: this.text, x: _point.x, y: _point.y - SIGN_PX / 2 - 2 });
  }
}
