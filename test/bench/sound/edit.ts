// Fifteen and thirty minutes of corpus script: the first making, and the making after one sentence was edited.
// It must never know how anything is kept.
import { findSystemEspeak } from '../../../audio/voices/espeak-system.ts';
import { type Result, rounded } from '../result.ts';
import { bare, best, type ClipRun, clip, type Run, speed } from './run.ts';
import { lasting } from './scripts.ts';

const ROUNDS = 2;
const MAX_RATIO = 1.3;
const MAX_SECOND_PERCENT = 5;

export async function edited(
  minutes: number,
  { folder, sentences }: { folder: string; sentences: readonly string[] },
): Promise<Result[]> {
  const script = lasting(minutes, sentences);
  const bares: Run[] = [];
  const firsts: ClipRun[] = [];
  const seconds: ClipRun[] = [];
  const installed =
    (await findSystemEspeak()) === null ? null : ({ firsts: [], seconds: [] } as Installed);
  for (let round = 0; round < ROUNDS; round += 1) {
    const clips = `clips-${minutes}-${round}`;
    bares.push(await bare(script, folder));
    firsts.push(await clip({ script, folder, clips }));
    const changed = script.with(script.length >> 1, `Câu này vừa được sửa, lần ${round + 1}.`);
    seconds.push(await clip({ script: changed, folder, clips }));
    if (installed === null) continue;
    const how = { folder, clips: `${clips}-installed`, engine: 'system' } as const;
    installed.firsts.push(await clip({ script, ...how }));
    installed.seconds.push(await clip({ script: changed, ...how }));
  }
  const found = results(minutes, { bare: best(bares), first: best(firsts), second: best(seconds) });
  return installed === null ? found : [...found, ...byInstalled(minutes, installed)];
}

type Installed = { firsts: ClipRun[]; seconds: ClipRun[] };

/** As a service makes it that has espeak-ng beside it. */
function byInstalled(minutes: number, { firsts, seconds }: Installed): Result[] {
  const [first, second] = [best(firsts), best(seconds)];
  const percent = (100 * second.wallSeconds) / first.wallSeconds;
  const name = `sound: ${minutes} min of corpus script by the installed espeak-ng`;
  return [
    {
      ...{ name: `${name}, first making`, value: rounded(first.wallSeconds, 1), unit: 's' },
      ...{ aim: 'see the lines above', met: null, peer: `${rounded(speed(first), 1)} × real time` },
      note: `${rounded(first.peakMb, 0)} MB peak resident, its children ${rounded(first.childrenPeakMb, 0)} MB`,
    },
    {
      ...{ name: `${name}, one sentence edited`, value: rounded(percent, 1) },
      ...{ unit: '% of the first', aim: `≤ ${MAX_SECOND_PERCENT}` },
      ...{ met: percent <= MAX_SECOND_PERCENT, peer: `${rounded(second.wallSeconds)} s` },
    },
  ];
}

function results(minutes: number, of: { bare: Run; first: ClipRun; second: ClipRun }): Result[] {
  const { first, second } = of;
  const ratio = speed(of.bare) / speed(first);
  const percent = (100 * second.wallSeconds) / first.wallSeconds;
  const name = `sound: ${minutes} min of corpus script`;
  return [
    {
      ...{ name: `${name}, first making`, value: rounded(first.wallSeconds, 1), unit: 's' },
      ...{
        aim: 'see the next line',
        met: null,
        peer: `bare pipe ${rounded(of.bare.wallSeconds, 1)} s`,
      },
      note: `${rounded(first.seconds / 60, 1)} min of sound in ${first.parts} parts, ${rounded(speed(first), 1)} × real time, quickest of ${ROUNDS}`,
    },
    {
      ...{ name: `${name}, time against the bare pipe`, value: rounded(ratio), unit: '×' },
      ...{ aim: `≤ ${MAX_RATIO}`, met: ratio <= MAX_RATIO },
      peer: 'one eSpeak thread into one ffmpeg, same filters and coder, same run',
      note: 'the bare pipe measures no loudness, checks no peak, keeps nothing for an edit and marks nothing',
    },
    {
      ...{
        name: `${name}, one sentence edited`,
        value: rounded(percent, 1),
        unit: '% of the first',
      },
      ...{ aim: `≤ ${MAX_SECOND_PERCENT}`, met: percent <= MAX_SECOND_PERCENT },
      peer: `${rounded(second.wallSeconds)} s in a process of its own, the voice’s start included`,
    },
    {
      ...{ name: `${name}, memory`, value: rounded(first.peakMb, 0), unit: 'MB', aim: '< 300' },
      ...{ met: first.peakMb < 300, peer: 'peak resident, two voices included' },
      note: `the ffmpeg processes are counted apart: ${rounded(first.childrenPeakMb, 0)} MB together at their most`,
    },
  ];
}

/** Three hours, only where asked for: minutes of two cores. By the voice that is always there, and by the installed one. */
export async function longScript(of: {
  folder: string;
  sentences: readonly string[];
}): Promise<Result[]> {
  const script = lasting(180, of.sentences);
  const results = [await longBy(undefined, { folder: of.folder, script })];
  if ((await findSystemEspeak()) !== null)
    results.push(await longBy('system', { folder: of.folder, script }));
  return results;
}

async function longBy(
  engine: 'system' | undefined,
  { folder, script }: { folder: string; script: readonly string[] },
): Promise<Result> {
  const clips = `long-${engine ?? 'embedded'}`;
  const run = await clip({ script, folder, clips, ...(engine && { engine }) });
  const by = engine ? 'the installed voice' : 'the embedded voice';
  return {
    ...{ name: `sound: a script of three hours by ${by}, memory`, unit: 'MB', aim: '< 300' },
    ...{ value: rounded(run.peakMb, 0), met: run.peakMb < 300 },
    peer: `peak resident; its children ${rounded(run.childrenPeakMb, 0)} MB together at their most`,
    note: `${rounded(run.seconds / 60, 0)} min of sound in ${rounded(run.wallSeconds, 0)} s, ${run.lufs} LUFS, ${run.truePeakDb} dBTP`,
  };
}
