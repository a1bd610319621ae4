// The bench of sound: clips of the corpus beside the bare pipe, after an edit, in memory, and measured from outside.
// It must never know how a clip is made.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Result, rounded } from './result.ts';
import { azure } from './sound/azure.ts';
import { edited, longScript } from './sound/edit.ts';
import { measuredOutside } from './sound/outside.ts';
import { compile } from './sound/run.ts';
import { corpusTexts, spoken } from './sound/scripts.ts';
import { seeded } from './sound/seeded.ts';

/** Three hours more: some minutes of two cores. */
const LONG = process.env.VANGXA_LONG === '1';
/** Two minutes instead of the corpus: to see that it works, not how fast. */
const SHORT = process.env.VANGXA_SHORT === '1';
/** A clip of the corpus: as long as a bulletin of a commune ever is. */
const PIECE_MINUTES = SHORT ? 1 : 15;

export async function sound(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-bench-'));
  try {
    const found = corpusTexts();
    const texts = found.length > 0 ? found : [{ name: 'a text of our own', sentences: ownText() }];
    const sentences = texts.flatMap((text) => text.sentences);
    compile();
    const results: Result[] = [];
    for (const minutes of SHORT ? [2] : [15, 30])
      results.push(...(await edited(minutes, { folder, sentences })));
    const outside = await measuredOutside({ folder, texts, minutes: PIECE_MINUTES, first: SHORT });
    results.push(...outside.results);
    results.push(...(await seeded(outside.clips)));
    if (LONG) results.push(...(await longScript({ folder, sentences })));
    results.push(...(await azure()));
    return results.map((result, at) =>
      at === 0
        ? { ...result, note: [result.note, source(found.length), busy()].join('; ') }
        : result,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function source(corpusTextCount: number): string {
  return corpusTextCount > 0
    ? `${corpusTextCount} documents of the corpus beside this house`
    : 'no corpus beside this house: sentences of our own';
}

/** Coding in parts wins time from idle cores; where there are none, checking costs what it costs. */
function busy(): string {
  const load = rounded(loadavg()[0] ?? 0, 1);
  return `load ${load} on ${availableParallelism()} cores, these runs included`;
}

/** Where the corpus is not: sentences of law, each with a number of its own. */
function ownText(): string[] {
  const article = (n: number) =>
    `Điều ${n}. Ủy ban nhân dân các xã, phường có trách nhiệm tổ chức thực hiện Quyết định này; báo cáo kết quả về Sở Tư pháp trước ngày 10 tháng 11 năm 2026.\n\n`;
  return spoken(Array.from({ length: 150 }, (_, at) => article(at + 1)).join(''));
}
