// The words after the fleet's name, and the enrolments in its folder.
// It must never know what a fleet does with them.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnrolment } from '../agent/enrolment.ts';
import { messageOf } from '../agent/errors.ts';
import { parseSpeed, wrong } from '../agent/options.ts';
import type { Enrolment } from '../protocol/index.ts';

export type FleetOptions = {
  enrolments: readonly Enrolment[];
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
  const { enrolments, out, state, broker, speed, sink = 'wav' } = valuesOf(words);
  if (!enrolments) throw wrong('--enrolments', { vi: 'cần một thư mục', en: 'wants a folder' });
  if (!out) throw wrong('--out', { vi: 'cần một thư mục', en: 'wants a folder' });
  if (sink !== 'wav' && sink !== 'null')
    throw wrong('--sink', { vi: 'dùng wav hoặc null', en: 'use wav or null' });
  mkdirSync(out, { recursive: true });
  return {
    enrolments: readEnrolments(enrolments),
    out,
    state: state ?? join(out, '.state'),
    broker: broker ?? null,
    speed: parseSpeed(speed),
    sink,
  };
}

function readEnrolments(folder: string): Enrolment[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (cause) {
    throw wrong('--enrolments', { vi: `không đọc được ${folder}`, en: messageOf(cause) });
  }
  if (names.length === 0 || names.length > SPEAKERS_MAX)
    throw wrong('--enrolments', {
      vi: `cần từ 1 đến ${SPEAKERS_MAX} tệp ghi danh trong ${folder}, thấy ${names.length}`,
      en: `wants 1 to ${SPEAKERS_MAX} enrolment files in ${folder}, found ${names.length}`,
    });
  return names.sort().map((name) => readEnrolment(join(folder, name)));
}

function valuesOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    enrolments: text,
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
