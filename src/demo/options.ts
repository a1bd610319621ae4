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

/** What each option is for; the numbers are those of the ranges below. */
export const HELP = `${USAGE}

Cho nghe thử cả hệ thống trên một máy: từ văn bản đến cụm loa.
  FILE           văn bản cần đọc (mặc định: quyết định mẫu đi kèm)
  --speakers N   số cụm loa, 1–200 (mặc định 12)
  --minutes M    cắt bản tin ở M phút (mặc định: đọc cả văn bản)
  --speed X      đồng hồ chạy nhanh X lần, 1–1000 (mặc định: tự chọn)
  --out DIR      thư mục trống để tệp kết quả (mặc định: out/demo-…)
  --json         in kết quả cho máy đọc
  --serve        sau đó giữ trang và cụm loa chạy, đến khi nhấn Ctrl-C

Shows the whole system on one machine: from a text to loudspeakers.
  FILE           the text to read (default: the decision that comes along)
  --speakers N   how many loudspeakers, 1–200 (default 12)
  --minutes M    cut the bulletin at M minutes (default: the whole text)
  --speed X      the clock runs X times as fast, 1–1000 (default: chosen)
  --out DIR      an empty folder for the results (default: out/demo-…)
  --json         print the outcome for machines
  --serve        then keep the page and the loudspeakers up until Ctrl-C
`;

export function wantsHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

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
