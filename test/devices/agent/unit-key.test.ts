// The unit's key over a power cut at its first start: whole, or made anew.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { unitKey } from '../../../devices/agent/unit-key.ts';
import { newFolder } from './speaker.ts';

const did = vi.hoisted((): string[] => []);
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    fsyncSync(file: number) {
      did.push('flush');
      fs.fsyncSync(file);
    },
    renameSync(from: string, to: string) {
      did.push('name');
      fs.renameSync(from, to);
    },
  };
});

test('it is on the disk before it has its name, even over what a power cut left', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'unit.key.new'), '', { mode: 0o600 });
  const { keyId } = unitKey(folder);
  expect(did).toEqual(['flush', 'name']);
  expect(readdirSync(folder)).toEqual(['unit.key']);
  expect(unitKey(folder).keyId).toBe(keyId);
});
