// Group `onsets`: how far apart a hundred loudspeakers begin, read from the samples they wrote.
// It must never know the agent: it runs the demonstration and looks at its files.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Result, rounded } from './result.ts';

const SPEAKERS = 100;
const AIM_MS = 20;
const SAMPLES_PER_MS = 24;
const WAV_HEADER_BYTES = 44;
/** Twenty seconds of sound at real time, the making and the joining of a hundred. */
const RUN_LIMIT_MS = 300_000;

type Shown = { ok: boolean; speakers: { wav: string | null; startErrorMs: number | null }[] };

export async function onsets(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-onsets-'));
  try {
    const { ok, speakers } = await demonstrate(folder);
    const starts = speakers.flatMap(({ wav }) => (wav ? [onsetMs(readFileSync(wav))] : []));
    const reference = await referenceOnsetMs(folder);
    const late = starts.map((start) => start - reference);
    const said = speakers.flatMap(({ startErrorMs }) =>
      startErrorMs === null ? [] : [startErrorMs],
    );
    return [
      row('onsets.100.p95', late, {
        note:
          ok && starts.length === SPEAKERS ? undefined : `${starts.length} of ${SPEAKERS} sounded`,
        peer: 'Snapcast starts ±100 ms, then converges (#314)',
      }),
      row('onsets.100.said.p95', said, { peer: 'the same, as the receipts say it' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function demonstrate(folder: string): Promise<Shown> {
  const script = fileURLToPath(new URL('../../dist/src/demo/main.js', import.meta.url));
  const args = ['--speakers', `${SPEAKERS}`, '--minutes', '0.35', '--speed', '1', '--json'];
  const run = promisify(execFile)(process.execPath, [script, ...args, '--out', folder], {
    timeout: RUN_LIMIT_MS,
    maxBuffer: 16 * 1024 * 1024,
  });
  // a verdict that is not "played" ends it with 1, and is a figure all the same
  const { stdout } = await run.catch((failed: { stdout?: string }) => {
    if (!failed.stdout) throw failed;
    return { stdout: failed.stdout };
  });
  return JSON.parse(stdout) as Shown;
}

/** The clip as the loudspeakers' own codec gives it would be best; ffmpeg's onset is the same sample. */
async function referenceOnsetMs(folder: string): Promise<number> {
  const pcm = await promisify(execFile)(
    'ffmpeg',
    ['-v', 'error', '-i', join(folder, 'clip.opus'), '-t', '5', '-ar', '24000', '-f', 's16le', '-'],
    { encoding: 'buffer', maxBuffer: 1024 * 1024 },
  );
  return onsetMs(Buffer.concat([Buffer.alloc(WAV_HEADER_BYTES), pcm.stdout]));
}

/** −40 dBFS: above the noise a codec leaves in silence, below any spoken sound. */
const SOUNDS = 328;

function onsetMs(wav: Buffer): number {
  const samples = new Int16Array(
    wav.buffer.slice(wav.byteOffset + WAV_HEADER_BYTES, wav.byteOffset + (wav.length & ~1)),
  );
  const first = samples.findIndex((sample) => Math.abs(sample) > SOUNDS);
  return (first < 0 ? samples.length : first) / SAMPLES_PER_MS;
}

function row(
  name: string,
  errorsMs: readonly number[],
  more: { peer: string; note?: string | undefined },
): Result {
  const sorted = errorsMs.map(Math.abs).sort((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  return {
    name,
    value: rounded(p95, 1),
    unit: 'ms from plan',
    aim: `≤ ${AIM_MS}`,
    met: p95 <= AIM_MS && more.note === undefined,
    peer: more.peer,
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}
