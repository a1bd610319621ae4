// Which sentences of a clip another voice had to say and why, counted and in words.
// It must never know the sentences themselves: where a line of the log is made of it, no word of a bulletin stands there.
import type { Sentence } from '../errors.ts';
import type { SpokenBy, VoiceFall } from '../model.ts';

export type FallLine = { from: SpokenBy; to: SpokenBy; reason: string; sentences: number };

/** One line for each voice, stand-in and reason, most sentences first. */
export function fallLines(falls: readonly VoiceFall[]): FallLine[] {
  const lines = new Map<string, FallLine>();
  for (const { from, to, reason } of falls) {
    const key = JSON.stringify([from, to, reason]);
    const line = lines.get(key) ?? { from, to, reason, sentences: 0 };
    lines.set(key, { ...line, sentences: line.sentences + 1 });
  }
  return [...lines.values()].sort((one, other) => other.sentences - one.sentences);
}

/** How many sentences the first voice did not say: one that fell twice is one. */
export function sentencesFallen(falls: readonly VoiceFall[]): number {
  return new Set(falls.map(({ sentence }) => sentence)).size;
}

/** Null: the voice that was chosen said everything. */
export function fallsTold(falls: readonly VoiceFall[]): Sentence | null {
  const count = sentencesFallen(falls);
  if (count === 0) return null;
  const reasons = [...new Set(fallLines(falls).map(({ reason }) => reason))].map(whyRests);
  const [vi, en] = [
    reasons.map((one) => one.vi).join('; '),
    reasons.map((one) => one.en).join('; '),
  ];
  return {
    vi: `${count} câu do giọng khác đọc vì ${vi}.`,
    en: `${count} ${count === 1 ? 'sentence was' : 'sentences were'} said by another voice: ${en}.`,
  };
}

/** Why an engine is not asked, as the codes of the room of sound call it. */
export function whyRests(reason: string): Sentence {
  return WHY[reason] ?? OTHER;
}

const OTHER = { vi: 'bộ đọc gặp lỗi', en: 'the engine failed' };
const WHY: Readonly<Record<string, Sentence>> = {
  'voice-failed': { vi: 'bộ đọc dừng giữa chừng', en: 'the engine stopped half-way' },
  'voice-unknown': { vi: 'bộ đọc không có giọng này', en: 'the engine has no such voice' },
  'voice-unreachable': {
    vi: 'không kết nối được tới bộ đọc trên mạng',
    en: 'the engine on the network could not be reached',
  },
  'voice-throttled': {
    vi: 'bộ đọc trên mạng quá tải',
    en: 'the engine on the network takes no more for now',
  },
  'voice-quota': { vi: 'hết hạn mức của bộ đọc', en: 'the quota of the engine is used up' },
  'voice-key': { vi: 'khóa của bộ đọc bị từ chối', en: 'the key of the engine is refused' },
  'voice-slow': { vi: 'bộ đọc trả lời quá chậm', en: 'the engine answered too slowly' },
  'voice-missing': { vi: 'thiếu bộ đọc hoặc mô hình', en: 'the engine or its model is lacking' },
  'voice-unspeakable': {
    vi: 'có chữ giọng này không đọc được',
    en: 'there is a letter this voice cannot speak',
  },
};
