// A .docx to text: unpacked under limits, its labels written in, mammoth's structure, one line a paragraph.
// It must never open what is embedded or linked: only the text's own parts are handed on.
import mammoth from 'mammoth';
import { IntakeError } from '../errors.ts';
import { htmlToText } from '../markup/html.ts';
import { unpack, type ZipPart } from '../zip.ts';
import { writeLabels } from './labels.ts';
import { numberingTables } from './numbering-tables.ts';
import { plainRuns } from './runs.ts';
import { storedZip } from './stored-zip.ts';
import { stylesOf } from './styles.ts';

/** A law of 500 pages is 15 MB of Word's XML; mammoth keeps all of it as a tree, some 15 times as large. */
const XML_BYTES_MAX = 24 * 1024 * 1024;

const MAIN = /^word\/document\d*\.xml$/u;
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/document\d*\.xml\.rels|styles\d*\.xml|footnotes\d*\.xml|endnotes\d*\.xml))$/u;
const NUMBERING = /^word\/numbering\d*\.xml$/u;

export async function docxToText(
  file: Uint8Array,
  parts: ReadonlyMap<string, ZipPart>,
): Promise<string> {
  const xml = textParts(file, parts);
  const labelled = new Map<string, Uint8Array>();
  const find = (pattern: RegExp) => [...xml].find(([name]) => pattern.test(name))?.[1] ?? '';
  const tables = numberingTables(find(NUMBERING));
  const styles = stylesOf(find(/^word\/styles/u));
  for (const [name, text] of xml) {
    // Without its numbering part mammoth makes no lists: the labels are words by then.
    if (NUMBERING.test(name)) continue;
    const written = MAIN.test(name) ? writeLabels(text, tables, styles) : text;
    labelled.set(name, Buffer.from(written));
  }
  return htmlToText(await html(storedZip(labelled)));
}

async function html(buffer: Buffer): Promise<string> {
  try {
    const made = await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument: plainRuns,
      },
    );
    return made.value;
  } catch (error) {
    throw new IntakeError('broken', {}, error);
  }
}

function textParts(file: Uint8Array, parts: ReadonlyMap<string, ZipPart>): Map<string, string> {
  const found = new Map<string, string>();
  let left = XML_BYTES_MAX;
  for (const part of parts.values()) {
    if (!MAIN.test(part.name) && !READ.test(part.name) && !NUMBERING.test(part.name)) continue;
    if (part.bytes > left) throw new IntakeError('too-much-text', { part: part.name });
    const bytes = unpack(file, part, left);
    left -= bytes.length;
    found.set(part.name, xmlText(bytes, part.name));
  }
  return found;
}

/** Entities that multiply need a DTD, and ECMA-376 allows none (part 2, 8.1.4). */
function xmlText(bytes: Uint8Array, part: string): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const text = new TextDecoder(label).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new IntakeError('bomb', { part });
  return text;
}
