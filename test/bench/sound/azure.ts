// The Azure path: the driver against a service on this machine that is 50 ms away, and one that fails every tenth time.
// It must never know the protocol.
import { createAzureVoice } from '../../../audio/voices/azure/azure.ts';
import { percentFor } from '../../../audio/voices/azure/pace.ts';
import { HOAI_MY } from '../../../audio/voices/azure/settings.ts';
import { ssmlOf, USUAL_RESTS } from '../../../audio/voices/azure/ssml.ts';
import { KEY } from '../../voices/azure/server.ts';
import { samplesOf } from '../../voices/azure/usp.ts';
import { startScript } from '../process.ts';
import { type Result, rounded } from '../result.ts';

const LATENCY_MS = 50;
const FAILING = 0.1;
const SEED = 20_261_122;
const SENTENCES = 240;
const PACE = 200;
/** our usual lanes, and the most that the settings allow */
const LANES = [3, 10, 20] as const;
/** Beyond the waiting itself stand the bytes: 300 KB of sound a sentence, twice over loopback. */
const MAX_RATIO = 1.5;

type Run = { wallSeconds: number; whole: number; refused: string[]; counts: Counts };
type Counts = { letters: number; connections: number; busiest: number; failed: number };

export async function azure(): Promise<Result[]> {
  const results: Result[] = [];
  for (const lanes of LANES) results.push(throughput(lanes, await measured({ lanes, failing: 0 })));
  const failing = await measured({ lanes: LANES[0], failing: FAILING });
  return [...results, lost(failing)];
}

async function measured(wanted: { lanes: number; failing: number }): Promise<Run> {
  const path = new URL('./azure-service.ts', import.meta.url);
  const service = startScript(path, [`${LATENCY_MS}`, `${wanted.failing}`, `${SEED}`]);
  const { endpoint } = await service.event('ready');
  const voice = createAzureVoice({ key: KEY, endpoint: String(endpoint), lanes: wanted.lanes });
  const refused: string[] = [];
  let whole = 0;
  const sentences = Array.from({ length: SENTENCES }, (_, at) => sentence(at));
  // The SDK is loaded and the connections are made before the clock runs: a service does both once a day.
  const warm = Array.from({ length: wanted.lanes }, () =>
    voice.speak('Có.', { syllablesPerMinute: PACE }),
  );
  await Promise.allSettled(warm);
  const startMs = performance.now();
  let next = 0;
  async function lane(): Promise<void> {
    for (let words = sentences[next++]; words !== undefined; words = sentences[next++]) {
      const said = await voice
        .speak(words, { syllablesPerMinute: PACE })
        .catch((thrown: Error) => thrown);
      if (said instanceof Error) refused.push(said.message);
      else if (said.samples.length === lengthOf(words)) whole += 1;
    }
  }
  await Promise.all(Array.from({ length: wanted.lanes }, lane));
  const wallSeconds = (performance.now() - startMs) / 1_000;
  service.child.stdin?.write('\n');
  const counts = (await service.event('counts')) as unknown as Counts;
  await voice.close();
  await service.stop();
  return { wallSeconds, whole, refused, counts };
}

/** From 5 to 43 syllables; 24, a provincial plan's mean, in the middle. */
function sentence(at: number): string {
  const syllables = 5 + ((at * 17) % 39);
  return `${Array.from({ length: syllables }, (_, nth) => ['bà', 'con', 'xã', 'ta'][nth % 4]).join(' ')}.`;
}

function lengthOf(words: string): number {
  const percent = percentFor(PACE);
  const letter = {
    words,
    voiceName: HOAI_MY.name,
    percent,
    rests: USUAL_RESTS,
    pronunciations: [],
  };
  return samplesOf(ssmlOf(letter));
}

function throughput(lanes: number, { wallSeconds, whole, counts }: Run): Result {
  const idealSeconds = (SENTENCES * LATENCY_MS) / 1_000 / lanes;
  const ratio = wallSeconds / idealSeconds;
  return {
    name: `sound: Azure driver, ${lanes} sentences at a time, 50 ms away`,
    value: rounded(SENTENCES / wallSeconds, 1),
    unit: 'sentences/s',
    aim: lanes === LANES[0] ? `≤ ${MAX_RATIO} × the ideal time` : 'see the first line',
    met: lanes === LANES[0] ? ratio <= MAX_RATIO && whole === SENTENCES : null,
    peer: `ideal ${rounded(lanes / (LATENCY_MS / 1_000), 1)} (requests × latency ÷ lanes)`,
    note: `${rounded(ratio)} × the ideal time; ${SENTENCES} sentences over ${counts.connections} connections, at most ${counts.busiest} under way; the service is a process of its own on the same cores`,
  };
}

function lost({ wallSeconds, whole, refused, counts }: Run): Result {
  return {
    name: 'sound: Azure driver, sentences lost when every tenth answer fails',
    value: SENTENCES - whole,
    unit: 'sentences',
    aim: '0',
    met: whole === SENTENCES,
    peer: `${counts.failed} injected failures of ${counts.letters} letters and ${counts.connections} connections`,
    note: `cut, closed, throttled, refused, too short with and without saying so, seed ${SEED}; ${rounded(wallSeconds, 1)} s with the usual patience${refused.length > 0 ? `; ${refused[0]}` : ''}`,
  };
}
