// The command `npm run read`: a file or fragments on stdin, the script on stdout.
// It must never know a rule of reading; it only opens files and prints.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { theLexicon } from './lexicon.ts';
import {
  decodeText,
  estimateSeconds,
  ReadingError,
  readLegalText,
  readLines,
} from './reading/index.ts';

const HELP = `npm run read -- FILE            script, facts and doubts
npm run read -- --script FILE   only what is spoken, a sentence a line
npm run read -- --outline FILE  counts and facts as JSON
npm run read -- --lines         fragments on stdin, one spoken line each`;

async function lines(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const fragment = line.replace(/\\([nt\\])/gu, (_, letter: string) =>
      letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\',
    );
    process.stdout.write(`${readLines(fragment, theLexicon()) || '<skip>'}\n`);
  }
}

function file(path: string, mode: 'all' | 'script' | 'outline'): void {
  const { text, encoding } = decodeText(readFileSync(path), basename(path));
  const script = readLegalText(text, { lexicon: theLexicon() });
  if (mode === 'outline') {
    const documents = script.documents.map(({ counts, sentenceFrom, sentenceTo, ...facts }) => {
      const said = script.sentences.slice(sentenceFrom, sentenceTo);
      const syllables = said.reduce((sum, sentence) => sum + sentence.syllables, 0);
      const doubts = script.doubts.filter(
        (doubt) => doubt.from >= facts.sourceFrom && doubt.from < facts.sourceTo,
      ).length;
      return {
        ...facts,
        ...counts,
        syllables,
        minutes: round(estimateSeconds(syllables) / 60),
        doubts,
      };
    });
    process.stdout.write(`${JSON.stringify({ documents }, null, 2)}\n`);
    return;
  }
  for (const sentence of script.sentences) process.stdout.write(`${sentence.words}\n`);
  if (mode === 'script') return;
  const minutes = round(estimateSeconds(script.syllables) / 60);
  process.stdout.write(`\n${encoding}, ${script.syllables} âm tiết, khoảng ${minutes} phút\n`);
  process.stdout.write(
    `Còn ${script.doubts.length} chỗ ngờ, đã sửa ${script.repairs.length} chỗ nhận dạng sai\n`,
  );
  for (const doubt of script.doubts) {
    process.stdout.write(
      `  ${doubt.from} ${doubt.reason}: ${doubt.source} → ${doubt.suggestion}\n`,
    );
  }
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

const args = process.argv.slice(2);
const path = args.find((arg) => !arg.startsWith('--'));
try {
  if (args.includes('--lines')) await lines();
  else if (path === undefined) process.stdout.write(`${HELP}\n`);
  else
    file(
      path,
      args.includes('--script') ? 'script' : args.includes('--outline') ? 'outline' : 'all',
    );
} catch (error) {
  const said = error instanceof ReadingError ? `${error.say.vi}\n${error.say.en}` : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
