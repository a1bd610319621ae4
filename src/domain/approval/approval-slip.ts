// What ties a slip that came back to the very sound it was printed for: the hash and the bulletin's own code.
// It must never know PDFs or signatures: only the text somebody read in the file.

/** Printed so that an eye can compare: eight by eight. */
export function inGroups(contentHash: string): string {
  return contentHash.match(/.{1,8}/gu)?.join(' ') ?? '';
}

export type SlipFault = 'no-hash' | 'other-bulletin';

/**
 * Two letters in sixteen may be misread on a scan (O for 0, l for 1): of 64, eight. That two sounds
 * agree in 56 places by chance happens once in 10^57 tries, so it is no weaker as a proof.
 */
const MISREAD_MAX = 8;

/** Null when the text is of this bulletin's slip; `scanned`: recognised from a picture. */
export function slipFault(of: {
  text: string;
  contentHash: string;
  bulletinId: string;
  scanned: boolean;
}): SlipFault | null {
  const text = squeezed(of.text);
  const most = of.scanned ? MISREAD_MAX : 0;
  if (!holds({ text, wanted: squeezed(of.contentHash), most })) return 'no-hash';
  // two bulletins may share one sound: the code says which of them was signed
  const codeMost = of.scanned ? 4 : 0;
  return holds({ text, wanted: squeezed(of.bulletinId), most: codeMost }) ? null : 'other-bulletin';
}

/** Letters that look alike are one letter; spaces, line ends and dots of filling are none. */
function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^0-9a-z]/gu, '')
    .replace(/o/gu, '0')
    .replace(/[il]/gu, '1');
}

function holds({ text, wanted, most }: { text: string; wanted: string; most: number }): boolean {
  if (wanted === '') return false;
  if (most === 0) return text.includes(wanted);
  for (let from = 0; from + wanted.length <= text.length; from += 1)
    if (misread({ text, from, wanted, most }) <= most) return true;
  return false;
}

/** Letters that differ from here on, given up once there are too many. */
function misread(of: { text: string; from: number; wanted: string; most: number }): number {
  let wrong = 0;
  for (let at = 0; at < of.wanted.length && wrong <= of.most; at += 1)
    if (of.text[of.from + at] !== of.wanted[at]) wrong += 1;
  return wrong;
}
