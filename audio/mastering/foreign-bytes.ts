// Which kind of sound a stranger's file is, by its first bytes and nothing else.
// It must never believe a name, a type or a length that somebody says of it.

export const FOREIGN_FORMATS = ['wav', 'mp3', 'm4a', 'ogg', 'flac', 'webm'] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** As many as any of them needs to be told. */
export const HEAD_BYTES = 16;

/** Null: it is none that is taken. WebM and MP4 are what phones record in a browser. */
export function formatOf(head: Uint8Array): ForeignFormat | null {
  const text = (from: number, to: number) =>
    Buffer.from(head.subarray(from, to)).toString('latin1');
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'wav';
  if (text(0, 4) === 'OggS') return 'ogg';
  if (text(0, 4) === 'fLaC') return 'flac';
  if (text(4, 8) === 'ftyp') return 'm4a';
  // RFC 8794 §11.2.1: an EBML document; what is in it but sound is refused by its demuxer
  if (text(0, 4) === '\x1a\x45\xdf\xa3') return 'webm';
  if (text(0, 3) === 'ID3') return 'mp3';
  const [first = 0, second = 0] = head;
  // ISO 11172-3 §2.4.1.3: eleven ones; a layer of 00 would be AAC's, a version of 01 is nobody's
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0;
  return isFrame && (second & 0x06) !== 0 && (second & 0x18) !== 0x08 ? 'mp3' : null;
}
