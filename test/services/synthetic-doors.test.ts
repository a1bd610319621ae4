// Every door through which a machine's voice leaves says whose it is (Luật 134/2025/QH15 Art. 11); a new door without a row fails.
// It must never trust a door's word that it is marked: it looks at what comes out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProducedClip, produceClip } from '../../audio/produce.ts';
import { produceRecorded } from '../../audio/recorded.ts';
import { type RenditionKind, renditionOf } from '../../audio/renditions.ts';
import { buildApp } from '../../src/http/app.ts';
import { approvalSlip } from '../../src/papers/approval-slip.ts';
import type { SlipPaper } from '../../src/services/approval/papers-port.ts';
import { makeFolder } from '../audio/fixture.ts';
import { toneOrder } from '../audio/tone.ts';
import { openCommune, sounded } from './public-steps.ts';
import { approved, scheduled, sentAiring } from './steps.ts';
import { ordersOn, type World, world } from './world.ts';

const MARK = { engine: 'thu-may 9.1, thu-khac 2.0', voice: 'giong-thu, giong-hai', madeAtMs: 0 };

describe('what is read by a machine says so', () => {
  const folder = makeFolder();
  let clip: ProducedClip;
  beforeAll(async () => {
    const { order } = toneOrder(folder.path);
    clip = await produceClip({ ...order, sentences: order.sentences.slice(0, 2) });
  }, 60_000);
  afterAll(() => folder.remove());

  test.each(['opus24', 'opus16', 'mp3'] as RenditionKind[])(
    'in the file itself: %s',
    async (kind) => {
      const { path } = await renditionOf({ path: clip.path, kind });
      // ID3 puts a zero between a name and what it says, Ogg a sign of equality
      const head = readFileSync(path).toString('latin1').slice(0, 8_192).replaceAll('\0', '=');
      for (const tag of ['SYNTHETIC=1', 'ENGINE=tone 1', 'VOICE=a', 'MADE_AT=1970-01-01T00:00:00'])
        expect(head.replaceAll(/=+/gu, '=')).toContain(tag);
    },
    60_000,
  );

  test('and a recording of people says nothing of the kind', async () => {
    const bytes = readFileSync(clip.path);
    const recorded = await produceRecorded({
      ...{ bytes, title: 'Thử', clipsDir: folder.path, language: 'blt' },
      limits: { maxBytes: 1e8, maxSeconds: 600 },
      ...{ onProgress: () => undefined, signal: new AbortController().signal },
    });
    expect(recorded.synthetic).toBeNull();
    const head = readFileSync(recorded.path).toString('latin1').slice(0, 8_192);
    expect(head).not.toContain('SYNTHETIC=1');
  }, 60_000);
});

type Doors = {
  at: World;
  place: Awaited<ReturnType<typeof openCommune>>;
  get(url: string): Promise<string>;
};

/** Everything that a person, a page, a programme or a loudspeaker is told of a clip. */
const DOORS: [
  string,
  (of: Doors & { airingId: string; bulletinId: string; clipId: string }) => Promise<string>,
][] = [
  ['the week of the public page', ({ get }) => get('/xa/xa-a')],
  ['the public page of one airing', ({ get, airingId }) => get(`/xa/xa-a/tin/${airingId}`)],
  ['the seconds of the public page', ({ get, airingId }) => get(`/xa/xa-a/sound/${airingId}.json`)],
  ['a commune’s podcast', ({ at, get }) => podcastOf(at, () => get('/xa/xa-a/podcast.xml'))],
  [
    'a province’s podcast',
    ({ at, get }) => podcastOf(at, () => get(`/tinh/${provinceOf(at)}/podcast.xml`)),
  ],
  [
    'the API of a bulletin',
    async ({ at, place, bulletinId }) =>
      JSON.stringify(at.house.services.bulletins.get(place.author, { bulletinId }).clip),
  ],
  [
    'the API of its hearing',
    async ({ at, place, bulletinId }) =>
      JSON.stringify(await at.house.services.hearings.ofBulletin(place.author, { bulletinId })),
  ],
  [
    'the log on its screen',
    async ({ at, place }) =>
      JSON.stringify(await at.house.services.records.page(place.author, logOf(place.id))),
  ],
  [
    'the log as a file',
    async ({ at, place }) => {
      let text = '';
      for await (const row of at.house.services.records.csv(place.author, logOf(place.id)).text)
        text += row;
      return text;
    },
  ],
  [
    'the slip an approver signs',
    async ({ at, place, bulletinId }) => {
      await at.house.services.slips.make(place.author, { bulletinId });
      return JSON.stringify(approvalSlip(at.papers.asked.at(-1) as SlipPaper));
    },
  ],
];

