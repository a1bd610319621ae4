// A page's bytes to its letters: by its mark, by being UTF-8, else by what the page says of itself.
// It must never know tags beyond the one that names the letters.
import { westernLetters } from '../../reading/bytes/decode.ts';

/** HTML's own limit for this declaration is 1024 bytes; Word writes more before it. */
const HEAD_BYTES = 4096;
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;

export function pageLetters(bytes: Uint8Array): string {
  const wide = wideLabel(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const label = declared(bytes) ?? 'windows-1252';
    return label === 'windows-1252' ? westernLetters(bytes) : new TextDecoder(label).decode(bytes);
  }
}

function wideLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null;
}

/** What is not UTF-8 does not become it by saying so; a label nobody knows says nothing. */
function declared(bytes: Uint8Array): string | null {
  const label = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))?.[1];
  try {
    const { encoding } = new TextDecoder(label ?? 'utf-8');
    return encoding === 'utf-8' ? null : encoding;
  } catch {
    return null;
  }
}
