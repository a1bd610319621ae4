import { readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { HAPPENING_KINDS } from '../../src/domain/told/notification-kinds.ts';
import { HAPPENINGS } from '../domain/happenings.ts';
import { actions } from './steps.ts';
import { beat, beats, emergency, reachable, silent } from './told-steps.ts';
import { commune } from './world.ts';

const url = 'https://trung-tam.example/vang-xa?khoa=bi-mat';
const SCHEMA = JSON.parse(readFileSync('config/webhook-payload.json', 'utf8')) as object;

test('a webhook is told of its kinds alone, in the shape that is written down', async () => {
  const { at, place, admin } = await reachable();
  const { webhooks } = at.house.services;
  const kinds = [...HAPPENING_KINDS];
  const { webhook, secret } = webhooks.create(admin, { areaId: place.id, url, kinds });
  expect(secret).toBe(`secret-of-${webhook.id}`);
  const few = webhooks.create(admin, { areaId: place.id, url, kinds: ['stopped', 'stopped'] });
  expect(few.webhook.kinds).toEqual(['stopped']);
  for (const kind of kinds) at.deps.happenings.tell({ ...HAPPENINGS[kind], tenantId: place.id });
  await beats(at, 60_000);
  const payloads = at.senders.to('webhook').map(({ to }) => to as { id: string; payload: unknown });
  expect(payloads.filter(({ id }) => id === webhook.id)).toHaveLength(kinds.length);
  expect(payloads.filter(({ id }) => id === few.webhook.id)).toHaveLength(1);
  for (const { payload } of payloads) expect([...Value.Errors(SCHEMA, payload)]).toEqual([]);
  expect(webhooks.list(admin, { areaId: place.id })[0]?.last?.state).toBe('sent');
});

test('the secret and the rest of the address stay out of lists and of the log', async () => {
  const { at, place, admin } = await reachable();
  const { webhooks } = at.house.services;
  webhooks.create(admin, { areaId: place.id, url, kinds: ['stopped'] });
  expect(JSON.stringify(webhooks.list(admin, { areaId: place.id }))).not.toContain('secret-of');
  const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 });
  expect(JSON.stringify(lines)).not.toContain('bi-mat');
  expect(actions(at)).toContain('webhook.set');
});

test.each([
  ['http://trung-tam.example/', 'not-https'],
  [`https://x.example/${'a'.repeat(500)}`, 'forbidden-address'],
])('%s is no address of one', async (bad, code) => {
  const { at, place, admin } = await reachable();
  expect(() =>
    at.house.services.webhooks.create(admin, { areaId: place.id, url: bad, kinds: ['stopped'] }),
  ).toThrow(expect.objectContaining({ code }));
});

test('five are enough, and only its own administrator makes, tries or drops one', async () => {
  const { at, place, admin } = await reachable();
  const { webhooks } = at.house.services;
  const wish = { areaId: place.id, url, kinds: ['stopped'] as const };
  const { webhook } = webhooks.create(admin, wish);
  for (let n = 1; n < 5; n += 1) webhooks.create(admin, wish);
  expect(() => webhooks.create(admin, wish)).toThrow(
    expect.objectContaining({ code: 'limit-reached' }),
  );
  expect(() => webhooks.create(place.operator, wish)).toThrow(
    expect.objectContaining({ code: 'not-your-role' }),
  );
  const webhookId = webhook.id;
  const far = commune(at, admin, 'xa-d').approver;
  expect(() => webhooks.drop(far, { webhookId })).toThrow(
    expect.objectContaining({ code: 'missing' }),
  );
  for (let n = 0; n < 5; n += 1)
    expect(await webhooks.tryOut(admin, { webhookId })).toMatchObject({ ok: true });
  await expect(webhooks.tryOut(admin, { webhookId })).rejects.toMatchObject({
    code: 'too-many-trials',
  });
  webhooks.drop(admin, { webhookId });
  expect(webhooks.list(admin, { areaId: place.id })).toHaveLength(4);
});

test('one that was taken away while a message waited is told nothing', async () => {
  const { at, place, admin } = await reachable();
  const { webhooks } = at.house.services;
  const { webhook } = webhooks.create(admin, { areaId: place.id, url, kinds: ['speaker-silent'] });
  at.senders.answers('webhook', { kind: 'later', reason: 'busy', detail: null, askedMs: 0 });
  at.deps.happenings.tell(silent(place.id));
  at.deps.happenings.tell(emergency(place.id));
  await beats(at, 50_000, 2_000);
  const told = at.senders.to('webhook').length;
  expect(told).toBe(1);
  webhooks.drop(admin, { webhookId: webhook.id });
  await beat(at, 600_000);
  expect(at.senders.to('webhook')).toHaveLength(1);
});
