// The main job as a newcomer types it, short: the table for machines, and what the loudspeakers' files really hold.
// It must never know the inside of the demonstration.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT } from './house.ts';

type Table = {
  ok: boolean;
  document: string;
  clip: { seconds: number; lufs: number };
  speakers: {
    id: string;
    village: string;
    verdict: string;
    startErrorMs: number;
    chunksReceived: number;
    chunksRepaired: number;
    secondsHeard: number;
    lufs: number;
    wav: string;
  }[];
};

let out: string;
let table: Table;
let said: { code: number | null; stdout: string; stderr: string };

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'vangxa-demo-'));
  said = await demo(['--json', '--minutes', '0.3', '--speakers', '6', '--out', join(out, 'o')]);
  table = JSON.parse(said.stdout) as Table;
}, 180_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

function demo(args: string[]): Promise<typeof said> {
  const child = spawn(process.execPath, [join(BUILT, 'src/demo/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => {
    heard.stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    heard.stderr += bytes;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}

/** The samples of a 16-bit mono WAV at 24 kHz. */
function samplesOf(wav: string): Int16Array {
  const bytes = readFileSync(wav);
  expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWAVE');
  expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([
    1, 24_000, 16,
  ]);
  const length = bytes.readUInt32LE(40);
  expect(length).toBe(bytes.length - 44);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + 44 + length));
}

test('the default decision is heard from every loudspeaker and the command says so', () => {
  expect(said.code, said.stderr.slice(-2_000)).toBe(0);
  expect(table.ok).toBe(true);
  expect(table.document).toMatch(/quyết định|đốt nương/iu);
  expect(new Set(table.speakers.map(({ village }) => village)).size).toBe(3);
  expect(table.speakers.map(({ verdict }) => verdict)).toEqual(Array(6).fill('played'));
});

test('the clip is as loud as asked and no longer than asked', () => {
  expect(table.clip.seconds).toBeGreaterThan(3);
  expect(table.clip.seconds).toBeLessThanOrEqual(18);
  expect(Math.abs(table.clip.lufs + 16)).toBeLessThanOrEqual(0.5);
});

test('every file starts at T, holds the whole clip and nothing else, and holds speech', () => {
  for (const speaker of table.speakers) {
    const samples = samplesOf(speaker.wav);
    const seconds = samples.length / 24_000;
    const lead = Math.max(0, speaker.startErrorMs) / 1_000;
    expect(seconds).toBeGreaterThan(table.clip.seconds - 0.1);
    expect(seconds).toBeLessThan(table.clip.seconds + lead + 0.3);
    expect(Math.abs(speaker.secondsHeard - table.clip.seconds)).toBeLessThan(0.1);
    expect(Math.abs(speaker.lufs - table.clip.lufs)).toBeLessThanOrEqual(0.7);
    const loud = samples.filter((sample) => Math.abs(sample) > 1_000).length / samples.length;
    expect(loud, 'speech is neither silence nor noise').toBeGreaterThan(0.15);
    expect(loud).toBeLessThan(0.9);
    expect(samples.some((sample) => Math.abs(sample) === 32_767)).toBe(false);
  }
});

test('a file that is no text ends the demonstration with the reason, not a table', async () => {
  const refused = await demo(['--json', '--out', join(out, 'refused'), process.execPath]);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toMatch(/văn bản|lớn/iu);
}, 60_000);
