import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Measure, makeMeter, measureOnce } from '../../src/demo/loudness.ts';
import { checkRoom, preparePlace } from '../../src/demo/place.ts';
import { makeScreen } from '../../src/demo/screen.ts';
import { outcomeOf, type Row, tableOf } from '../../src/demo/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'vang-xa-shown-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a screen nobody watches', () => {
  const lines: string[] = [];
  const screen = makeScreen({ write: (text: string) => lines.push(text) });
  test('says both languages on one line', () => {
    screen.say({ vi: 'Xong', en: 'done' });
    screen.show('table');
    expect(lines.splice(0)).toEqual(['Xong · done\n', 'table\n']);
  });
  test('tells a bar in quarters, each once', () => {
    const bar = screen.bar({ vi: 'Giọng đọc', en: 'speech' });
    for (let done = 0; done <= 100; done += 1) bar.set(done, 100);
    bar.set(0, 0);
    bar.end();
    bar.end();
    screen.close();
    expect(lines.splice(0)).toEqual(
      [25, 50, 75, 100].map((percent) => `  Giọng đọc · speech: ${percent} %\n`),
    );
  });
  test('tells of a bar that ends early', () => {
    screen.bar({ vi: 'A', en: 'a' }).end();
    expect(lines.splice(0)).toEqual(['  A · a: 100 %\n']);
  });
});

test('a screen somebody watches draws bars and keeps sentences', () => {
  const lines: string[] = [];
  const terminal = {
    isTTY: true,
    columns: 80,
    write: (text: string) => lines.push(text),
    on: () => {},
    once: () => {},
    removeListener: () => {},
    cursorTo: () => {},
    moveCursor: () => {},
    clearLine: () => {},
    clearScreenDown: () => {},
  };
  const screen = makeScreen(terminal);
  screen.say({ vi: 'Bắt đầu', en: 'start' });
  const bar = screen.bar({ vi: 'Giọng đọc', en: 'speech' });
  bar.set(1, 2);
  screen.show('between');
  bar.end();
  screen.show('after');
  screen.close();
  const all = lines.join('');
  for (const words of ['Bắt đầu · start', 'Giọng đọc · speech', '100 %', 'after'])
    expect(all).toContain(words);
});

describe('the folder of a run', () => {
  const stamp = '20261110170000';
  test('is named by the time when nobody names it, and is private where secrets lie', () => {
    const place = preparePlace({ out: null, base: folder, stamp });
    expect(place.root).toBe(join(folder, 'out', `demo-${stamp}`));
    expect(statSync(place.enrolments).mode & 0o077).toBe(0);
    expect(place.log('fleet')).toBe(join(place.root, 'fleet.log'));
  });
  test('is cleared when a demonstration made it', () => {
    const first = preparePlace({ out: 'again', base: folder, stamp });
    writeFileSync(join(first.speakers, 'old.wav'), 'x');
    const second = preparePlace({ out: 'again', base: folder, stamp });
    expect(readdirSync(second.speakers)).toEqual([]);
  });
  test("is refused when it holds somebody's files", () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'letter.txt'), 'x');
    expect(() => preparePlace({ out: 'mine', base: folder, stamp })).toThrow('holds other files');
    expect(readdirSync(join(folder, 'mine'))).toEqual(['letter.txt']);
  });
  test('must have room for what will be written', () => {
    const place = preparePlace({ out: 'room', base: folder, stamp });
    expect(() => checkRoom(place, { speakers: 12, clipSeconds: 60 })).not.toThrow();
    expect(() => checkRoom(place, { speakers: 12, clipSeconds: 1e12 })).toThrow('Not enough room');
  });
});

describe('loudness', () => {
  const code = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), `${'h'.repeat(44)}${text}`);
    return join(folder, name);
  };
  test('equal sound is measured once, whatever silence stands before it, other sound each', async () => {
    const same = ['same', '\0\0same', 'other'];
    const files = same.map((text, at) => file(`${'abc'[at]}.wav`, text));
    const asked: string[] = [];
    const told: number[][] = [];
    const meter = async ([one = '']: readonly string[]) => {
      asked.push(one);
      return [{ file: one, lufs: -16, seconds: 2 }];
    };
    const found = await measureOnce(files, meter, (...counts) => told.push(counts));
    expect(asked.sort()).toEqual([files[0], files[2]]);
    expect(told).toEqual([expect.anything(), [3, 3]]);
    expect([...found.keys()].sort()).toEqual(files);
    expect(found.get(files[1] ?? '')).toEqual({ file: files[1], lufs: -16, seconds: 2 });
  });
  test('a meter that says nothing leaves a file without a figure', async () => {
    expect((await measureOnce([file('d.wav', 'd')], async () => [])).size).toBe(0);
  });
  test('the meter reads one JSON line for each file; silence has no loudness', async () => {
    const script = code(
      'meter.mjs',
      `for (const file of process.argv.slice(2))
        console.log(JSON.stringify({ file, lufs: file === 'b' ? null : -16.1, seconds: 3 }));`,
    );
    const wanted: Measure[] = [
      { file: 'a', lufs: -16.1, seconds: 3 },
      { file: 'b', lufs: null, seconds: 3 },
    ];
    expect(await makeMeter(script)(['a', 'b'])).toEqual(wanted);
  });
  test('a meter that fails is told of with its own words', async () => {
    const script = code('broken.mjs', `console.error('no such file'); process.exit(2);`);
    await expect(makeMeter(script)(['a'])).rejects.toThrow('could not be measured: no such file');
  });
});

describe('the result', () => {
  const row: Row = {
    id: 'khe-gio-dau-ban',
    village: 'Bản Khe Gió',
    verdict: 'played',
    startErrorMs: 1.23,
    chunksReceived: 38,
    chunksRepaired: 1,
    secondsHeard: 301.44,
    lufs: -16.04,
    wav: '/x/khe-gio-dau-ban.wav',
  };
  const facts = { document: 'Quyết định', clip: { seconds: 301, lufs: -16 } };

  test.each([
    ['all played', [row, row], true],
    ['one partly', [row, { ...row, verdict: 'partly-played' }], false],
    ['one without a verdict', [{ ...row, verdict: 'none' }], false],
    ['nobody', [], false],
  ])('%s: ok is %s', (_what, speakers, ok) => {
    expect(outcomeOf({ ...facts, speakers }).ok).toBe(ok);
  });
  test('for machines it has exactly the promised shape', () => {
    const outcome = outcomeOf({ ...facts, speakers: [row] });
    expect(Object.keys(outcome)).toEqual(['ok', 'document', 'clip', 'speakers']);
    expect(JSON.parse(JSON.stringify(outcome)).speakers[0]).toEqual(row);
  });
  test('for people it is a table in which nothing known is left out', () => {
    const odd = { ...row, verdict: 'failed', startErrorMs: null, lufs: null, id: 'na-suong-5' };
    const unknown = { ...row, verdict: 'eaten' };
    const text = tableOf(outcomeOf({ ...facts, speakers: [row, odd, unknown] }));
    for (const words of ['khe-gio-dau-ban', 'Bản Khe Gió', 'đã phát · played', '1.2', '38 / 1'])
      expect(text).toContain(words);
    for (const words of ['301.4', '-16.0', 'không phát được · failed', '–', 'eaten'])
      expect(text).toContain(words);
  });
});
