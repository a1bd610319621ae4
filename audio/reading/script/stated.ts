// What a head states: number, date, type, title, issuer; each with the place that states it.
// It must never know how they are spoken.
import { MOTTO } from '../source/shapes.ts';
import type { DocumentFacts, LineKind } from '../types.ts';
import { DAY, dateOf, isoDay } from './days.ts';
import { ISSUING, numberIn, PLACE, typeOf } from './head.ts';
import { around, type Origins, type Span, spanOf } from './origins.ts';
import type { Placed } from './roles.ts';

type Stated = Span & { text: string };
type Facts = Pick<DocumentFacts, 'number' | 'title' | 'issuer' | 'type' | 'date'>;

export function headFacts(
  blocks: readonly Placed[],
): Facts & { head: readonly Placed[]; origins: Origins } {
  const head = headOf(blocks);
  const find = (role: string): Placed | undefined => head.find((block) => block.role === role);
  const numbered = find('number');
  const number = numbered === undefined ? null : numberStated(numbered);
  const title = titleOf(head);
  const issuer = issuerOf(head);
  const printed = find('type');
  const letter = number !== null && find('title') !== undefined ? 'Công văn' : null;
  const type = printed === undefined ? letter : sentenceCase(typeOf(printed.body.text).type);
  const dated = find('dateline') ?? numbered;
  const date = (dated === undefined ? null : dateStated(dated)) ?? passedOn(blocks, type);
  const typed = printed === undefined ? null : spanOf(printed);
  const used = [find('dateline'), numbered].map((one) => (one === undefined ? null : spanOf(one)));
  const start = (blocks[0] as Placed | undefined)?.body.from[0] ?? 0;
  const origins = {
    head: around([{ from: start, to: start }, issuer, typed, title, ...used]) as Span,
    ...known({ number, title, issuer, date, type: typed }),
  };
  const texts = { number: number?.text, title: title?.text, issuer: issuer?.text };
  return {
    ...{ head, origins, type },
    number: texts.number ?? null,
    title: texts.title ?? null,
    issuer: texts.issuer ?? null,
    date: date?.text ?? null,
  };
}

function known(spans: Record<string, Span | null>): Partial<Origins> {
  const found = Object.entries(spans).filter(([, span]) => span !== null);
  return Object.fromEntries(found) as Partial<Origins>;
}

const BODY: ReadonlySet<LineKind> = new Set<LineKind>(['dieu', 'phan', 'chapter', 'appendix']);

/** Number, date and title stand before the first clause; what is attached has its own. */
function headOf(blocks: readonly Placed[]): readonly Placed[] {
  const end = blocks.findIndex((block) => BODY.has(block.kind));
  return end < 0 ? blocks : blocks.slice(0, end);
}

function numberStated({ body }: Placed): Stated | null {
  const found = numberIn(body.text);
  if (found === null) return null;
  const end = found.at + found.length - 1;
  const span = { from: body.from[found.at] as number, to: body.to[end] as number };
  return { text: found.number, ...span };
}

function dateStated(block: Placed): Stated | null {
  const day = dateOf(block.body.text);
  return day === null ? null : { text: day, ...spanOf(block) };
}

const PASSED = new RegExp(`thông qua\\s+(?:tại [^.;]{0,60})?ngày\\s+${DAY}`, 'u');

/** Laws and councils' resolutions say at their end when they were passed. */
function passedOn(blocks: readonly Placed[], type: string | null): Stated | null {
  if (!/^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)$/u.test(type ?? '')) return null;
  for (const block of blocks) {
    const match = / này\s/u.test(block.body.text) ? PASSED.exec(block.body.text) : null;
    const day = match === null ? null : isoDay(match);
    if (match !== null) return day === null ? null : { text: day, ...spanOf(block) };
  }
  return null;
}

/** The title's first run of lines; where the type line goes on, it begins there. */
function titleOf(head: readonly Placed[]): Stated | null {
  const start = head.findIndex((block) => block.role === 'type' || block.role === 'title');
  if (start < 0) return null;
  const lines: Stated[] = [];
  for (const [index, block] of head.slice(start).entries()) {
    const span = spanOf(block);
    if (block.role === 'type' && index === 0) {
      const { title } = typeOf(block.body.text);
      const at = block.body.text.length - title.length;
      if (title !== '') lines.push({ text: title, ...span, from: block.body.from[at] as number });
    } else if (block.role === 'title') lines.push({ text: block.body.text, ...span });
    else if (!BETWEEN.has(block.role)) break;
  }
  const span = around(lines);
  const title = lines.map((line) => line.text).join(' ');
  return span === null ? null : { text: title.replace(/\s+/gu, ' ').trim(), ...span };
}

const BETWEEN = new Set(['dateline', 'skipped', 'status', 'number', 'letterhead']);

/** "ỦY BAN NHÂN DÂN / TỈNH SƠN LA" as one line; without a letterhead, who signs at the top. */
function issuerOf(head: readonly Placed[]): Stated | null {
  const lines = (role: string): Stated[] =>
    head
      .filter((block) => block.role === role && !MOTTO.test(block.body.text))
      .map((block) => ({
        text: block.body.text.replace(/\s+/gu, ' ').trim(),
        ...spanOf(block),
      }));
  return lines('letterhead').reduce<Stated | null>(lower, null) ?? lines('authority')[0] ?? null;
}

/** "UBND TỈNH A / SỞ TƯ PHÁP": the lower office issues; "TỈNH SƠN LA", "VÀ DU LỊCH" only go on. */
function lower(above: Stated | null, line: Stated): Stated {
  if (above === null) return line;
  const goesOn =
    PLACE.test(line.text.toUpperCase()) ||
    /[,&]$|\sVÀ$/iu.test(above.text) ||
    !ISSUING.test(line.text);
  return goesOn ? { text: `${above.text} ${line.text}`, from: above.from, to: line.to } : line;
}

export function sentenceCase(caps: string): string {
  return caps.charAt(0).toUpperCase() + caps.slice(1).toLowerCase();
}
