// The label on a spare unit: what its QR code says, and what a person may type instead.
// It must never know which labels there are.

/** Letters and digits that are not taken for one another on a scratched label (Crockford base 32). */
export const LABEL_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 60 bits: 10 tries a minute would take longer than the poles last. */
export const CODE_LENGTH = 12;
/** 40 bits, and made again should two ever be alike. */
export const SPARE_LENGTH = 8;
/** No site may be called so (src/services/poles/sites.ts), so a spare can never read a site's orders. */
export const SPARE_PREFIX = 'vangxa-spare-';

export type UnitLabel = { spareId: string; code: string };

export function labelOf({ spareId, code }: UnitLabel): string {
  return `vangxa:unit:${spareId}:${code}`;
}

/** The short text under the QR code: "7k2mq4xz 9d3f-kq2w-0mzt". */
export function labelText({ spareId, code }: UnitLabel): string {
  const groups = code.match(/.{1,4}/gu) ?? [];
  return `${spareId.slice(SPARE_PREFIX.length)} ${groups.join('-')}`;
}

export function isSpareId(id: string): boolean {
  return id.startsWith(SPARE_PREFIX);
}

const LETTER = `[${LABEL_LETTERS}]`;
const SCANNED = new RegExp(
  `^vangxa:unit:(${SPARE_PREFIX}${LETTER}{${SPARE_LENGTH}}):(${LETTER}{${CODE_LENGTH}})$`,
  'u',
);
const TYPED = new RegExp(`^(${LETTER}{${SPARE_LENGTH}})(${LETTER}{${CODE_LENGTH}})$`, 'u');

/** null: no label of ours. */
export function parseLabel(read: string): UnitLabel | null {
  const text = read.trim().toLowerCase();
  const [, scannedId, scannedCode] = SCANNED.exec(text) ?? [];
  if (scannedId && scannedCode) return { spareId: scannedId, code: scannedCode };
  // o and 0, i l and 1 are one letter each in Crockford's base 32
  const typed = text.replace(/[\s-]/gu, '').replace(/o/gu, '0').replace(/[il]/gu, '1');
  const [, short, code] = TYPED.exec(typed) ?? [];
  return short && code ? { spareId: `${SPARE_PREFIX}${short}`, code } : null;
}
