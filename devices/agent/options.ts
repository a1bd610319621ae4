// The words after `npm run speaker --`, parsed and checked, each mistake said in two languages.
// It must never know what is done with them.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SLUG, SLUG_MAX } from '../protocol/index.ts';
import { messageOf, SpeakerError } from './errors.ts';

export type Options = {
  id: string;
  broker: string | null;
  sink: string;
  enrolment: string;
  state: string;
  speed: number;
};

/** Faster than this no machine decodes; slower than real time nobody asks for. */
const SPEED_MAX = 1_000;

export const USAGE =
  'npm run speaker -- --id ID --broker mqtt://HOST:1883 --sink alsa|wav:FILE|null [--enrolment FILE] [--state DIR] [--speed X]';

/** @throws SpeakerError naming the option */
export function parseOptions(words: readonly string[]): Options {
  const values = valuesOf(words);
  const { id } = values;
  if (!id || id.length > SLUG_MAX || !SLUG.test(id))
    throw wrong('--id', {
      vi: 'cần mã cụm loa: chữ thường, số, gạch nối, ví dụ loa-na-co-1',
      en: 'wants the id of the speaker: lower case, digits, hyphens, for example loa-na-co-1',
    });
  const sink = values.sink ?? '';
  if (!/^(alsa|null|wav:.+)$/.test(sink))
    throw wrong('--sink', { vi: 'dùng alsa, wav:TỆP hoặc null', en: 'use alsa, wav:FILE or null' });
  return {
    id,
    broker: values.broker ?? null,
    sink,
    enrolment: values.enrolment ?? `./${id}.enrolment.json`,
    state: values.state ?? `./${id}.state`,
    speed: parseSpeed(values.speed),
  };
}

/**
 * Relative paths start where the person stood: npm changes to the project's folder.
 * @param base a folder
 */
export function resolvePaths(options: Options, base: string): Options {
  const { sink } = options;
  return {
    ...options,
    enrolment: resolve(base, options.enrolment),
    state: resolve(base, options.state),
    sink: sink.startsWith('wav:') ? `wav:${resolve(base, sink.slice(4))}` : sink,
  };
}

/** @throws SpeakerError */
export function parseSpeed(words: string | undefined): number {
  const speed = Number(words ?? '1');
  if (speed > 0 && speed <= SPEED_MAX) return speed;
  throw wrong('--speed', {
    vi: `cần một số lớn hơn 0, không quá ${SPEED_MAX}`,
    en: `wants a number above 0 and at most ${SPEED_MAX}`,
  });
}

export function wrong(option: string, say: { vi: string; en: string }): SpeakerError {
  return new SpeakerError({
    code: 'option-wrong',
    fault: 'caller',
    say: { vi: `${option}: ${say.vi}.`, en: `${option}: ${say.en}.` },
  });
}

function valuesOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    id: text,
    broker: text,
    sink: text,
    enrolment: text,
    state: text,
    speed: text,
  };
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (cause) {
    throw wrong('speaker', { vi: `tham số lạ. Cách dùng: ${USAGE}`, en: messageOf(cause) });
  }
}
