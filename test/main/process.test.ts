import { describe, expect, test } from 'vitest';
import { makeClosers } from '../../src/process.ts';

describe('what was opened', () => {
  test('is closed in the opposite order', async () => {
    const order: string[] = [];
    const { opened, closeAll } = makeClosers();
    expect(opened('store', (it) => order.push(it))).toBe('store');
    opened('broker', async (it) => void order.push(it));
    opened('http', (it) => order.push(it));
    await closeAll();
    await closeAll();
    expect(order).toEqual(['http', 'broker', 'store']);
  });

  test('is closed even when something above it fails to, and the fault is told', async () => {
    const order: string[] = [];
    const { opened, closeAll } = makeClosers();
    opened('store', (it) => order.push(it));
    opened('broker', () => Promise.reject(new Error('stuck')));
    opened('http', (it) => order.push(it));
    await expect(closeAll()).rejects.toThrow('stuck');
    expect(order).toEqual(['http', 'store']);
  });
});
