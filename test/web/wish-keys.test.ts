// One key for one wish: kept while its answer is lost, forgotten once it came or its minutes are over.
// It must never know what a request does.
import { beforeEach, expect, test, vi } from 'vitest';
import { answered, keyOf } from '../../src/web/wish-keys.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});

const MINUTE_MS = 60_000;

test('a wish without an answer keeps its key for minutes, and another wish has another', () => {
  const key = keyOf('lan /api/notices {"a":1}', 0);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf('lan /api/notices {"a":1}', 4 * MINUTE_MS)).toBe(key);
  expect(keyOf('lan /api/notices {"a":2}', 0)).not.toBe(key);
  expect(keyOf('hac /api/notices {"a":1}', 0)).not.toBe(key);
});

test('an answer of this morning never stands for the same words this afternoon', () => {
  const key = keyOf('lan /api/bulletins/b/submit {}', 0);
  expect(keyOf('lan /api/bulletins/b/submit {}', 6 * MINUTE_MS)).not.toBe(key);
});

test('once answered, the same words are a new wish', () => {
  const key = keyOf('lan /api/notices {}', 0);
  answered('lan /api/notices {}');
  expect(keyOf('lan /api/notices {}', 0)).not.toBe(key);
});

test('a browser that keeps nothing still gives a key', () => {
  vi.stubGlobal('sessionStorage', {
    getItem() {
      throw new Error('refused');
    },
  });
  expect(keyOf('lan', 0)).not.toBe(keyOf('lan', 0));
});
