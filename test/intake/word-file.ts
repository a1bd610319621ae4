// Word files of our own making: the few parts a .docx needs, and paragraphs as Word writes them.
// It must never copy a real document.
import { type Entry, zipOf } from './zip-file.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export type WordParts = {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  relations?: string;
  more?: readonly Entry[];
};

export function wordEntries(parts: WordParts): Entry[] {
  const main = `${PACKAGE}/content-types`;
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const optional = (name: string, inner: string | undefined): Entry[] =>
    inner === undefined
      ? []
      : [{ name: `word/${name}.xml`, bytes: `<w:${name} ${W}>${inner}</w:${name}>` }];
  const relation = (id: number, type: string) =>
    `<Relationship Id="r${id}" Type="${RELATIONS}/${type}" Target="${type}.xml"/>`;
  return [
    {
      name: '[Content_Types].xml',
      bytes: `<Types xmlns="${main}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'numbering')}${relation(2, 'styles')}${relation(3, 'footnotes')}${parts.relations ?? ''}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0"?><w:document ${W} ${MC}><w:body>${parts.body}</w:body></w:document>`,
    },
    ...optional('styles', parts.styles),
    ...optional('numbering', parts.numbering),
    ...optional('footnotes', parts.footnotes),
    ...(parts.more ?? []),
  ];
}

export function wordFile(parts: WordParts): Buffer {
  return zipOf(wordEntries(parts));
}

/** One paragraph; `about` is the inside of its w:pPr. */
export function paragraph(text: string, about = ''): string {
  const safe = text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return `<w:p><w:pPr>${about}</w:pPr><w:r><w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}

export function numbered(text: string, num: number, level: number): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
}

export function wordTable(rows: readonly (readonly (readonly string[])[])[]): string {
  const cell = (lines: readonly string[]) =>
    `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** One level of a numbering plan. */
export function level(at: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
}

export function plan(id: number, levels: string, more = ''): string {
  return `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`;
}

export function num(id: number, of: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
}
