// `npm run --silent measure -- FILE…`: one JSON line a file, {file, lufs, truePeakDb, seconds}, or {file, error}.
// It must never know how clips are made; it measures any file alike.
import { SoundError } from './errors.ts';
import { measureFile } from './mastering/measure.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: npm run --silent measure -- FILE…\n');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    const { lufs, truePeakDb, seconds } = await measureFile(file);
    process.stdout.write(`${JSON.stringify({ file, lufs, truePeakDb, seconds })}\n`);
  } catch (failure) {
    const error = failure instanceof SoundError ? failure.message : String(failure);
    process.stdout.write(`${JSON.stringify({ file, error })}\n`);
    process.exitCode = 1;
  }
}
