// The XML of a warning (CAP 1.2) as plain elements: no entities of its own, no DTD, no depth, no surprise.
// It must never know what an element means: src/domain/source/cap-alert.ts does.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readCapAlert } from '../domain/source/cap-alert.ts';
import { refused } from '../domain/source/refused-words.ts';
import type { Incoming, Refused } from '../domain/source/source-model.ts';

/** alert → info → area → geocode → value, and a signature's own elements. */
const DEPTH_MAX = 24;
/** What may stand more than once (CAP 1.2 §3.2). */
const LISTS = new Set(['info', 'area', 'polygon', 'geocode', 'circle', 'parameter', 'resource']);

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  // decoded here, the five there are and numbers: nothing a document could define
  processEntities: false,
  maxNestedTags: DEPTH_MAX,
  isArray: (name) => LISTS.has(name),
});

export function readCapXml(bytes: Uint8Array): Incoming | Refused {
  const text = decoded(bytes);
  if (text === null) return refused('malformed', 'utf-8');
  // an alert needs none, and a billion laughs begin with one
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) return refused('malformed', 'DOCTYPE');
  const valid = XMLValidator.validate(text);
  if (valid !== true) return brokenAt(valid.err);
  try {
    return readCapAlert(plain(parser.parse(text)));
  } catch {
    return refused('malformed', 'xml');
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function brokenAt({ line, col }: { line: number; col: number }): Refused {
  return refused('malformed', `${line}:${col}`, {
    vi: `XML hỏng ở dòng ${line}, cột ${col}.`,
    en: `The XML is broken at line ${line}, column ${col}.`,
  });
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Texts with their entities as letters; as deep as the parser goes and no deeper. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ENTITY, letterOf);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu;

function letterOf(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // XML 1.0 §4.1: a number that is no letter is nobody's
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
