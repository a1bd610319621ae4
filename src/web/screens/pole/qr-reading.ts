// Finds a QR code in a picture or a camera's frame: by the browser where it can, else by our own reader.
// It must never send a picture anywhere.
import { drawn, opened } from './shrink.ts';

type Found = { rawValue: string };
type Detector = { detect(of: CanvasImageSource): Promise<Found[]> };
type Own = typeof import('qr/decode.js');

/** A label fills a good part of a photo: more pixels only cost time on a cheap phone. */
const SIDES_PX = [1_000, 1_600, 600];
/** A photo is read once, so it may take longer than a frame. */
const PHOTO_LIMIT_MS = 1_500;

/** Fetched while the camera opens. */
export const readerReady = (): Promise<Own> => import('qr/decode.js');

export async function readFile(file: Blob): Promise<string | null> {
  const picture = await opened(file);
  if (picture === null) return null;
  const own = await readerReady();
  for (const side of SIDES_PX) {
    const found = readOwn(own, drawn(picture, side), PHOTO_LIMIT_MS);
    if (found !== null) return found;
  }
  return (
    (
      await detectorOf()
        ?.detect(picture)
        .catch(() => [])
    )?.[0]?.rawValue ?? null
  );
}

/** Reads what the camera sees now. */
export async function readFrame(video: HTMLVideoElement): Promise<string | null> {
  const detector = detectorOf();
  if (detector) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found) return found.rawValue;
  }
  const frame = await createImageBitmap(video).catch(() => null);
  if (frame === null) return null;
  const canvas = drawn(frame, 720);
  frame.close();
  return readOwn(await readerReady(), canvas);
}

function readOwn(own: Own, canvas: HTMLCanvasElement, timeLimit?: number): string | null {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height);
  if (!pixels) return null;
  try {
    return own.decodeQR(pixels, timeLimit === undefined ? {} : { timeLimit });
  } catch {
    return null; // no code in it, or one too blurred
  }
}

let detector: Detector | null | undefined;
function detectorOf(): Detector | null {
  const Native = (globalThis as { BarcodeDetector?: new (of: object) => Detector }).BarcodeDetector;
  if (detector === undefined) {
    try {
      detector = Native ? new Native({ formats: ['qr_code'] }) : null;
    } catch {
      detector = null; // there by name only, as in some builds without the platform's reader
    }
  }
  return detector;
}
