// The command `npm run read`: a file or fragments on stdin, the script on stdout.
// It must never know a rule of reading or a container; it asks, opens and prints.
import { createInterface } from 'node:readline';
import { theLexicon } from './lexicon.ts';
import { askedFor, HELP } from './read/options.ts';
import { LexiconError, readLines } from './reading/index.ts';

async function lines(): Promise<void> {
  const lexicon = theLexicon();
  for await (const line of createInterface({ input: process.stdin })) {
    const fragment = line.replace(/\\([nt\\])/gu, (_, letter: string) =>
      letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\',
    );
    process.stdout.write(`${readLines(fragment, lexicon) || '<skip>'}\n`);
  }
}

function complain(say: { vi: string; en: string }): void {
  process.stderr.write(`${say.vi}\n${say.en}\n`);
  process.exitCode = 1;
}

// "| head" has seen enough: no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const asked = askedFor(process.argv.slice(2));
try {
  if ('wrong' in asked) complain(asked.wrong);
  else if ('help' in asked) process.stdout.write(`${HELP}\n`);
  else if ('lines' in asked) await lines();
  else {
    // Fragments are read a thousand times a minute; only a file needs what opens files.
    const { readFile } = await import('./read/file.ts');
    const refused = await readFile(asked);
    if (refused !== null) complain(refused);
  }
} catch (error) {
  if (error instanceof LexiconError) complain(error.say);
  else throw error;
}
