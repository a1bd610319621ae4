// Markdown's blocks to plain lines: tables to rows with tabs, links to their words, fences and rules gone.
// It must never touch marks inside a line (`**`, `_`, `#`): the reading room takes those out and keeps their trace.
import { superscript } from './lists.ts';

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;
const RULE = /^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|={3,})\s*$/u;
/** `|---|:--:|` under a table's head. */
const UNDER_HEAD = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

export function markdownToText(source: string): string {
  const lines = source.split(/\r\n?|\n/u);
  const out: string[] = [];
  let fenced = false;
  for (let at = afterFrontMatter(lines); at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (FENCE.test(line)) fenced = !fenced;
    else if (fenced) out.push(line);
    else if (line.includes('|') && isTable(lines, at)) {
      for (; at < lines.length && (lines[at] as string).includes('|'); at += 1)
        if (!UNDER_HEAD.test(lines[at] as string)) out.push(row(lines[at] as string));
      at -= 1;
    } else if (!RULE.test(line)) out.push(words(line));
  }
  return out.join('\n');
}

/** `---` … `---` at the very top is for machines. */
function afterFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.indexOf('---', 1);
  return end < 0 ? 0 : end + 1;
}

function isTable(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1];
  return next?.includes('|') === true && UNDER_HEAD.test(next);
}

/** Cells stand between pipes; `\|` is a letter. */
function row(line: string): string {
  const bare = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return bare
    .split(/(?<!\\)\|/u)
    .map((cell) => words(cell.trim()))
    .join('\t');
}

function words(line: string): string {
  return line
    .replace(/^(?: {0,3}> ?)+/u, '')
    .replace(/^(\s*)[*+](?= )/u, '$1-')
    .replace(/^\[\^(\d{1,3})\]:/u, (_, digits: string) => superscript(digits))
    .replace(/\[\^(\d{1,3})\]/gu, (_, digits: string) => superscript(digits))
    .replace(/!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)/gu, '')
    .replace(/\[([^[\]\n]{1,500})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/<((?:https?:|mailto:)[^<>\s]{1,2000})>/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/gu, '$1');
}
