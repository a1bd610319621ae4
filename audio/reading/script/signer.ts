// Who signed, for whom: TM. thay mặt, KT. ký thay, TUQ. thừa ủy quyền, TL. thừa lệnh, Q. quyền.
// It must never know a person but the one the text names.
import { PERSON, PERSON_IN_CAPITALS } from '../source/names.ts';
import { OFFICE, SIGN } from '../source/shapes.ts';
import type { DocumentFacts } from '../types.ts';
import type { Placed } from './roles.ts';

/** The signature block: [from, to) of the blocks, and what its lines say. */
export type Signature = {
  /** In whose name: "ỦY BAN NHÂN DÂN" of TM. */
  behalf: string | null;
  /** By whose authority: "thừa ủy quyền", "CHỦ TỊCH". */
  power: { word: string; of: string } | null;
  office: string | null;
  name: string | null;
  from: number;
  to: number;
};

export function signerOf(blocks: readonly Placed[]): DocumentFacts['signer'] {
  const signature = signatureOf(blocks);
  if (signature === null) return null;
  const { office, name } = signature;
  return office === null && name === null ? null : { office, name };
}

/** The first signature of a document: what is attached may bear its own. */
export function signatureOf(blocks: readonly Placed[]): Signature | null {
  const start = blocks.findIndex((block) => block.role === 'signature');
  if (start < 0) return null;
  const found: Signature = {
    behalf: null,
    power: null,
    office: null,
    name: null,
    from: (blocks[start] as Placed).body.from[0] as number,
    to: (blocks[start] as Placed).body.to.at(-1) as number,
  };
  for (const block of blocks.slice(start)) {
    if (block.role === 'signature') {
      line(block.body.text.replace(/\s+/gu, ' ').trim(), found);
      found.to = block.body.to.at(-1) as number;
      if (found.name !== null) break;
    } else if (block.role !== 'recipients' && block.role !== 'skipped') break;
  }
  return found;
}

const POWER: Record<string, string> = { TUQ: 'thừa ủy quyền', TL: 'thừa lệnh', 'T/L': 'thừa lệnh' };

function line(text: string, found: Signature): void {
  const mark = SIGN.exec(text);
  if (mark !== null) {
    const kind = (/^[^.\s]+?(?=\.|\s|$)|^\S\/\S/u.exec(text) as RegExpExecArray)[0];
    const rest = text.slice(kind.length).replace(/^[.\s]+/u, '');
    if (kind === 'TM' || kind === 'T/M') found.behalf = rest;
    else if (POWER[kind] !== undefined) found.power = { word: POWER[kind], of: rest };
    else found.office = kind === 'Q' ? `QUYỀN ${rest}` : rest;
    return;
  }
  if (PERSON.test(text) || PERSON_IN_CAPITALS.test(text)) found.name = text;
  else if (OFFICE.test(text.toUpperCase())) found.office = text;
}
