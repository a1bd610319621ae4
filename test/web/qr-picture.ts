// A PNG of a QR code, as a phone's photo of a label would hold it.
// It must never know what reads it.
import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** As wide as a label fills in a photo taken at arm's length. */
const MODULE_PX = 8;
const BORDER = 4;

export function qrPicture(text: string): Buffer {
  const modules = encodeQR(text, 'raw', { border: BORDER });
  const side = modules.length * MODULE_PX;
  const rows = modules.flatMap((row) => {
    const line = row.flatMap((dark) => Array<number>(MODULE_PX).fill(dark ? 0 : 255));
    return Array<Buffer>(MODULE_PX).fill(Buffer.from([0, ...line]));
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0], 8); // eight bits of grey
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.concat(rows));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
