// Source text to clean text: NFC, no markup, no invisible characters, every character traced.
// It must never know any word: only characters, tags and entities.
import { table } from '../lexicon/table.ts';
import { type Mapped, type MappedBuilder, startMapped } from './mapped.ts';

/** A pause inside one line: what a `<p>` or `<br>` left in a text becomes; pages are the intake's to open. */
export const SOFT_BREAK = '\u2028';

export function clean(source: string): Mapped {
  const out = startMapped(source.length + 16);
  // One character for one, so every offset stays true.
  const text = source.replace(/[\uff01-\uff5e\u2010\u2011\u00d0\u00f0]/gu, meantBy);
  const place: Place = { source: text, at: 0, out };
  while (place.at < text.length) place.at = step(place);
  return out.done();
}

/** Full-width letters, Iceland's Ð for Đ, and the two hyphens Word puts where a line must not break: "06/QĐ‑UBND". */
function meantBy(wide: string): string {
  if (wide === '\u00d0' || wide === '\u00f0') return wide === '\u00f0' ? 'đ' : 'Đ';
  if (wide < '\uff01') return '-';
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

type Place = { source: string; at: number; out: MappedBuilder };

/** Consumes one thing and returns where the next one starts. */
function step(place: Place): number {
  const { source, at, out } = place;
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(source);
  if (plain?.[0].includes('    ')) return addSpaced(out, plain[0], at);
  if (plain !== null) return addPlain(out, plain[0], at);
  const letter = source[at] as string;
  if (letter === '<') return tag(place);
  if (letter === '&') return entity(place);
  if (letter === '*' || letter === '_' || letter === '`') return emphasis(place);
  if (letter === '#') return heading(place);
  CLUSTER.lastIndex = at;
  const cluster = CLUSTER.exec(source);
  if (cluster !== null) {
    // More than eight marks on one letter is an attack or a broken scan: the letter alone is kept.
    const whole = cluster[0].length > 9 ? (cluster[1] as string) : cluster[0].normalize('NFC');
    out.add(whole, at, at + cluster[0].length);
    return at + cluster[0].length;
  }
  const point = source.codePointAt(at) as number;
  const end = at + (point > 0xffff ? 2 : 1);
  out.add(foldCharacter(source, at, point), at, end);
  return end;
}

/** Everything that stays as it is: the bulk of any document. */
const PLAIN = /[\p{L}\p{N} \n\t.,;:()/"%–+=-]{1,400}(?!\p{M})/uy;
const CLUSTER = /([\p{L}\p{N}])\p{M}{1,200}/uy;

function addPlain(out: MappedBuilder, text: string, at: number): number {
  const length = text.length;
  const from = Uint32Array.from({ length }, (_, index) => at + index);
  const to = Uint32Array.from({ length }, (_, index) => at + index + 1);
  out.append({ text, from, to });
  return at + length;
}

/** Runs of spaces keep their first four (two columns are told by three); the rest only cost time. */
function addSpaced(out: MappedBuilder, text: string, at: number): number {
  let done = at;
  for (const part of text.split(/( {4,})/u)) {
    if (part.startsWith('    ')) {
      if (!out.last().startsWith(' ')) addPlain(out, '   ', done);
      out.add(' ', done + 3, done + part.length);
    } else addPlain(out, part, done);
    done += part.length;
  }
  return done;
}

function foldCharacter(source: string, at: number, point: number): string {
  if (point === 0x0d) return source[at + 1] === '\n' ? '' : '\n';
  if (point === 0x0c || point === 0x0b || point === 0x85 || point === 0x2029) return '\n';
  const character = String.fromCodePoint(point);
  if (/[\p{Zs}]/u.test(character)) return ' ';
  // Zero-width, direction marks, soft hyphens and lone combining marks are silent and break no word.
  return /[\p{Cf}\p{Cc}\p{M}\p{Cs}\p{Co}]/u.test(character) ? '' : character;
}

const TAG = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,20})((?:\s[^<>]{0,2000})?)\/?>)/y;
const BLOCK = /^(?:p|br|li|div|h[1-6]|tr|ul|ol|table|section|article|blockquote|dd|dt)$/;
const HIDDEN = /^(?:script|style|template|head)$/;

