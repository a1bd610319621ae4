// The bare pipe: the same engine into one ffmpeg with the same filters and coder, nothing measured, nothing checked.
// It must never know clips.
import { createWriteStream, readFileSync } from 'node:fs';
import { trimmed } from '../../audio/join.ts';
import { drain, feed, startFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import * as horn from '../../audio/mastering/horn.ts';
import { limiting } from '../../audio/mastering/profiles.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';

const [sentencesPath = '', outPath = ''] = process.argv.slice(2);
const sentences = JSON.parse(readFileSync(sentencesPath, 'utf8')) as string[];
const voice = createEspeakVoice({ lanes: 1 });
const startMs = performance.now();
const limited = limiting({ gainDb: 10, ceilingDb: horn.CEILING_DB });
const levelled = `${horn.COMPRESSOR},${limited}`;
const pipe = startFfmpeg([
  ...['-f', 's16le', '-ar', `${voice.sampleRateHz}`, '-ac', '1', '-i', 'pipe:0'],
  ...['-af', `${horn.SHAPE},aresample=${horn.MASTER_RATE_HZ},${levelled}`],
  ...[...horn.opus(horn.BITRATE_BPS), '-f', 'ogg', 'pipe:1'],
]);
const file = createWriteStream(outPath);
const drained = drain(pipe, async (bytes) => {
  file.write(bytes);
});
const rest = new Uint8Array(2 * 0.4 * voice.sampleRateHz);
let samples = 0;
for (const words of sentences) {
  const { samples: said } = await voice.speak(words, { syllablesPerMinute: 200 });
  const spoken = trimmed(said, voice.sampleRateHz);
  samples += spoken.length + rest.length / 2;
  await feed(pipe.input, new Uint8Array(spoken.buffer, spoken.byteOffset, spoken.byteLength));
  await feed(pipe.input, rest);
}
pipe.input.end();
await drained;
const wallSeconds = (performance.now() - startMs) / 1_000;
await voice.close();
console.log(JSON.stringify({ event: 'done', wallSeconds, seconds: samples / voice.sampleRateHz }));