const provinceOf = (at: World): string =>
  at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.code ?? '';
const logOf = (areaId: string) => ({ kind: 'log' as const, areaId, period: '2026-12' });
async function podcastOf(at: World, ask: () => Promise<string>): Promise<string> {
  await ask();
  await at.house.beat();
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  at.deps.changes.tell({ kind: 'clock', id: 'x', tenantId: null });
  return ask();
}

test.each(DOORS)('%s names every engine, every voice and the day', async (_, door) => {
  const at = world();
  const place = await openCommune(at);
  const { airingId, bulletinId } = sounded(at, place, { title: 'Thử' });
  const clipId = at.deps.store.bulletins.get(bulletinId)?.clipId ?? '';
  const clip = at.deps.store.clips.get(clipId);
  if (clip) at.deps.store.clips.put({ ...clip, synthetic: MARK });
  const app = await buildApp({
    services: at.house.services,
    config: { trustProxy: false, webDir: null, version: 'test' },
    log: null,
  });
  const get = async (url: string) => (await app.inject({ url })).body;
  const told = await door({ at, place, get, airingId, bulletinId, clipId });
  await app.close();
  for (const name of ['thu-may', 'thu-khac', 'giong-thu', 'giong-hai'])
    expect(told).toContain(name);
  expect(told).toMatch(/1970-01-01T00:00:00|1\/1\/1970|"madeAtMs":0/u);
});

test('the wire’s manifest names them, and of more than loudspeakers take, all engines without versions', async () => {
  const at = world();
  const place = await openCommune(at);
  const bulletin = await approved(at, place);
  const clip = at.deps.store.clips.get(bulletin.clipId ?? '');
  const engine = ['azure', 'sherpa-onnx', 'espeak-ng'].map((one) => `${one} ${'1'.repeat(30)}`);
  if (clip) at.deps.store.clips.put({ ...clip, synthetic: { ...MARK, engine: engine.join(', ') } });
  scheduled(at, place, { bulletin, rule: { kind: 'now' } });
  await sentAiring(at);
  const orders = at.wire.said.flatMap(({ topic }) => ordersOn(at, topic));
  const play = orders.find(({ kind }) => kind === 'play');
  expect(play?.synthetic).toEqual({ ...MARK, engine: 'azure, sherpa-onnx, espeak-ng' });
});

/** Where the sound of a clip leaves: each of these is one of the doors above, or hears people only. */
const GIVES_SOUND: Readonly<Record<string, string>> = {
  'src/services/bulletins/bulletins.ts': 'the file itself, and the API of the bulletin beside it',
  'src/services/public/public-pages.ts': 'the public page',
  'src/services/podcast/podcast-files.ts': 'the podcasts',
  'src/services/wire/sending.ts': 'the manifest',
  'src/services/wire/repairs.ts': 'chunks of what a manifest announced',
  'src/services/languages/recording-links.ts': 'the file itself: what a collaborator recorded',
  'src/services/voices/listening.ts':
    'a trial of a voice for whoever chooses it: the screen names the voice',
  'src/services/frames/recording-frames.ts': 'pieces recorded by people',
  'src/services/sound/renderings.ts':
    'another form of what the bulletin’s door, or a link’s, gives',
  'src/services/programmes/joined.ts': 'to nobody: it looks whether the file of a part is there',
};

test('whoever gives out sound stands in this table: a new door comes with its mark, or not at all', () => {
  const files = readdirSync('src/services', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/services', name));
  const giving = files.filter((path) =>
    /(?:studio|pieces)\s*\.(?:soundPath|rendition|found|chunks?|listen)\(/u.test(
      readFileSync(path, 'utf8'),
    ),
  );
  expect(giving.filter((path) => !(path in GIVES_SOUND))).toEqual([]);
});

test('the player of officers, who approve by it, carries the mark for eyes and for machines', () => {
  const player = readFileSync('src/web/parts/player.tsx', 'utf8');
  for (const part of ['data-synthetic', 'data-engine', 'data-voice', 'data-made-at'])
    expect(player).toContain(part);
});
