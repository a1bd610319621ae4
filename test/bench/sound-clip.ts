// A process of its own that makes one clip from a file of sentences, and says on its last line what that took.
// It must never know what it is compared with.
import { readFileSync } from 'node:fs';
import type { ProfileId } from '../../audio/mastering/profiles.ts';
import { produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { createSystemEspeakVoice, findSystemEspeak } from '../../audio/voices/espeak-system.ts';

const [sentencesPath = '', clipsDir = '', engine = 'embedded', named = 'horn'] =
  process.argv.slice(2);
const profile = named as ProfileId;
const sentences = JSON.parse(readFileSync(sentencesPath, 'utf8')) as string[];
const system = engine === 'system' ? await findSystemEspeak() : null;
const voice = system === null ? createEspeakVoice() : createSystemEspeakVoice(system);
let childrenPeakMb = 0;
const watching = setInterval(() => {
  childrenPeakMb = Math.max(childrenPeakMb, childrenMb());
}, 200);
const startMs = performance.now();
const clip = await produceClip({
  sentences,
  title: 'Bench',
  voice,
  profile,
  clipsDir,
  maxSeconds: null,
  onProgress: () => {},
  signal: new AbortController().signal,
});
const wallSeconds = (performance.now() - startMs) / 1_000;
clearInterval(watching);
await voice.close();
const { durationMs, lufs, truePeakDb, path } = clip;
const peakMb = process.resourceUsage().maxRSS / 1_024;
console.log(
  JSON.stringify({
    event: 'done',
    wallSeconds,
    seconds: durationMs / 1_000,
    peakMb,
    childrenPeakMb,
    ...{ lufs, truePeakDb, path, parts: clip.parts.length },
    engine: voice.engine,
  }),
);

/** All that this process started, added up at this moment: pages they share are counted for each. */
function childrenMb(): number {
  try {
    const path = `/proc/self/task/${process.pid}/children`;
    const pids = readFileSync(path, 'utf8').trim().split(' ').filter(Boolean);
    return pids.reduce((sum, pid) => sum + residentMb(pid), 0);
  } catch {
    return 0; // not Linux
  }
}

function residentMb(pid: string): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4_096) / 2 ** 20;
  } catch {
    return 0; // over meanwhile
  }
}
