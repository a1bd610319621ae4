// Pictures of Vietnamese text, and PDFs made only of them, as a scanner would leave on the table.
// It must never know how they are read.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOcr } from '../../../audio/intake/pdf/programs.ts';
import { type Piece, paper } from './paper.ts';

const REQUIRED = process.env.VANGXA_REQUIRE === '1';
/** Where the programs must be there, the tests run and fail without them. */
export const hasOcr = REQUIRED || (findOcr()?.rasterise ?? null) !== null;

/** A4 at 150 dots an inch: what an office's scanner does by default. */
export const SCAN = { width: 1240, height: 1754 } as const;

/** A picture of these lines, in black on slightly grey paper. */
export function pictureOf(
  lines: readonly string[],
  format: 'jpg' | 'png' | 'tiff' = 'jpg',
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-test-scan-'));
  try {
    const [words, picture] = [join(folder, 'words.txt'), join(folder, `page.${format}`)];
    writeFileSync(words, lines.join('\n'));
    const paperColour = `color=c=0xf4f4f0:s=${SCAN.width}x${SCAN.height}`;
    const text = `drawtext=textfile=${words}:font=DejaVu Serif:fontsize=27:x=110:y=140:line_spacing=14`;
    const input = [
      '-f',
      'lavfi',
      '-i',
      paperColour,
      '-vf',
      `${text},format=gray`,
      '-frames:v',
      '1',
    ];
    const said = spawnSync('ffmpeg', ['-v', 'error', ...input, picture], { encoding: 'utf8' });
    if (said.status !== 0) throw new Error(said.stderr);
    return readFileSync(picture);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages that are only pictures; words in `over` are real text printed over the picture. */
export function scannedPdf(pages: readonly { lines: string[]; over?: Piece[] }[]): Buffer {
  return paper(
    pages.map(({ lines, over = [] }) => ({
      pieces: over,
      picture: { jpeg: pictureOf(lines), ...SCAN },
    })),
  );
}
