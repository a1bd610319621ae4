// Real files beside real rows: what nothing names goes after a day; whatever a row, a plan or a memory names stays, file by file.
// It must never make sound: the files are named like clips, and nobody opens them.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeSoundKeeping } from '../../src/services/bulletins/sound-keeping.ts';
import { makeStudio } from '../../src/studio.ts';
import { openCommune, sounded } from '../services/public-steps.ts';
import { world } from '../services/world.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const ENDS = ['opus', 'json', 'peaks.json', '48.mp3'];

function disk() {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clips = join(folder, 'clips');
  mkdirSync(clips);
  const age = (id: string, ms: number, ends = ENDS) => {
    const at = new Date(Date.now() - ms);
    for (const end of ends) utimesSync(join(clips, `${id}.${end}`), at, at);
  };
  let count = 0;
  /** older than a day, unless said */
  const file = (ms = 2 * DAY_MS) => {
    count += 1;
    const id = count.toString(16).padStart(64, '0');
    for (const end of ENDS) writeFileSync(join(clips, `${id}.${end}`), end === 'json' ? '{}' : 'x');
    age(id, ms);
    return id;
  };
  const left = (id: string) => ENDS.filter((end) => existsSync(join(clips, `${id}.${end}`)));
  return { folder, clips, age, file, left };
}

async function stage() {
  const [at, own] = [world(), disk()];
  const place = await openCommune(at);
  const nobody = {} as never;
  const studio = makeStudio({ folder: own.folder, reader: nobody, voices: nobody });
  const ready: string[] = [];
  const keeping = makeSoundKeeping({ ...at.deps, studio }, () => ready);
  const sweep = async () => {
    at.clock.move(HOUR_MS);
    keeping.look();
    await keeping.stop();
  };
  /** a row of a clip of its own that nothing names */
  const row = (id: string, bulletinId: string) => {
    const sample = at.deps.store.clips.get(at.deps.store.bulletins.get(bulletinId)?.clipId ?? '');
    if (sample) at.deps.store.clips.put({ ...sample, id, contentHash: `hash-${id}`, bulletinId });
    return id;
  };
  const { store } = at.deps;
  return { at, place, store, ready, sweep, row, studio, ...own };
}

test('what nothing names goes whole, with its row, a day after it was last touched, and not before', async () => {
  const { at, place, store, sweep, row, file, left, clips, age } = await stage();
  const { bulletinId } = sounded(at, place);
  const lost = row(file(), bulletinId);
  const [rowless, young, halfYoung] = [file(), row(file(DAY_MS - HOUR_MS), bulletinId), file()];
  age(halfYoung, 0, ['json']);
  writeFileSync(join(clips, 'ghi-chu.txt'), 'x');
  await sweep();
  expect([left(lost), left(rowless), store.clips.get(lost)]).toEqual([[], [], null]);
  expect([left(young), left(halfYoung)]).toEqual([ENDS, ENDS]);
  expect(store.clips.get(young)).not.toBeNull();
  expect(readdirSync(clips)).toContain('ghi-chu.txt');
});

type Stage = Awaited<ReturnType<typeof stage>>;
type Names = (of: Stage & { id: string; bulletinId: string }) => void;

const commission =
  (state: string, judgedAgoMs: number | null): Names =>
  ({ at, store, id, bulletinId, place }) => {
    const nowMs = at.clock.planMs();
    store.commissions.insert({
      ...{ id: `dat-${id}`, tenantId: place.id, bulletinId, language: 'blt' },
      ...{ collaboratorName: 'Lò Thị Thử', contactNote: null, dueDay: '2026-12-20', feeNote: null },
      ...{ paidNote: null, tokenHash: `a${id}`, listenerName: null, listenerHash: null },
      ...{ state: state as 'sent', openedAtMs: 1, speakerName: 'Lò Thị Thử', clipId: id },
      ...{ contentHash: 'x', textHash: 'y', sentAtMs: 1, sends: 1, remark: null },
      ...{ judgedBy: null, judgedById: null, remindedAtMs: null, dueToldAtMs: null },
      judgedAtMs: judgedAgoMs === null ? null : nowMs - judgedAgoMs,
      ...{ createdBy: place.author.accountId, createdAtMs: 1 },
    });
  };
const approval =
  (voided: boolean): Names =>
  ({ store, id, bulletinId, place }) => {
    const contentHash = `hash-${id}`;
    store.approvals.insert({
      ...{ id: `duyet-${id}`, bulletinId, version: 1, contentHash, atMs: 1, neededIds: [] },
      ...{ approverId: place.approver.accountId, standingId: null, slipHash: null },
      ...{ voidedAtMs: voided ? 2 : null },
    });
  };

