// The service killed with −9 in the middle of a long script: started again it goes on, and what was said is not said again.
// It must never know how a sound is made: it looks at the answers and at the files.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settle } from '../../src/demo/settling.ts';
import type { Makings } from '../../src/services/bulletins/makings-door.ts';
import { type BulletinView, newBulletin, smallCommune, until } from '../whole/house.ts';
import { dataFolder, startService } from './service.ts';

const LISTENING = /\{"event":"listening","http":"([^"]+)"/u;
const TOKEN = /\/setup\?token=([\w-]+)/u;

/** Each sentence is another, so that none is found where its likeness was kept. */
const SCRIPT = Array.from(
  { length: 60 },
  (_, at) =>
    `Điều ${at + 1}. Ủy ban nhân dân xã phân công trưởng bản số ${at + 7} trực phòng cháy rừng từ ${(at % 20) + 1} giờ.`,
).join('\n');

/** What was said, by name: a file said again is another file. */
function kept(folder: string): Map<string, number> {
  const room = join(folder, 'clips/kept/sentences');
  const names = readdirSync(room).filter((name) => name.endsWith('.kept'));
  return new Map(names.map((name) => [name, statSync(join(room, name)).ino]));
}

test('killed in mid-script, the service goes on with the sentences it had', async () => {
  const folder = dataFolder();
  const enrolments = mkdtempSync(join(tmpdir(), 'vangxa-enrolments-'));
  onTestFinished(() => rmSync(enrolments, { recursive: true, force: true }));
  const first = startService(folder);
  const base = (await first.line(LISTENING))[1] ?? '';
  const setupToken = (await first.line(TOKEN))[1] ?? '';
  const commune = smallCommune('xa-dai', 1);
  const settled = await settle({ base, setupToken, commune, enrolments });
  const { author } = settled;
  const id = await newBulletin(author, settled.communeId, SCRIPT);
  await until('twenty sentences', async () => {
    const { makings } = await author.call<ReturnType<Makings['list']>>('GET', '/api/makings');
    const at = makings.find(({ bulletinId }) => bulletinId === id)?.at;
    return at?.step === 'speech' && at.done >= 20;
  });
  first.child.kill('SIGKILL');
  await first.ended();
  const before = kept(folder);
  expect(before.size).toBeGreaterThanOrEqual(20);
  expect(before.size).toBeLessThan(61);

  const port = new URL(base).port;
  await startService(folder, { VANGXA_HTTP_PORT: port }).line(LISTENING);
  const { clip } = await until('the sound', async () => {
    const view = await author.call<BulletinView>('GET', `/api/bulletins/${id}`);
    return view.bulletin.state === 'ready' && view;
  });
  expect(clip?.durationMs).toBeGreaterThan(60_000);
  const after = kept(folder);
  expect(after.size).toBeGreaterThan(before.size);
  for (const [name, file] of before) expect(after.get(name)).toBe(file);
}, 180_000);
