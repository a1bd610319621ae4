import { expect, test } from 'vitest';
import { ACTIONS, isPublic } from '../../src/domain/rights.ts';
import { fakeApp } from './fake.ts';

type Operation = { 'x-action'?: string; security?: object[] };

async function described() {
  const { app } = await fakeApp();
  await app.ready();
  const { paths } = app.swagger() as { paths: Record<string, Record<string, Operation>> };
  await app.close();
  return Object.entries(paths).flatMap(([url, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      name: `${verb.toUpperCase()} ${url}`,
      verb,
      action: operation['x-action'] as (typeof ACTIONS)[number],
      security: operation.security,
    })),
  );
}

test('every route names an action of the rights table', async () => {
  const routes = await described();
  expect(routes.length).toBeGreaterThan(35);
  for (const { name, action } of routes) expect(ACTIONS, name).toContain(action);
});

test('every action a person can ask for has a route', async () => {
  const named = new Set<string>((await described()).map(({ action }) => action));
  // the page and its documentation are files, not described operations
  expect(ACTIONS.filter((action) => !named.has(action))).toEqual(['page.view']);
});

test('the description says of each route what it wants: nothing, a session, or also the token', async () => {
  for (const { name, verb, action, security } of await described()) {
    const wanted = isPublic(action) ? 0 : verb === 'get' ? 1 : 2;
    expect(Object.keys(security?.[0] ?? {}), name).toHaveLength(wanted);
  }
});

test.each([
  ['no action', {}],
  ['an unknown action', { config: { action: 'bulletin.explode' as 'bulletin.edit' } }],
])('a route with %s keeps the service from starting', async (_what, options) => {
  const { app } = await fakeApp();
  app.get('/api/forgotten', options, () => 'hello');
  await expect(app.ready()).rejects.toThrow('GET /api/forgotten');
  await app.close();
});
