// The sign of each state on the map: a shape and a letter, never a colour alone, drawn once and stamped.
// It must never know a map, only a canvas.
import type { LinkState } from '../../../http/schemas/speaker.ts';

export type Sign = { state: LinkState; letter: string; hushed: boolean };

export const SIGN_PX = 26;
const MIDDLE = SIGN_PX / 2;
const RADIUS = 10;

/** The page's own colours, light or dark, as they are now. */
const COLOUR: Record<LinkState, string> = {
  online: '--good',
  late: '--wait',
  silent: '--bad',
  never: '--bad',
  'no-unit': '--soft',
};
const tone = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Some eight different signs in all; drawn anew when the page turns dark. */
export function makeStamps(): { stamp(sign: Sign): HTMLCanvasElement; forget(): void } {
  const kept = new Map<string, HTMLCanvasElement>();
  return {
    stamp(sign) {
      const key = `${sign.state} ${sign.letter} ${sign.hushed}`;
      const known = kept.get(key) ?? draw(sign);
      kept.set(key, known);
      return known;
    },
    forget: () => kept.clear(),
  };
}

function draw({ state, letter, hushed }: Sign): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = devicePixelRatio;
  canvas.width = canvas.height = SIGN_PX * scale;
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  pen.scale(scale, scale);
  outline(pen, state);
  pen.fillStyle = state === 'online' ? tone(COLOUR[state]) : tone('--surface');
  pen.strokeStyle = tone(COLOUR[state]);
  pen.lineWidth = 2.5;
  if (state === 'never' || state === 'no-unit') pen.setLineDash([3, 2]);
  pen.fill();
  pen.stroke();
  pen.fillStyle = state === 'online' ? tone('--surface') : tone(COLOUR[state]);
  pen.font = 'bold 12px sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(letter, MIDDLE, MIDDLE + 1);
  if (hushed) strike(pen);
  return canvas;
}

/** Round: there · a square on its corner: late · a square: silent · a dashed round: nothing there yet. */
function outline(pen: CanvasRenderingContext2D, state: LinkState): void {
  pen.beginPath();
  if (state === 'silent') pen.rect(MIDDLE - 9, MIDDLE - 9, 18, 18);
  else if (state === 'late') {
    pen.moveTo(MIDDLE, 1.5);
    pen.lineTo(SIGN_PX - 1.5, MIDDLE);
    pen.lineTo(MIDDLE, SIGN_PX - 1.5);
    pen.lineTo(1.5, MIDDLE);
    pen.closePath();
  } else pen.arc(MIDDLE, MIDDLE, RADIUS, 0, 2 * Math.PI);
}

function strike(pen: CanvasRenderingContext2D): void {
  pen.setLineDash([]);
  pen.strokeStyle = tone('--ink');
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(2, SIGN_PX - 2);
  pen.lineTo(SIGN_PX - 2, 2);
  pen.stroke();
}

/** A village's name over its speakers, legible on any ground. */
export function writeName(
  pen: CanvasRenderingContext2D,
  of: { text: string; x: number; y: number },
) {
  pen.font = '600 13px sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'bottom';
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.strokeStyle = tone('--sunk');
  pen.fillStyle = tone('--ink');
  pen.strokeText(of.text, of.x, of.y);
  pen.fillText(of.text, of.x, of.y);
}

export const groundColours = () => ({ line: tone('--line-strong'), fill: tone('--lead') });
