// What people and machines get wrong, each with a clear sentence in two languages and nothing lost.
// It must never know how anything is checked.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Settled, settle } from '../../src/demo/settling.ts';
import {
  approvedBulletin,
  inState,
  launchService,
  NOTICE,
  newBulletin,
  newPlace,
  type Place,
  type Running,
  removePlace,
  smallCommune,
  startService,
} from './house.ts';

let place: Place;
let service: Running;
let settled: Settled;
let approved: string;

beforeAll(async () => {
  place = newPlace();
  service = await startService(place, {});
  const commune = smallCommune('xa-sai', 1);
  settled = await settle({
    base: service.http,
    setupToken: service.setupToken ?? '',
    commune: {
      ...commune,
      villages: [
        ...commune.villages,
        { code: 'ban-vang', name: 'Bản Vắng', population: 9, sites: [] },
      ],
    },
    enrolments: place.enrolments,
  });
  approved = await approvedBulletin(settled);
}, 120_000);

afterAll(async () => {
  await service?.stop();
  removePlace(place);
});

/** The refusal in both languages, as a person would read it. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const fault = await call.then(
    (answer) => {
      throw new Error(`accepted: ${JSON.stringify(answer).slice(0, 200)}`);
    },
    (error: { say?: { vi: string; en: string } }) => error,
  );
  if (!fault.say) throw fault;
  return `${fault.say.vi} | ${fault.say.en}`;
}

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080200000090', 'hex'),
  deflateSync(Buffer.alloc(400)),
]);
const zip = Buffer.concat([
  Buffer.from('504b030414000000080000000000', 'hex'),
  Buffer.alloc(200, 7),
]);
const texts: [string, Buffer, RegExp][] = [
  ['an empty text', Buffer.alloc(0), /trống|rỗng/iu],
  ['a text of blanks', Buffer.from(' \n\t \n'), /trống|rỗng/iu],
  // with tesseract on this machine it is tried, without it it is named
  ['a broken PNG named .txt', png, /ảnh|nhận dạng chữ/u],
  ['a broken ZIP named .txt', zip, /hỏng|ZIP/u],
  [
    'bytes that are no text',
    Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 37) % 256)),
    /văn bản|mã/iu,
  ],
  ['more than 10 MB of text', Buffer.from('Họp bản tối nay. '.repeat(800_000)), /10|lớn|dài/iu],
  [
    'a text without Vietnamese',
    Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(9)),
    /tiếng Việt/iu,
  ],
];

test.each(texts)('%s is refused by name', async (_what, bytes, sentence) => {
  const path = `/api/documents?name=van-ban.txt&areaId=${settled.communeId}`;
  const said = await refusal(settled.author.upload(path, bytes));
  expect(said.split(' | ')[0]).toMatch(sentence);
  expect(said.split(' | ')[1]).toMatch(/[a-z]{3}/u);
});

test('a text in UTF-16 or Windows-1258 is converted, and kept', async () => {
  const sentence = 'Thông báo họp bản vào tối thứ bảy tại nhà văn hóa.';
  const path = `/api/documents?name=cu.txt&areaId=${settled.communeId}`;
  const bytes = Buffer.from(`\ufeff${sentence}`, 'utf16le');
  const { document } = await settled.author.upload<{ document: { id: string } }>(path, bytes);
  const kept = await settled.author.call('GET', `/api/documents/${document.id}`);
  expect(JSON.stringify(kept)).toContain(sentence);
});

const schedules: [string, () => object, RegExp][] = [
  [
    'in the past',
    () => ({ rule: { kind: 'once', atMs: Date.now() - 3_600_000 } }),
    /qua|quá khứ/iu,
  ],
  [
    'with a pattern that never fires',
    () => ({ rule: { kind: 'cron', pattern: '0 0 17 30 2 *' } }),
    /never comes up/iu,
  ],
  [
    'with a pattern that is none',
    () => ({ rule: { kind: 'cron', pattern: 'moi sang' } }),
    /mẫu|cron/iu,
  ],
];

test.each(schedules)('a schedule %s is refused', async (_what, wish, sentence) => {
  const body = { bulletinId: approved, areaIds: settled.villageIds.slice(0, 1), ...wish() };
  expect(await refusal(settled.planner.call('POST', '/api/schedules', body))).toMatch(sentence);
});

test('a schedule for a village without loudspeakers is refused', async () => {
  const { areas } = await settled.planner.call<{ areas: { id: string; code: string }[] }>(
    'GET',
    '/api/areas',
  );
  const empty = areas.find(({ code }) => code === 'ban-vang')?.id;
  const rule = { kind: 'once', atMs: Date.now() + 3_600_000 };
  const body = { bulletinId: approved, areaIds: [empty], rule };
  expect(await refusal(settled.planner.call('POST', '/api/schedules', body))).toMatch(/loa/iu);
});

test('a schedule outside the allowed hours is refused', async () => {
  const hours = (fromMinute: number, toMinute: number) =>
    settled.administrator.call('PUT', `/api/areas/${settled.communeId}/regulation`, {
      hours: {
        utcOffsetMin: 420,
        windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute, toMinute }],
      },
    });
  await hours(17 * 60, 18 * 60);
  const day = 86_400_000;
  const tomorrowAt3 =
    Math.ceil((Date.now() + 7 * 3_600_000) / day) * day - 7 * 3_600_000 + 3 * 3_600_000;
  const rule = { kind: 'once', atMs: tomorrowAt3 };
  const body = { bulletinId: approved, areaIds: settled.villageIds.slice(0, 1), rule };
  expect(await refusal(settled.planner.call('POST', '/api/schedules', body))).toMatch(/giờ/iu);
  await hours(0, 1_440);
});

test('an approval of something changed since it was seen is refused, and the change stands', async () => {
  const id = await newBulletin(settled.author, settled.communeId);
  const seen = await inState(settled.author, id, 'ready');
  await settled.author.call('PUT', `/api/bulletins/${id}`, {
    text: `${NOTICE} Mang theo đèn pin.`,
  });
  await inState(settled.author, id, 'ready');
  await settled.author.call('POST', `/api/bulletins/${id}/submit`);
  const approve = (contentHash: string | undefined) =>
    settled.approver.call('POST', `/api/bulletins/${id}/approve`, { contentHash });
  expect(await refusal(approve(seen.clip?.contentHash))).toMatch(/thay đổi|đã sửa|khác/iu);
  const now = await inState(settled.author, id, 'pending');
  await approve(now.clip?.contentHash);
  await inState(settled.author, id, 'approved');
});

test('the author may not approve what he wrote, whatever roles he holds', async () => {
  const id = await newBulletin(settled.author, settled.communeId);
  const { clip } = await inState(settled.author, id, 'ready');
  await settled.author.call('POST', `/api/bulletins/${id}/submit`);
  const body = { contentHash: clip?.contentHash };
  await refusal(settled.author.call('POST', `/api/bulletins/${id}/approve`, body));
  await inState(settled.author, id, 'pending');
});

test('a second service on the same data folder refuses to start, and the first goes on', async () => {
  const second = launchService(place, {});
  expect(await second.exit).not.toBe(0);
  expect(second.output.join('\n')).toMatch(/đang (chạy|dùng|được)|already/iu);
  const { ok } = await settled.author.call<{ ok: boolean }>('GET', '/api/health');
  expect(ok).toBe(true);
});

const isRoot = process.getuid?.() === 0;
test.skipIf(!isRoot)(
  'a full disk while a clip is written fails that clip alone, in words',
  async () => {
    const small = newPlace();
    mkdirSync(small.data, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0700', 'tmpfs', small.data]);
    } catch {
      console.warn('skipped: no tmpfs may be mounted here');
      removePlace(small);
      return;
    }
    let tight: Running | null = null;
    try {
      tight = await startService(small, {});
      const people = await settle({
        base: tight.http,
        setupToken: tight.setupToken ?? '',
        commune: smallCommune('xa-chat', 1),
        enrolments: small.enrolments,
      });
      const ballast = join(small.data, 'ballast');
      writeFileSync(ballast, Buffer.alloc(8 * 1024 * 1024));
      const id = await newBulletin(people.author, people.communeId, NOTICE.repeat(150));
      const { bulletin } = await inState(people.author, id, 'failed');
      expect(bulletin.stateReason).toMatch(/đầy|dung lượng|hết chỗ/iu);
      rmSync(ballast);
      await people.author.call('PUT', `/api/bulletins/${id}`, { text: NOTICE });
      await inState(people.author, id, 'ready');
    } finally {
      await tight?.stop();
      execFileSync('umount', [small.data]);
      removePlace(small);
    }
  },
  120_000,
);
