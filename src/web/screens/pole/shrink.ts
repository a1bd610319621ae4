// Makes a phone's photo small enough for 3G before it is sent: at most 1,600 pixels a side, as JPEG.
// It must never send what the camera wrote beside the picture: drawn anew, it carries no place and no name.
const MAX_SIDE_PX = 1_600;
/** A cabinet's label is still read at this, in a third of a megabyte. */
const QUALITY = 0.8;

/** null: not a picture this browser can open */
export async function shrunk(file: Blob): Promise<Blob | null> {
  const picture = await opened(file);
  if (picture === null) return null;
  const canvas = drawn(picture, MAX_SIDE_PX);
  picture.close();
  return new Promise((made) => canvas.toBlob(made, 'image/jpeg', QUALITY));
}

export const opened = (file: Blob): Promise<ImageBitmap | null> =>
  createImageBitmap(file).catch(() => null);

export function drawn(picture: ImageBitmap, maxSidePx: number): HTMLCanvasElement {
  const scale = Math.min(1, maxSidePx / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen) {
    // a see-through picture would turn black as JPEG
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
