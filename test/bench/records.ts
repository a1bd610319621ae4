// How long a month of a province takes to be read: 100,000 airings of three speakers each, by pages, figures, CSV.
// It must never be part of the suite: it writes a hundred megabytes.
// Run: npx tsx test/bench/records.ts [airings]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../src/db/store.ts';
import { areaTree } from '../../src/domain/areas.ts';
import { BOM, csvRow } from '../../src/domain/records/record-csv.ts';
import { logLine } from '../../src/domain/records/record-log.ts';
import { document } from '../db/document-samples.ts';
import { AREAS, airing, bulletin, clip, schedule } from '../domain/samples.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const COMMUNES = 75;
const FROM = Date.parse('2026-12-01T05:00:00+07:00');
const TO = Date.parse('2027-01-01T00:00:00+07:00');
const folder = mkdtempSync(join(tmpdir(), 'vangxa-records-bench-'));
const path = join(folder, 'vang-xa.db');
const store = openStore({ path });
const timed = <T>(name: string, work: () => T): T => {
  const began = performance.now();
  const result = work();
  console.log(`${name}: ${(performance.now() - began).toFixed(0)} ms`);
  return result;
};

const [province] = AREAS;
if (!province) throw new Error('no province');
store.transaction(() => {
  store.areas.insert(province);
  for (let n = 0; n < COMMUNES; n += 1) {
    const id = `xa-${n}`;
    const at = { ...province, id, code: id, name: `Xã ${n}`, tenantId: id, parentId: province.id };
    store.areas.insert({ ...at, kind: 'commune' });
    for (let v = 0; v < 3; v += 1) {
      const village = `${id}-ban-${v}`;
      store.areas.insert({
        ...at,
        id: village,
        code: village,
        kind: 'village',
        parentId: id,
        population: 400,
      });
      const site = `${id}-loa-${v}`;
      store.sites.insert({
        id: site,
        areaId: village,
        tenantId: id,
        name: site,
        zone: 'ordinary',
        startOffsetMs: 0,
      });
      const unit = { id: `tb-${site}`, siteId: site, secretHash: 'x', publicKey: null };
      store.units.insert({ ...unit, installedAtMs: 0, removedAtMs: null });
    }
  }
  const tenantId = 'xa-0';
  store.documents.insert(document({ id: 'vb-1', tenantId }));
  store.bulletins.insert(bulletin({ tenantId, documentId: 'vb-1' }));
  store.clips.put(clip());
  store.schedules.insert(schedule({ tenantId }));
});
timed(`${COUNT} airings with three verdicts each, written`, () => {
  const direct = new Database(path);
  const one = airing();
  const put = direct.prepare(
    `insert into airings (id, occurrence_id, schedule_id, bulletin_id, clip_id, tenant_id, area_ids, priority,
      drill, play_at_ms, duration_ms, send_at_ms, close_at_ms, state, title)
      values (?, ?, ?, ?, ?, ?, '[]', 'normal', 0, ?, 60000, 0, 0, 'closed', 'Tiêm chủng')`,
  );
  const part = direct.prepare('insert into airing_speakers values (?, ?, ?, ?)');
  const end = direct.prepare(
    "insert into verdicts values (?, ?, ?, ?, null, 2, 60000, 8, 0, '[]', 0, 0)",
  );
  direct.transaction(() => {
    for (let n = 0; n < COUNT; n += 1) {
      const id = `a${n}`;
      const commune = n % COMMUNES;
      const playAtMs = FROM + n * 20_000;
      put.run(id, id, one.scheduleId, one.bulletinId, one.clipId, `xa-${commune}`, playAtMs);
      for (let v = 0; v < 3; v += 1) {
        const site = `xa-${commune}-loa-${v}`;
        part.run(id, site, `tb-${site}`, playAtMs);
        end.run(id, site, ...((n + v) % 10 === 0 ? ['failed', 'offline'] : ['played', 'whole']));
      }
    }
  })();
  direct.close();
});

const tree = areaTree(store.areas.all());
const all = Array.from({ length: COMMUNES }, (_, n) => `xa-${n}`);
const span = { fromMs: FROM - 5 * 3_600_000, toMs: TO, documentId: null, schemeId: null };
const whole = { scope: { tenantIds: [province.id, ...all], aboveIds: [] }, ...span };
const commune = { scope: { tenantIds: ['xa-7'], aboveIds: [province.id] }, ...span };
timed('first page of 100 of the province', () =>
  store.records.log({ ...whole, after: null, limit: 101 }),
);
timed('first page of 100 of a commune', () =>
  store.records.log({ ...commune, after: null, limit: 101 }),
);
timed('figures of the province', () => store.records.legalSums(whole));
timed('figures of a commune', () => store.records.legalSums(commune));
timed('who heard a document', () => store.records.heardBy({ documentId: 'vb-1', tenantIds: all }));
timed(`all ${COUNT} lines of the province as CSV, 200 at a time`, () => {
  let after: { playAtMs: number; airingId: string } | null = null;
  let bytes = BOM.length;
  let longest = 0;
  let number = 0;
  for (;;) {
    const began = performance.now();
    const page = store.records.log({ ...whole, after, limit: 200 });
    for (const found of page) {
      number += 1;
      const line = logLine(found, { number, nameOf: (id) => tree.get(id)?.name ?? '' });
      bytes += csvRow(Object.values(line)).length;
    }
    longest = Math.max(longest, performance.now() - began);
    const last = page.at(-1);
    if (!last || page.length < 200) break;
    after = { playAtMs: last.playAtMs, airingId: last.airingId };
  }
  const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(
    `  ${number} lines, ${(bytes / 1e6).toFixed(1)} MB, longest page ${longest.toFixed(0)} ms, ${megabytes} MB RSS`,
  );
});
store.close();
rmSync(folder, { recursive: true, force: true });
