// The command line of the demonstration, read once and refused with a sentence when it is wrong.
// It must never know what the options lead to.
import { parseArgs } from 'node:util';
import { DemoFault } from './fault.ts';

export type Options = {
  /** null: the decision that comes with the project */
  file: string | null;
  speakers: number;
  /** null: the whole text */
  minutes: number | null;
  /** null: chosen so that the default text ends within two minutes */
  speed: number | null;
  out: string | null;
  json: boolean;
  serve: boolean;
};

export const USAGE =
  'npm run demo -- [FILE] [--speakers N] [--minutes M] [--speed X] [--out DIR] [--json] [--serve]';

/** 200: each loudspeaker keeps a WAV open and a connection alive in one process. */
const SPEAKERS = { from: 1, to: 200 };
/** The service cuts a clip at two hours at most; without the option the whole text is read. */
const MINUTES = { from: 0.05, to: 120 };
const SPEED = { from: 1, to: 1_000 };

/** @throws DemoFault naming the option that is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parsed(argv);
  if (positionals.length > 1)
    throw refusal('chỉ nhận một tệp văn bản', 'only one text file is taken');
  return {
    file: positionals[0] ?? null,
    speakers: numberIn('--speakers', values.speakers ?? '12', { ...SPEAKERS, whole: true }),
    minutes: values.minutes === undefined ? null : numberIn('--minutes', values.minutes, MINUTES),
    speed: values.speed === undefined ? null : numberIn('--speed', values.speed, SPEED),
    out: values.out ?? null,
    json: values.json ?? false,
    serve: values.serve ?? false,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        speakers: { type: 'string' },
        minutes: { type: 'string' },
        speed: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        serve: { type: 'boolean' },
      },
    });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw refusal(`không hiểu dòng lệnh (${words})`, words);
  }
}

function numberIn(
  option: string,
  text: string,
  range: { from: number; to: number; whole?: boolean },
): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const fits = value >= range.from && value <= range.to;
  if (fits && (!range.whole || Number.isInteger(value))) return value;
  const span = `${range.from}–${range.to}`;
  throw refusal(
    `${option} phải là số${range.whole ? ' nguyên' : ''} trong khoảng ${span}, không phải “${text}”`,
    `${option} must be a${range.whole ? ' whole' : ''} number in ${span}, not “${text}”`,
  );
}

function refusal(vi: string, en: string): DemoFault {
  return new DemoFault({ vi: `Lệnh sai: ${vi}.`, en: `Bad command: ${en}. Usage: ${USAGE}` });
}
