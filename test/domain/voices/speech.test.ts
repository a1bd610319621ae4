// What is said beside a sound: who stood in and why, what left the house, what will be late.
// It must never know the words of a bulletin.
import { describe, expect, test } from 'vitest';
import type { VoiceFall } from '../../../src/domain/model.ts';
import {
  fallLines,
  fallsTold,
  sentencesFallen,
  whyRests,
} from '../../../src/domain/voices/fall-words.ts';
import { soundLate, speechNotes } from '../../../src/domain/voices/speech-notes.ts';

const by = (engine: string) => ({ engine, engineVersion: '1', voice: 'vi' });
const fall = (sentence: number, of: Partial<VoiceFall> = {}): VoiceFall => ({
  ...{ sentence, from: by('azure'), to: by('system'), reason: 'voice-unreachable' },
  ...of,
});

describe('falls', () => {
  test('none: nothing is said', () => {
    expect([fallsTold([]), fallLines([])]).toEqual([null, []]);
  });

  test('one that fell twice is one sentence, and both reasons are told', () => {
    const twice = fall(3, { from: by('system'), to: by('embedded'), reason: 'voice-failed' });
    const falls = [fall(3), twice, fall(5)];
    expect(sentencesFallen(falls)).toBe(2);
    expect(fallLines(falls)).toEqual([
      { from: by('azure'), to: by('system'), reason: 'voice-unreachable', sentences: 2 },
      { from: by('system'), to: by('embedded'), reason: 'voice-failed', sentences: 1 },
    ]);
    expect(fallsTold(falls)).toEqual({
      vi: '2 câu do giọng khác đọc vì không kết nối được tới bộ đọc trên mạng; bộ đọc dừng giữa chừng.',
      en: '2 sentences were said by another voice: the engine on the network could not be reached; the engine stopped half-way.',
    });
  });

  test('one is told of as one; a reason of tomorrow has words too', () => {
    expect(fallsTold([fall(0, { reason: 'voice-bored' })])?.en).toBe(
      '1 sentence was said by another voice: the engine failed.',
    );
    expect(whyRests('voice-quota').vi).toBe('hết hạn mức của bộ đọc');
  });
});

describe('notes', () => {
  const tay = { text: 'Ngày 5/12 họp.', language: 'tyz', personalData: false };
  const here = { byMachine: true, byCloud: false, retaking: false };

  test('figures are spelt out in Vietnamese alone', () => {
    expect(speechNotes(tay, here).map(({ en }) => en)).toEqual([
      expect.stringContaining('still holds figures'),
    ]);
    expect(speechNotes({ ...tay, language: 'vie' }, here)).toEqual([]);
    expect(speechNotes({ ...tay, text: 'Họp bản.' }, here)).toEqual([]);
  });

  test('what is made beside it is said, and that the sound it has stays', () => {
    const [note] = speechNotes({ ...tay, text: 'Họp bản.' }, { ...here, retaking: true });
    expect(note?.vi).toContain('Bản cũ vẫn dùng');
  });

  test('a person who reads knows how to say a figure', () => {
    expect(speechNotes(tay, { byMachine: false, byCloud: false, retaking: false })).toEqual([]);
  });

  test('what names people and was in a cloud is said so', () => {
    const named = { text: 'Họp.', language: 'vie', personalData: true };
    const [note] = speechNotes(named, { byMachine: true, byCloud: true, retaking: false });
    expect(note?.vi).toContain('không lấy lại được');
    expect(speechNotes(named, here)).toEqual([]);
  });
});

describe('a sound that is not there', () => {
  const nowMs = Date.parse('2026-12-05T16:00:00+07:00');
  const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00+07:00`);
  const of = { state: 'making' as const, leadMs: 30 * 60_000, nowMs };

  test('must be there before it leaves, not before it airs', () => {
    const late = soundLate({ ...of, nextAtMs: [at('18:00'), at('17:30')] });
    expect(late?.vi).toBe(
      'Chưa có âm thanh: phải xong trước 17:00 ngày 5/12/2026 mới kịp phát lúc 17:30 ngày 5/12/2026.',
    );
  });

  test('is said louder once it should be on its way', () => {
    expect(soundLate({ ...of, state: 'failed', nextAtMs: [at('16:20')] })?.en).toContain(
      'should be on its way for 16:20',
    );
  });

  test.each([
    ['it is there', { state: 'ready' as const, nextAtMs: [at('17:30')] }],
    ['nothing is planned', { nextAtMs: [] }],
    ['all of it is past', { nextAtMs: [at('15:00')] }],
  ])('%s: nothing is said', (_, change) => {
    expect(soundLate({ ...of, ...change })).toBeNull();
  });
});
