import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Child, startChild } from '../../src/demo/children.ts';
import { DemoFault } from '../../src/demo/fault.ts';
import { addressIn, tokenIn } from '../../src/demo/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'vang-xa-children-'));
const started: Child[] = [];
let count = 0;

/** A child that runs these lines. */
function child(code: string, env: Record<string, string> = {}): Child {
  count += 1;
  const script = join(folder, `child-${count}.mjs`);
  writeFileSync(script, code);
  const log = join(folder, `child-${count}.log`);
  const made = startChild({ name: 'thử', script, args: ['--x'], log }, env);
  started.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((made) => made.stop()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const STAY = 'setInterval(() => {}, 1000);';

describe('a child process', () => {
  test('says a line that was waited for, even one it said before', async () => {
    const made = child(`console.log('one'); console.log('two ' + process.env.WORD); ${STAY}`, {
      WORD: 'hai',
    });
    expect(await made.line((line) => (line.startsWith('two') ? line : null), 10_000)).toBe(
      'two hai',
    );
    expect(await made.line((line) => (line === 'one' ? 1 : null), 10_000)).toBe(1);
  });
  test('is followed line by line', async () => {
    const made = child(`setTimeout(() => console.log('later'), 300); ${STAY}`);
    const line = await new Promise((resolve) => made.follow(resolve));
    expect(line).toBe('later');
  });
  test('that never says it is told of in a sentence, with the log', async () => {
    const made = child(STAY);
    const late = made.line(() => null, 50);
    await expect(late).rejects.toThrow('is not ready after 0.05 seconds');
    await expect(late).rejects.toMatchObject({ log: made.log });
  });
  test('that dies is told of, and its last words are in the log', async () => {
    const made = child(`console.error('đĩa đầy'); process.exit(3);`);
    await expect(made.died).rejects.toThrow('“thử” ended by itself (exit 3)');
    await expect(made.line(() => null, 60_000)).rejects.toThrow(DemoFault);
    await made.stop();
    await expect.poll(() => readFileSync(made.log, 'utf8')).toContain('đĩa đầy');
  });
  test('that is stopped has not died by itself', async () => {
    const made = child(`console.log('up'); ${STAY}`);
    await made.line((line) => line, 10_000);
    await made.stop();
    await made.stop();
    const quiet = Promise.race([made.died, Promise.resolve('quiet')]);
    expect(await quiet).toBe('quiet');
  });
});

describe("the service's first lines", () => {
  test.each([
    ['http://127.0.0.1:80/#/setup?token=a-B_9', 'a-B_9'],
    ['Mở liên kết này: http://h/#/setup?token=abc (một lần)', 'abc'],
    ['{"url":"http://h/#/setup?token=abc"}', 'abc'],
    ['http://127.0.0.1:80/', null],
    ['', null],
  ])('the set-up token of %j is %j', (line, token) => {
    expect(tokenIn(line)).toBe(token);
  });
  test.each([
    ['{"event":"listening","http":"http://127.0.0.1:1","mqtt":"mqtt://x"}', 'http://127.0.0.1:1'],
    ['{"event":"ready"}', null],
    ['null', null],
    ['listening', null],
  ])('the address of %j is %j', (line, address) => {
    expect(addressIn(line)).toBe(address);
  });
});
