// What the command `npm run read` was asked for, or one sentence on what is wrong with the asking.
// It must never know how anything is read.

export type Mode = 'all' | 'script' | 'outline' | 'digest';
export type Asked =
  | { lines: true }
  | { help: true }
  | { path: string; mode: Mode }
  | { wrong: { vi: string; en: string } };

export const HELP = `npm run read -- FILE            script and doubts (.txt .md .html .docx .pdf, and scans where tesseract is)
npm run read -- --script FILE   only what is spoken, a sentence a line
npm run read -- --digest FILE   numbers, dates, money, names and duties by clause: what an approver checks
npm run read -- --outline FILE  counts and facts as JSON
npm run read -- --lines         fragments on stdin, one spoken line each`;

const MODES: Readonly<Record<string, Mode>> = {
  '--script': 'script',
  '--outline': 'outline',
  '--digest': 'digest',
};

export function askedFor(args: readonly string[]): Asked {
  const [options, files] = [args.filter(isOption), args.filter((arg) => !isOption(arg))];
  const unknown = options.find((option) => !(option in MODES) && !KNOWN.has(option));
  if (unknown !== undefined)
    return {
      wrong: {
        vi: `Không có tùy chọn ${unknown}. Gõ: npm run read -- --help`,
        en: `There is no option ${unknown}. Type: npm run read -- --help`,
      },
    };
  if (options.includes('--help')) return { help: true };
  if (options.includes('--lines')) return { lines: true };
  const modes = [...new Set(options)].map((option) => MODES[option] as Mode);
  const [path] = files;
  if (path === undefined || files.length > 1 || modes.length > 1) return { wrong: ONE_FILE };
  return { path, mode: modes[0] ?? 'all' };
}

const KNOWN = new Set(['--lines', '--help']);

const ONE_FILE = {
  vi: 'Hãy cho biết một tệp và nhiều nhất một tùy chọn. Gõ: npm run read -- --help',
  en: 'Name one file and at most one option. Type: npm run read -- --help',
};

function isOption(arg: string): boolean {
  return arg.startsWith('-') && arg !== '-';
}