test.each<[string, boolean, Names]>([
  [
    'a bulletin’s sound',
    true,
    ({ store, id, bulletinId }) => {
      const one = store.bulletins.get(bulletinId);
      if (one) store.bulletins.update({ ...one, clipId: id });
    },
  ],
  [
    'what was heard, of a bulletin that sounds otherwise by now',
    true,
    ({ at, place, id, store, bulletinId }) => {
      const { airingId } = sounded(at, place, { bulletin: { clipId: null } });
      const airing = store.airings.get(airingId);
      const again = { id: 'lai', occurrenceId: 'lai', clipId: id, bulletinId };
      if (airing) store.airings.insert({ ...airing, ...again }, []);
    },
  ],
  ['what was approved', true, approval(false)],
  ['what was approved once', true, approval(true)],
  [
    'what a signed slip is of',
    true,
    ({ store, id, bulletinId, place }) =>
      store.slips.insert({
        ...{
          id: `phieu-${id}`,
          bulletinId,
          tenantId: place.id,
          version: 1,
          contentHash: `hash-${id}`,
        },
        ...{ file: { hash: 'f', bytes: 1, name: null }, scanned: false, signatures: [] },
        ...{ uploadedBy: place.author.accountId, atMs: 1 },
      }),
  ],
  [
    'a version an approver saw',
    true,
    ({ store, id, bulletinId }) =>
      store.editions.put({
        ...{ bulletinId, version: 1, clipId: id, contentHash: 'x', title: 'x', text: 'x' },
      }),
  ],
  [
    'a person’s recording',
    true,
    ({ store, id, bulletinId, place }) =>
      store.recordings.put({
        ...{ bulletinId, clipId: id, textHash: 'x', speakerName: 'Lò Thị Thử', consentNote: 'x' },
        ...{ language: 'blt', byId: place.author.accountId, madeAtMs: 1 },
      }),
  ],
  [
    'a part of a programme',
    true,
    ({ store, id, bulletinId, place }) =>
      store.programmeEditions.put(
        {
          ...{ bulletinId, tenantId: place.id, templateId: null, languages: ['vie'], itemIds: [] },
          ...{ areaIds: [place.id], version: 1, builtBy: place.author.accountId, builtAtMs: 0 },
          broken: null,
        },
        [
          {
            ...{ position: 0, kind: 'chime', bulletinId: null, version: 0, clipId: id },
            ...{ contentHash: 'x', title: 'Nhạc hiệu', language: null, startMs: 0 },
            ...{ durationMs: 1, pauseFrames: 0 },
          },
        ],
      ),
  ],
  ['what memory alone holds ready for an emergency', true, ({ ready, id }) => void ready.push(id)],
  ['a recording that waits for a second speaker', true, commission('sent', null)],
  ['a recording that was confirmed', true, commission('confirmed', 9 * DAY_MS)],
  ['a recording sent back an hour ago', true, commission('returned', HOUR_MS)],
  ['a recording sent back two days ago', false, commission('returned', 2 * DAY_MS)],
  ['a recording whose link was closed', false, commission('revoked', null)],
])('%s stays: %s', async (_, stays, names) => {
  const of = await stage();
  const { bulletinId } = sounded(of.at, of.place);
  const [id, lost] = [of.row(of.file(), bulletinId), of.file()];
  names({ ...of, id, bulletinId });
  await of.sweep();
  expect([of.left(id), of.left(lost)]).toEqual([stays ? ENDS : [], []]);
  expect(of.store.clips.get(id) !== null).toBe(stays);
  if (!stays) expect(of.store.commissions.get(`dat-${id}`)?.clipId).toBeNull();
});

test('named, or touched, while the sweep is under way it stays', async () => {
  const { at, place, store, sweep, row, file, left, age } = await stage();
  const { bulletinId } = sounded(at, place);
  const [named, touched, lost] = [row(file(), bulletinId), file(), file()];
  const before = store.clips.named;
  store.clips.named = (of) => {
    const answer = before(of);
    const one = store.bulletins.get(bulletinId);
    if (one) store.bulletins.update({ ...one, clipId: named });
    age(touched, 0, ['json']);
    return answer;
  };
  await sweep();
  expect([left(named), left(touched), left(lost)]).toEqual([ENDS, ENDS, []]);
});

test('what the whole house holds is never among it: a day of bulletins, approvals and airings is swept, and all sounds', async () => {
  const { at, place, store, sweep, row, file, left } = await stage();
  const ids = Array.from({ length: 5 }, () => {
    const { bulletinId } = sounded(at, place);
    const id = row(file(), bulletinId);
    const one = store.bulletins.get(bulletinId);
    if (one) store.bulletins.update({ ...one, clipId: id });
    return id;
  });
  await sweep();
  await sweep();
  for (const id of ids) expect(left(id)).toContain('opus');
});
