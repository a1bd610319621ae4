// A reader with a grammar of one page, so that a test sees at a glance what a text holds.
// It must never know a use-case, nor the real rules of reading.
//
//   # 9/QĐ-UBND            a new part begins, with its number ("#" alone: a part without one)
//   ! repeals 7/QĐ-UBND    this part says it repeals another
//   ? draft until 2026-12-20 · ? in-force from 2026-01-01 · ? repealed ended 2026-11-30
//   everything else        spoken, a sentence to each full stop; capitals nobody explained are a doubt
import type { Act, StatusFound } from '../../src/domain/documents/document-model.ts';
import type { ReadingOrder } from '../../src/domain/documents/reading-model.ts';
import { AppError } from '../../src/domain/errors.ts';
import type {
  Doubt,
  FoundPart,
  Reader,
  ReadScript,
  ScriptSentence,
  ScriptSpan,
  Trace,
} from '../../src/services/reading/reader-port.ts';
import { profile } from '../domain/samples.ts';

export type FakeReader = Reader & {
  /** texts read to a script, in order */
  scripts: string[];
  /** the next file waits until told, or until it is cancelled */
  hold(): { letGo(): void };
  taken: number;
};

export function fakeReader(): FakeReader {
  let held: Promise<void> | null = null;
  const reader: FakeReader = {
    scripts: [],
    taken: 0,
    hold() {
      let letGo = () => {};
      held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return { letGo };
    },
    decode,
    async take({ bytes, name }, { onProgress, signal }) {
      onProgress({ step: 'open', done: 0, total: 1 });
      const waits = held;
      held = null;
      await Promise.race([waits, waits && aborted(signal)]);
      if (signal.aborted) throw refused('stopped', 'Đã dừng.');
      const text = decode(bytes, name);
      reader.taken += 1;
      onProgress({ step: 'open', done: 1, total: 1 });
      const half = Math.floor(text.length / 2);
      const pages = [
        { page: 1, from: 0, to: half },
        { page: 2, from: half, to: text.length },
      ];
      return {
        ...{ text, container: 'pdf', encoding: null, pages, ocr: null, notes: [] },
        signatures: [SIGNATURE],
      };
    },
    readShort: (text, order) => read(text, order),
    async script(text, order) {
      reader.scripts.push(text);
      return read(text, order);
    },
    async digest(text, order) {
      const { script, parts } = read(text, order);
      const position = (at: number) => parts.findIndex(({ sentenceTo }) => at < sentenceTo) + 1;
      return script.flatMap(({ words, clause, sourceFrom }, sentence) =>
        [...words.matchAll(/\d+/g)].map(({ 0: source, index }) => ({
          ...{ kind: 'number', source, words: source, clause, sentence, value: source },
          position: position(sentence),
          ...{ from: sourceFrom + index, to: sourceFrom + index + source.length },
        })),
      );
    },
    programmes: async (text, order, { minutes, part }) => {
      const { script } = read(text, order);
      const within = script.filter(
        ({ sourceFrom }) => sourceFrom >= part.from && sourceFrom < part.to,
      );
      const sentenceFrom = script.indexOf(within[0] as (typeof script)[number]);
      const common = {
        opening: [`${minutes} phút`],
        closing: [],
        cutsClause: false,
        clauseFrom: null,
        clauseTo: null,
      };
      const sentenceTo = sentenceFrom + within.length;
      return [{ ...common, sentenceFrom, sentenceTo, syllables: 4, seconds: minutes * 60 }];
    },
    profile: profile(),
    lexicon: () => [
      { table: 'abbreviations', written: 'UBND', spoken: 'ủy ban nhân dân', note: '', example: '' },
      { table: 'units', written: 'km', spoken: 'ki lô mét', note: '', example: '' },
    ],
    seconds: (said) => said.length * 4,
    checkEntry: ({ written, spoken }, { confirmed }) =>
      /\d/.test(spoken) || (written === 'xã' && !confirmed) ? NOT_WORDS : null,
    checkFigures: (source, words) => (/\d/.test(source) && words !== 'chín' ? NOT_WORDS : null),
    checkWords: (words) => (/\d/.test(words) ? NOT_WORDS : null),
    relation(one, other) {
      const [here, there] = [one as FakeKnown, other as FakeKnown];
      const both = here.words.filter((word) => there.words.includes(word)).length;
      const share = both / Math.max(1, Math.min(here.words.length, there.words.length));
      if (share < 0.5) return null;
      if (here.signed === there.signed) return { relation: 'similar', share };
      return { relation: here.signed ? 'signed-version-of' : 'draft-of', share };
    },
    differences: async (here, there) => [
      { kind: 'same', here: { from: 0, to: 1 }, there: { from: 0, to: 1 } },
      {
        kind: 'changed',
        here: { from: 1, to: here.length },
        there: { from: 1, to: there.length },
      },
      { kind: 'only-here', here: { from: 0, to: 1 }, there: null },
    ],
  };
  return reader;
}

type FakeKnown = { words: string[]; signed: boolean };
const NOT_WORDS = { vi: 'Chỉ gồm chữ.', en: 'Words only.' };
const SIGNATURE = {
  signer: 'Cầm Văn Thử',
  organisation: 'UBND tỉnh Mường Thử',
  signedAt: '2026-12-01T02:00:00Z',
  intact: true,
  whole: true,
  trusted: false,
  problem: null,
} as const;

function decode(bytes: Uint8Array, name: string | null): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (text.includes('\u0000')) throw refused('binary', `${name} không phải văn bản.`);
  return text;
}

