// A process of its own that makes one clip from a file of sentences, and says on its last line what that took.
// It must never know what it is compared with.
import { readFileSync } from 'node:fs';
import { produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';

const [sentencesPath = '', clipsDir = ''] = process.argv.slice(2);
const sentences = JSON.parse(readFileSync(sentencesPath, 'utf8')) as string[];
const voice = createEspeakVoice();
const startMs = performance.now();
const clip = await produceClip({
  sentences,
  title: 'Bench',
  voice,
  clipsDir,
  maxSeconds: null,
  onProgress: () => {},
  signal: new AbortController().signal,
});
const wallSeconds = (performance.now() - startMs) / 1_000;
await voice.close();
const { durationMs, lufs, truePeakDb, path } = clip;
const peakMb = process.resourceUsage().maxRSS / 1_024;
console.log(
  JSON.stringify({
    event: 'done',
    wallSeconds,
    seconds: durationMs / 1_000,
    peakMb,
    lufs,
    truePeakDb,
    path,
    parts: clip.parts.length,
  }),
);
