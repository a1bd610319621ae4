// A request under a key is done once, whatever happens to its answer.
// It must never know HTTP.
import { expect, test } from 'vitest';
import { ANSWER_MAX_CHARS, KEPT_MAX_CHARS, KEPT_MS, makeOnce } from '../../src/services/once.ts';
import { setUp, type World, world } from './world.ts';

async function ready(): Promise<{ at: World; accountId: string }> {
  const at = world();
  const { accountId } = await setUp(at);
  return { at, accountId };
}

test('the second of two equal requests gets the answer of the first', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  expect(await once.begin(wish)).toBeNull();
  once.finish(wish, { status: 201, answer: '{"id":"1"}' });
  expect(await once.begin(wish)).toEqual({ status: 201, answer: '{"id":"1"}' });
  expect(await makeOnce(at.deps).begin(wish)).toEqual({ status: 201, answer: '{"id":"1"}' });
});

test('a second press while the first is under way waits for its end', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  await once.begin(wish);
  const second = once.begin(wish);
  once.finish(wish, { status: 200, answer: '{}' });
  expect(await second).toEqual({ status: 200, answer: '{}' });
});

test('what was refused may be tried again under the same key', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  await once.begin(wish);
  once.finish(wish, null);
  expect(await once.begin(wish)).toBeNull();
});

test('another request under a used key is refused', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  await once.begin(wish);
  once.finish(wish, { status: 200, answer: '{}' });
  await expect(once.begin({ ...wish, fingerprint: 'b' })).rejects.toMatchObject({
    code: 'key-reused',
  });
});

test('a service killed in the middle says that it does not know, instead of doing it twice', async () => {
  const { at, accountId } = await ready();
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  await makeOnce(at.deps).begin(wish);
  await expect(makeOnce(at.deps).begin(wish)).rejects.toMatchObject({ code: 'outcome-unknown' });
});

test('an answer too long to keep leaves only that it was done', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  await once.begin(wish);
  once.finish(wish, { status: 200, answer: 'x'.repeat(ANSWER_MAX_CHARS + 1) });
  expect(await once.begin(wish)).toEqual({ status: 200, answer: null });
});

test('keys are forgotten after a day', async () => {
  const { at, accountId } = await ready();
  const wish = { accountId, key: 'k-1', fingerprint: 'a' };
  const first = makeOnce(at.deps);
  await first.begin(wish);
  first.finish(wish, { status: 200, answer: '{}' });
  at.clock.move(KEPT_MS + 1);
  expect(await makeOnce(at.deps).begin(wish)).toBeNull();
});

test('a script of thousands of requests ends at a limit, and says so', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  at.deps.store.transaction(() => {
    for (let n = 0; n < 5_000; n += 1)
      at.deps.store.requestKeys.put({
        ...{ accountId, key: `k-${n}`, fingerprint: 'a', status: 200, answer: null },
        atMs: at.clock.wallMs(),
      });
  });
  const wish = { accountId, key: 'one-more', fingerprint: 'a' };
  await expect(once.begin(wish)).rejects.toMatchObject({ code: 'limit-reached' });
});

test('an account that fills the day with answers keeps 5 MB of them, then only that it was done', async () => {
  const { at, accountId } = await ready();
  const once = makeOnce(at.deps);
  const answer = 'x'.repeat(ANSWER_MAX_CHARS);
  const many = KEPT_MAX_CHARS / ANSWER_MAX_CHARS;
  const wish = (n: number) => ({ accountId, key: `k-${n}`, fingerprint: 'a' });
  for (let n = 0; n <= many; n += 1) {
    await once.begin(wish(n));
    once.finish(wish(n), { status: 200, answer });
  }
  expect(await once.begin(wish(many - 1))).toEqual({ status: 200, answer });
  expect(await once.begin(wish(many))).toEqual({ status: 200, answer: null });
  at.clock.move(KEPT_MS + 1);
  expect(await once.begin(wish(0))).toBeNull();
  expect(at.deps.store.requestKeys.kept(accountId)).toBe(0);
});