function tag(place: Place): number {
  const { source, at, out } = place;
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (match === null) {
    out.add('<', at, at + 1);
    return at + 1;
  }
  const name = (match[2] ?? '').toLowerCase();
  const end = at + match[0].length;
  if (name === '') return after(source, '-->', end);
  if (HIDDEN.test(name) && match[1] === '') return after(source, `</${name}>`, end);
  if (!BLOCK.test(name)) return end;
  if (out.last() !== SOFT_BREAK && out.last() !== '\t') out.add(SOFT_BREAK, at, end);
  return end;
}

function after(source: string, closing: string, from: number): number {
  const pattern = new RegExp(closing, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(source) === null ? source.length : pattern.lastIndex;
}

const ENTITY = /&(?:#(\d{1,9})|#x([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));/y;
const NAMED = table<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  sup2: '²',
  sup3: '³',
});

function entity({ source, at, out }: Place): number {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(source);
  if (match === null) {
    out.add('&', at, at + 1);
    return at + 1;
  }
  const end = at + match[0].length;
  const point = match[1] !== undefined ? Number(match[1]) : Number.parseInt(match[2] ?? '', 16);
  const meant = match[3] !== undefined ? fromName(match[3]) : fromPoint(point);
  if (meant !== null) out.add(meant, at, end);
  else out.add('&', at, at + 1);
  return meant === null ? at + 1 : end;
}

const MARKS = table<string>({ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' });

/** Null for "Sở NN&MT; Sở Y tế": capitals before a semicolon name an office, no character. */
function fromName(name: string): string | null {
  const known = NAMED[name] ?? NAMED[name.toLowerCase()];
  if (known !== undefined) return known;
  if (/^[A-Z]+$/.test(name)) return null;
  const mark = MARKS[name.slice(1)];
  return mark === undefined ? ' ' : `${name.charAt(0)}${mark}`.normalize('NFC');
}

function fromPoint(point: number): string {
  return point >= 0x20 && point <= 0x10ffff ? foldCharacter('', 0, point) : '';
}

const RUN = /([*_`])\1*/y;

/** `*`, `**`, `_` and backticks go; a bullet star, a hotel's star and a form's blank stay. */
function emphasis({ source, at, out }: Place): number {
  RUN.lastIndex = at;
  const run = (RUN.exec(source) as RegExpExecArray)[0];
  const end = at + run.length;
  const lineStart = out.last() === '' || out.last() === '\n' || out.last() === SOFT_BREAK;
  const bullet = run === '*' && lineStart && source[end] === ' ';
  const blank = run.startsWith('_') && run.length > 2;
  const kept = bullet || blank || (run === '*' && isStarRating(source, at));
  if (kept) out.add(run[0] as string, at, end);
  else if (run.startsWith('_') && /\w/.test(out.last()) && /\w/.test(source[end] ?? ' ')) {
    out.add(' ', at, end);
  }
  return end;
}

function isStarRating(source: string, at: number): boolean {
  if (!/\d/.test(source[at - 1] ?? '')) return false;
  return /(?:khách sạn|khu nghỉ|nhà nghỉ|homestay|resort|hạng)[^;.\n]{0,24}$/iu.test(
    source.slice(Math.max(0, at - 40), at),
  );
}

function heading({ source, at, out }: Place): number {
  const lineStart = out.last() === '' || out.last() === '\n';
  const run = /^#{1,6}(?=\s)/.exec(source.slice(at, at + 8));
  if (lineStart && run !== null) return at + run[0].length;
  out.add('#', at, at + 1);
  return at + 1;
}
