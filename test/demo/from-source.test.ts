import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSource } from '../../src/demo/from-source.ts';

const commune = {
  province: { code: 'son-ngan', name: 'Tỉnh Sơn Ngàn' },
  commune: { code: 'suoi-may', name: 'Xã Suối Mây', population: 6_240 },
};

async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-source-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const source = await openSource({ folder, commune });
  onTestFinished(() => source.stop());
  const base = source.env.VANGXA_SOURCE_URL ?? '';
  const letter = ({ id, kind, body }: { id: string; kind: string; body: object }) =>
    fetch(`${base}/letters`, {
      method: 'POST',
      headers: { 'idempotency-key': id, 'x-letter-kind': kind },
      body: JSON.stringify(body),
    });
  return { source, base, letter };
}

test('a bulletin lies ready, signed by the key the service is told of, for that commune', async () => {
  const { source, base } = await opened();
  void source.bring(Date.parse('2026-12-05T17:00:00+07:00')).catch(() => undefined);
  const page = (await (await fetch(`${base}/bulletins`)).json()) as {
    items: { payload: string; signature: { keyId: string } }[];
  };
  const [item] = page.items;
  const said = JSON.parse(Buffer.from(item?.payload ?? '', 'base64').toString('utf8'));
  expect(said).toMatchObject({ province: 'son-ngan', areas: ['suoi-may'], priority: 'normal' });
  const keys = readFileSync(source.env.VANGXA_SOURCE_KEYS ?? '', 'utf8');
  expect(JSON.parse(keys)).toMatchObject({
    provinceCodes: ['son-ngan'],
    keys: [{ id: item?.signature.keyId }],
  });
});

test('what became of it is what the first acknowledgement of that very bulletin says', async () => {
  const { source, letter } = await opened();
  const told = source.bring(Date.now());
  await letter({ id: 'a', kind: 'ack', body: { externalId: 'TTN-khac', state: 'refused' } });
  await letter({ id: 'b', kind: 'speaker-status', body: { externalId: 'TTN-2026-0147' } });
  await letter({ id: 'c', kind: 'ack', body: { externalId: 'TTN-2026-0147', state: 'accepted' } });
  expect(await told).toMatchObject({ externalId: 'TTN-2026-0147', state: 'accepted' });
});
