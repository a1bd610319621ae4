// The words after the fleet's name, and the enrolments in its folder.
// It must never know what a fleet does with them.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnrolment } from '../agent/enrolment.ts';
import { messageOf } from '../agent/errors.ts';
import { parseSpeed, wrong } from '../agent/options.ts';
import type { Enrolment } from '../protocol/index.ts';
import { parseTrouble, type Trouble } from './trouble.ts';

export type FleetOptions = {
  enrolments: readonly Enrolment[];
  /** units without a site yet */
  spares: readonly Enrolment[];
  troubles: readonly Trouble[];
  /** draws who has troubles that are given by number */
  seed: number;
  out: string;
  state: string;
  broker: string | null;
  speed: number;
  sink: 'wav' | 'null';
};

/** One process, one core for sound: beyond this the starts would no longer be in one go. */
const SPEAKERS_MAX = 500;

/** @throws SpeakerError naming the option or the file */
export function parseFleetOptions(words: readonly string[]): FleetOptions {
  const { enrolments, spares, trouble = [], seed = '1', ...rest } = valuesOf(words);
  const { out, state, broker, speed, sink = 'wav' } = rest;
  if (!enrolments) throw wrong('--enrolments', { vi: 'cần một thư mục', en: 'wants a folder' });
  if (!out) throw wrong('--out', { vi: 'cần một thư mục', en: 'wants a folder' });
  if (sink !== 'wav' && sink !== 'null')
    throw wrong('--sink', { vi: 'dùng wav hoặc null', en: 'use wav or null' });
  mkdirSync(out, { recursive: true });
  return {
    enrolments: readEnrolments('--enrolments', enrolments),
    spares: spares === undefined ? [] : readEnrolments('--spares', spares),
    troubles: trouble.map(troubleOf),
    seed: seedOf(seed),
    out,
    state: state ?? join(out, '.state'),
    broker: broker ?? null,
    speed: parseSpeed(speed),
    sink,
  };
}

function troubleOf(words: string): Trouble {
  const trouble = parseTrouble(words);
  if (trouble) return trouble;
  throw wrong('--trouble', {
    vi: `không hiểu ${words}. Ví dụ: loa-3:power-cut@60-300, 2:low-battery, 1:silent@90`,
    en: `${words} is not understood. For example: loa-3:power-cut@60-300, 2:low-battery, 1:silent@90`,
  });
}

function seedOf(words: string): number {
  const seed = Number(words);
  if (Number.isSafeInteger(seed)) return seed;
  throw wrong('--seed', { vi: 'cần một số nguyên', en: 'wants a whole number' });
}

function readEnrolments(option: string, folder: string): Enrolment[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (cause) {
    throw wrong(option, { vi: `không đọc được ${folder}`, en: messageOf(cause) });
  }
  if (names.length === 0 || names.length > SPEAKERS_MAX)
    throw wrong(option, {
      vi: `cần từ 1 đến ${SPEAKERS_MAX} tệp ghi danh trong ${folder}, thấy ${names.length}`,
      en: `wants 1 to ${SPEAKERS_MAX} enrolment files in ${folder}, found ${names.length}`,
    });
  return names.sort().map((name) => readEnrolment(join(folder, name)));
}

function valuesOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    enrolments: text,
    spares: text,
    trouble: { type: 'string', multiple: true } as const,
    seed: text,
    out: text,
    state: text,
    broker: text,
    speed: text,
    sink: text,
  };
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (cause) {
    throw wrong('fleet', { vi: 'tham số lạ', en: messageOf(cause) });
  }
}
