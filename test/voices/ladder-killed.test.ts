// Real engines killed in the middle of a programme: no sentence is lost, and the clip says who said what.
// It must never know documents, bulletins or the wire.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { createLane, startEspeak } from '../../audio/voices/espeak-lane.ts';
import { createSystemEspeakVoice, findSystemEspeak } from '../../audio/voices/espeak-system.ts';
import { ladderOf } from '../../audio/voices/ladder.ts';
import type { Utterance, Voice } from '../../audio/voices/port.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
const embedded = createEspeakVoice({ lanes: 1 });
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await embedded.close();
});

const PROGRAMME = [
  ...['Một con bò.', 'Hai con bò.', 'Ba con bò.', 'Bốn con bò.'],
  ...['Năm con bò.', 'Sáu con bò.', 'Bảy con bò.', 'Tám con bò.'],
];
const HOW = { syllablesPerMinute: 190 };
/** Three engines start, on a machine that does other things beside. */
const SLOWLY = { timeout: 60_000 };

async function speakAll(voice: Voice): Promise<Utterance[]> {
  const said: Utterance[] = [];
  for (const words of PROGRAMME) said.push(await voice.speak(words, HOW));
  return said;
}

const speakers = (said: readonly Utterance[]) => said.map(({ by }) => by.engineVersion);
const whole = (said: readonly Utterance[]) => said.every(({ samples }) => samples.length > 10_000);

test(
  'its thread killed in one sentence: that sentence is the next one’s, the others stay its own',
  SLOWLY,
  async () => {
    const threads: Worker[] = [];
    const lane = createLane(() => {
      const thread = startEspeak('vi');
      threads.push(thread);
      return thread;
    });
    const first: Voice = {
      ...embedded,
      engineVersion: 'killed',
      lanes: 1,
      async speak(words) {
        const speaking = lane.speak({ words, rate: 135 });
        if (words === PROGRAMME[3]) void threads[0]?.terminate();
        return {
          samples: await speaking,
          by: { engine: 'espeak-ng', engineVersion: 'killed', voice: 'vi' },
        };
      },
      close: () => lane.stop(),
    };
    const said = await speakAll(ladderOf([first, embedded]));
    const next = embedded.engineVersion;
    expect(speakers(said)).toEqual([...Array(3).fill('killed'), next, ...Array(4).fill('killed')]);
    expect([whole(said), threads.length]).toEqual([true, 2]);
    expect(said[3]?.falls).toMatchObject([
      { reason: 'voice-failed', words: PROGRAMME[3], tried: true },
    ]);
    await lane.stop();
  },
);

const system = await findSystemEspeak();

test.skipIf(system === null)(
  'its program killed from the third sentence on: the clip is whole, and says who spoke for whom',
  SLOWLY,
  async () => {
    // the real program, until the words come that kill it half-way through its sound
    const program = join(folder, 'espeak-ng');
    const real = `'${system?.program}' "$@"`;
    writeFileSync(
      program,
      `#!/bin/sh\nwords=$(cat)\ncase "$words" in Một*|Hai*) printf %s "$words" | exec ${real} ;; *) printf %s "$words" | ${real} | head -c 9000; kill -9 $$ ;; esac\n`,
    );
    chmodSync(program, 0o755);
    const known = { ...(system as NonNullable<typeof system>), program, version: 'killed' };
    const first = createSystemEspeakVoice(known);
    const ladder = ladderOf([first, embedded]);
    const clip = await produceClip({
      ...{ sentences: PROGRAMME, title: 'Đàn bò', voice: ladder, maxSeconds: null },
      ...{ clipsDir: join(folder, 'clips'), onProgress: () => {} },
      signal: new AbortController().signal,
    });
    expect(clip.sentences.map(({ words }) => words)).toEqual(PROGRAMME);
    expect(clip.sentences.every(({ startMs, endMs }) => endMs - startMs > 500)).toBe(true);
    expect(clip.spokenBy.map((by) => [by.engineVersion, by.sentences])).toEqual([
      [embedded.engineVersion, 6],
      ['killed', 2],
    ]);
    expect(clip.falls.map(({ sentence, reason }) => [sentence, reason])).toEqual(
      [2, 3, 4, 5, 6, 7].map((sentence) => [sentence, 'voice-failed']),
    );
    expect(clip.synthetic.engine).toBe(`espeak-ng ${embedded.engineVersion}, espeak-ng killed`);
    expect(ladder.resting()).toMatchObject([
      { reason: 'voice-failed', by: { engineVersion: 'killed' } },
    ]);
  },
);
