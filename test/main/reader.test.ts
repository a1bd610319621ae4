import { afterAll, describe, expect, test } from 'vitest';
import { LexiconError } from '../../audio/reading/index.ts';
import { makeReader } from '../../src/reader.ts';
import { rememberScripts } from '../../src/reader-memory.ts';
import { profile } from '../domain/samples.ts';

const reader = makeReader();
afterAll(() => reader.close());
const order = (of: Parameters<typeof profile>[0] = {}) => ({
  profile: profile(of),
  additions: [],
  settled: [],
});
const TEXT = 'Thông báo của xã Suối Mây. Ngày mai, trạm y tế xã tiêm chủng cho trẻ em.';

describe('the reader', () => {
  test('reads a text as the announcer will', () => {
    const read = reader.readShort(TEXT, order());
    expect(read.sentences.length).toBeGreaterThanOrEqual(2);
    expect(read.syllables).toBeGreaterThan(10);
    expect(read.estimatedSeconds).toBeGreaterThan(2);
  });

  test('estimates by the pace it was ordered', () => {
    const slow = reader.readShort(TEXT, order({ syllablesPerMinute: 120 }));
    const fast = reader.readShort(TEXT, order({ syllablesPerMinute: 240 }));
    expect(slow.estimatedSeconds).toBeGreaterThan(fast.estimatedSeconds);
  });

  test('a note in which no document is found is one part, all of it', async () => {
    const { parts, script } = await reader.script(TEXT, order());
    expect(parts).toMatchObject([{ sourceFrom: 0, sourceTo: TEXT.length, sentenceFrom: 0 }]);
    expect(parts[0]?.sentenceTo).toBe(script.length);
    expect(JSON.parse(JSON.stringify(parts[0]?.known))).toEqual(parts[0]?.known);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['English', 'The quick brown fox jumps over the lazy dog again and again.', 'not-vietnamese'],
  ])('refuses %s by name, in both languages', (_, content, code) => {
    const fault = expect.objectContaining({
      name: 'AppError',
      code,
      fault: 'caller',
      say: { vi: expect.stringContaining('van-ban.txt'), en: expect.any(String) },
    });
    expect(() => reader.decode(Buffer.from(content), 'van-ban.txt')).toThrow(fault);
  });
});

test('a broken lexicon refuses the start in words that name its file', () => {
  const broken = () => {
    throw new LexiconError('units.json', { vi: 'thiếu dấu phẩy', en: 'a comma is absent' });
  };
  const refused = expect.objectContaining({
    name: 'AppError',
    say: { vi: 'units.json: thiếu dấu phẩy', en: 'units.json: a comma is absent' },
  });
  expect(() => makeReader(undefined, broken)).toThrow(refused);
});

describe('a file', () => {
  const take = (bytes: Uint8Array, name: string) => {
    const told: string[] = [];
    const signal = new AbortController().signal;
    const onProgress = ({ step }: { step: string }) => void told.push(step);
    return { told, taken: reader.take({ bytes, name }, { onProgress, signal }) };
  };

  test('is opened by the intake room, with progress', async () => {
    const { told, taken } = take(Buffer.from(`<h1>${TEXT}</h1>`), 'a.html');
    expect(await taken).toMatchObject({ text: expect.stringContaining(TEXT), container: 'html' });
    expect(told).toContain('open');
  }, 60_000);

  test('that is refused says so as an AppError', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex');
    await expect(take(old, 'cu.doc').taken).rejects.toMatchObject({
      name: 'AppError',
      fault: 'caller',
      say: { vi: expect.stringContaining('cu.doc') },
    });
  }, 60_000);
});

test('every source character is heard or silent for a reason', async () => {
  const text = `${TEXT}\n\n${TEXT}\n`;
  const { spans, script } = await reader.script(text, order());
  expect(spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  for (const { kind, sentence } of spans)
    if (kind === 'heard') expect(script[sentence ?? -1]).toBeDefined();
});

test('the entries that come with the product are listed with note and example', () => {
  const entries = reader.lexicon();
  expect(entries.length).toBeGreaterThan(500);
  expect(entries).toContainEqual(
    expect.objectContaining({ table: 'abbreviations', written: 'UBND', spoken: 'ủy ban nhân dân' }),
  );
  for (const { note, example } of entries) expect(note !== '' && example !== '').toBe(true);
});

describe('what a person adds is checked before it is kept', () => {
  const entry = {
    ...{ written: 'BCH', spoken: 'ban chỉ huy', note: 'quân sự', example: 'BCH quân sự xã' },
  };
  const wrong = (of: Partial<typeof entry>, confirmed = false) =>
    reader.checkEntry({ ...entry, ...of }, { confirmed });

  test('by the reading room’s own rules, a plain word only when it is meant', () => {
    expect(wrong({})).toBeNull();
    expect(wrong({ spoken: 'ban 9' })).toMatchObject({ vi: expect.any(String) });
    const plain = { written: 'xã hội', example: 'xã hội' };
    expect([wrong(plain) === null, wrong(plain, true) === null]).toEqual([false, true]);
  });

  test('words may be silence, never signs', () => {
    expect([reader.checkWords(''), reader.checkWords('một, hai.')]).toEqual([null, null]);
    expect(reader.checkWords('1')).toMatchObject({ vi: expect.any(String) });
  });
});

describe('a script', () => {
  const counted = () => {
    const asked: string[] = [];
    const read = rememberScripts((text: string) => {
      asked.push(text);
      return { text };
    });
    return { asked, read };
  };

  test('is made once for the document, the bulletin and the sound', () => {
    const { asked, read } = counted();
    for (const text of ['a', 'b', 'a', 'a']) read(text, order());
    expect(asked).toEqual(['a', 'b']);
  });

  test('is another under another profile, lexicon or settlement', () => {
    const { asked, read } = counted();
    const additions = [{ written: 'BCH', spoken: 'ban chỉ huy', note: '', example: '' }];
    const settled = [{ written: 'BCH', before: '', after: '', words: '' }];
    for (const each of [
      order(),
      order({ linh: 'lẻ' }),
      { ...order(), additions },
      { ...order(), settled },
    ])
      for (const _ of 'ab') read('a', each);
    expect(asked).toHaveLength(4);
  });

  test('is forgotten when eight others, or three long ones, were asked for since', () => {
    const { asked, read } = counted();
    const ask = (text: string) => read(text, order());
    for (let n = 0; n < 9; n += 1) ask(`${n}`);
    ask('8');
    expect(asked).toHaveLength(9);
    ask('0');
    expect(asked).toHaveLength(10);
    for (const letter of 'abc') ask(letter.repeat(499_999));
    ask('a'.repeat(499_999));
    expect(asked).toHaveLength(13);
    ask('d'.repeat(499_999));
    ask('b'.repeat(499_999));
    expect(asked).toHaveLength(15);
  });

  test('that was refused is refused again', () => {
    const read = rememberScripts(() => {
      throw new Error('no');
    });
    for (const _ of 'ab') expect(() => read('', order())).toThrow('no');
  });
});