function refused(code: string, vi: string): AppError {
  return new AppError({ code, fault: 'caller', say: { vi, en: code } });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

function read(text: string, order: ReadingOrder): ReadScript {
  const parts: FoundPart[] = [];
  const script: ScriptSentence[] = [];
  const spans: ScriptSpan[] = [];
  const open: Doubt[] = [];
  const silent = (from: number, to: number, rule: string) =>
    spans.push({ from, to, kind: 'silent', rule, sentence: null });
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.trim();
    const end = at + line.length;
    if (bare.startsWith('#') || parts.length === 0)
      parts.push(
        partAt(at, {
          number: bare.startsWith('#') ? bare.slice(1).trim() || null : null,
          sentence: script.length,
        }),
      );
    const part = parts.at(-1) as FoundPart;
    part.sourceTo = end;
    if (/^[#!?]/.test(bare)) {
      silent(at, end, 'heading');
      part.status = told(part.status, bare, at);
    } else {
      const found = sentencesOf(line, at, order);
      for (const sentence of found.sentences) {
        spans.push({
          from: sentence.sourceFrom,
          to: sentence.sourceTo,
          kind: 'heard',
          rule: 'word',
          sentence: script.length,
        });
        script.push(sentence);
      }
      open.push(...found.open);
      part.sentenceTo = script.length;
      (part.known as FakeKnown).words.push(...bare.split(/\s+/).filter(Boolean));
    }
    at = end;
  }
  const syllables = script.reduce((sum, one) => sum + one.syllables, 0);
  return {
    ...{ title: null, number: parts[0]?.number ?? null, issuer: null },
    ...{ parts, script, spans, open, syllables, repairs: [] },
    sentences: script.map(({ words }) => words),
    estimatedSeconds: script.length * 4,
    uses: usesOf(script),
    doubts: open.map(({ from, source, reason }) => ({ place: from, text: source, reason })),
    blocks: [{ kind: 'text', role: 'read', label: null, clause: null, from: 0, to: text.length }],
  };
}

function usesOf(script: readonly ScriptSentence[]): ReadScript['uses'] {
  const uses: Record<string, { count: number; firstFrom: number }> = {};
  for (const { entry, from } of script.flatMap(({ trace }) => trace))
    if (entry)
      uses[entry] = {
        count: (uses[entry]?.count ?? 0) + 1,
        firstFrom: uses[entry]?.firstFrom ?? from,
      };
  return uses;
}

function partAt(at: number, of: { number: string | null; sentence: number }): FoundPart {
  return {
    ...{ number: of.number, issuer: null, date: null, type: null, title: null },
    ...{ sourceFrom: at, sourceTo: at, sentenceFrom: of.sentence, sentenceTo: of.sentence },
    counts: { dieu: 1 },
    status: {
      kind: null,
      commentUntil: null,
      inForceFrom: null,
      endedOn: null,
      by: null,
      acts: [],
      evidence: [],
    },
    known: { words: [], signed: of.number !== null } satisfies FakeKnown,
  };
}

function told(status: StatusFound, line: string, at: number): StatusFound {
  const [sign, word = '', ...rest] = line.split(/\s+/);
  const span = { from: at, to: at + line.length };
  if (sign === '!')
    return {
      ...status,
      acts: [...status.acts, { does: word as Act['does'], number: rest.join(' '), ...span }],
    };
  if (sign !== '?') return status;
  const day = (name: string) => rest[rest.indexOf(name) + 1] ?? null;
  return {
    ...status,
    kind: word as StatusFound['kind'],
    commentUntil: rest.includes('until') ? day('until') : null,
    inForceFrom: rest.includes('from') ? day('from') : null,
    endedOn: rest.includes('ended') ? day('ended') : null,
    evidence: [span],
  };
}

/** Capitals are looked up: settled here, then the nearest addition, then the built-in one, else a doubt. */
function sentencesOf(line: string, at: number, order: ReadingOrder) {
  const open: Doubt[] = [];
  const sentences = [...line.matchAll(/[^.]+\.?\s*/g)]
    .filter(({ 0: piece }) => /\p{L}/u.test(piece))
    .map(({ 0: piece, index }): ScriptSentence => {
      const from = at + index;
      const trace: Trace[] = [];
      const words = piece
        .trim()
        .replace(/\.$/, '')
        .replace(/\p{Lu}{2,}/gu, (source, offset: number) => {
          const place = { from: from + piece.indexOf(source, offset), to: 0 };
          place.to = place.from + source.length;
          const said = lookUp(source, order);
          if (said === null)
            open.push({
              ...place,
              reason: 'unknown-abbreviation',
              source,
              suggestion: source,
              clause: null,
            });
          trace.push({
            ...place,
            words: said?.words ?? source,
            rule: 'abbreviation',
            entry: said?.entry ?? null,
          });
          return said?.words ?? source;
        });
      const syllables = words.split(/\s+/).filter(Boolean).length;
      const common = { words, clause: null, kind: 'text', syllables, trace };
      return { ...common, sourceFrom: from, sourceTo: from + piece.length };
    });
  return { sentences, open };
}

function lookUp(
  source: string,
  order: ReadingOrder,
): { words: string; entry: string | null } | null {
  const settled = order.settled.find(({ written }) => written === source);
  if (settled) return { words: settled.words, entry: null };
  const added = order.additions.findLast(({ written }) => written === source);
  if (added) return { words: added.spoken, entry: `addition:${source}` };
  return source === 'UBND' ? { words: 'ủy ban nhân dân', entry: 'abbreviations:UBND' } : null;
}
