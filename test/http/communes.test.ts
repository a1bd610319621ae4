import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { type App, buildApp } from '../../src/http/app.ts';
import { approved, hashOf, scheduled, sentAiring, written } from '../services/steps.ts';
import {
  box,
  type Commune,
  commune,
  PASSWORD,
  quickPasswords,
  setUp,
  type World,
  world,
} from '../services/world.ts';

/** The real services on real rows; only the loudspeakers, the voice and the broker are stand-ins. */
async function province(): Promise<{ at: World; app: App; a: Commune; b: Commune; admin: Actor }> {
  const at = world();
  const app = await buildApp({
    services: at.house.services,
    config: { trustProxy: false, webDir: null, version: '0' },
    log: null,
  });
  onTestFinished(() => app.close());
  const admin = await setUp(at);
  const [a, b] = [commune(at, admin, 'xa-a'), commune(at, admin, 'xa-b')];
  for (const place of [a, b]) {
    const areaId = place.villages[0] ?? '';
    await box(at, {
      siteId: `loa-${place === a ? 'a' : 'b'}`,
      areaId,
      by: place.technician,
    }).hello();
  }
  return { at, app, a, b, admin };
}

/** Signs somebody in as they would be, by name and password. */
async function headersOf(at: World, app: App, actor: Actor) {
  const hash = await quickPasswords().hash(PASSWORD);
  at.deps.store.accounts.setPasswordHash(actor.accountId, hash);
  const payload = { name: actor.name, password: PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
  expect(answer.statusCode, answer.body).toBe(200);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, 'x-csrf-token': answer.json().csrfToken as string };
}

test('to a member of one commune nothing of another exists', async () => {
  const { at, app, a, b } = await province();
  const theirs = await approved(at, b);
  const rule = { kind: 'now' } as const;
  const schedule = scheduled(at, b, { bulletin: theirs, rule, areaIds: [b.villages[0] ?? ''] });
  const airing = await sentAiring(at);
  const { document } = await at.house.services.documents.create(b.author, {
    areaId: b.id,
    name: null,
    content: { text: 'Mời bà con họp.' },
  });
  const headers = await headersOf(at, app, a.author);
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const repealed = {
    ...{ kind: 'repealed', commentUntil: null, inForceFrom: null, endedOn: '2026-12-01', by: null },
  };
  const settled = { from: 0, to: 3, words: 'mời', keep: 'document' };
  const entry = { written: 'BCH', spoken: 'ban chỉ huy', note: 'n', example: 'BCH' };
  for (const answer of [
    await ask('GET', `/api/bulletins/${theirs.id}`),
    await ask('PUT', `/api/bulletins/${theirs.id}`, { title: 'Của tôi' }),
    await ask('POST', `/api/bulletins/${theirs.id}/submit`),
    await ask('GET', `/api/clips/${theirs.clipId}/sound`),
    await ask('DELETE', `/api/schedules/${schedule.id}`),
    await ask('GET', `/api/airings/${airing}`),
    await ask('GET', `/api/documents/${document.id}`),
    await ask('GET', `/api/documents/${document.id}/file`),
    await ask('GET', `/api/documents/${document.id}/script`),
    await ask('GET', `/api/documents/${document.id}/digest`),
    await ask('GET', `/api/documents/${document.id}/programmes`),
    await ask('GET', `/api/documents/${document.id}/differences?with=${document.id}`),
    await ask('PUT', `/api/documents/${document.id}/parts/1/status`, repealed),
    await ask('POST', `/api/documents/${document.id}/settlements`, settled),
    await ask('DELETE', `/api/documents/${document.id}/settlements/s`),
    await ask('GET', `/api/areas/${b.id}/reading`),
    await ask('PUT', `/api/areas/${b.id}/reading`, { profile: null }),
    await ask('GET', `/api/areas/${b.id}/lexicon`),
    await ask('GET', `/api/areas/${b.id}/lexicon/uses?written=BCH`),
    await ask('POST', `/api/areas/${b.id}/lexicon`, entry),
    await ask('DELETE', `/api/areas/${b.id}/lexicon/x`),
    await ask('GET', `/api/areas/${b.id}/regulation`),
    await ask('POST', '/api/overrides', { scheduleId: schedule.id, reason: 'Bão đến sớm hơn' }),
    await ask('POST', '/api/bulletins', { areaId: b.id, text: 'Chào.' }),
  ]) {
    expect([answer.raw.req.url, answer.statusCode]).toEqual([answer.raw.req.url, 404]);
    expect(answer.json().error.fault).toBe('missing');
  }
  const lists = ['/api/bulletins', '/api/documents', '/api/schedules', '/api/plan', '/api/airings'];
  for (const url of [...lists, '/api/speakers', '/api/sites'])
    expect((await ask('GET', url)).body, url).not.toContain(b.id);
});

test('an approval binds the sound that was heard, is never the author’s own, and reaches the plan', async () => {
  const { at, app, a } = await province();
  const bulletin = await written(at, a);
  const author = await headersOf(at, app, a.author);
  const approver = await headersOf(at, app, a.approver);
  const url = `/api/bulletins/${bulletin.id}`;
  const post = (headers: object, path: string, payload?: object) =>
    app.inject({
      method: 'POST',
      url: `${url}/${path}`,
      headers: { ...headers },
      ...(payload ? { payload } : {}),
    });
  expect((await post(author, 'submit')).json().state).toBe('pending');
  const heard = { contentHash: hashOf(at, bulletin) };
  expect((await post(author, 'approve', heard)).statusCode).toBe(403);
  const stale = await post(approver, 'approve', { contentHash: '0'.repeat(64) });
  expect([stale.statusCode, stale.json().error.code]).toEqual([409, 'changed-since-seen']);
  expect((await post(approver, 'approve', heard)).json().state).toBe('approved');
  const view = (await app.inject({ url, headers: approver })).json();
  expect(view).toMatchObject({ authorName: 'Cán bộ xa-a-soan', approvals: [heard] });
  expect(JSON.stringify(view)).not.toContain('.opus');
});

test('the last word on each speaker comes with its sentence in both languages', async () => {
  const { at, app, a } = await province();
  const bulletin = await approved(at, a);
  scheduled(at, a, { bulletin, rule: { kind: 'now' }, areaIds: [a.villages[0] ?? ''] });
  const airing = await sentAiring(at);
  const headers = await headersOf(at, app, a.operator);
  const answer = await app.inject({ url: `/api/airings/${airing}`, headers });
  expect(answer.statusCode, answer.body).toBe(200);
  const [part] = answer.json().speakers;
  expect(part).toMatchObject({ siteId: 'loa-a', village: 'ban-1', verdict: null });
  expect(part.sentence.vi).not.toBe('');
  expect(part.sentence.en).not.toBe('');
});
