// What the machine noticed in a clip before a person listens: where, in which sentence, and what to do about it.
// It must never know how it was noticed.

export type FindingKind =
  | 'swallowed'
  | 'repeated'
  | 'long-silence'
  | 'silent-ends'
  | 'end-cut'
  | 'loudness'
  | 'peak'
  | 'clipped'
  | 'dead-channel'
  | 'out-of-phase'
  | 'too-short'
  | 'too-long'
  | 'misheard';

export type Finding = {
  kind: FindingKind;
  atMs: number;
  untilMs: number;
  /** its place among the clip's sentences; null: it is of none, or of all */
  sentence: number | null;
  say: { vi: string; en: string };
  /** bad: villagers would hear it; look: worth a second of listening */
  severity: 'bad' | 'look';
};

/** Nobody goes through more; what is wrong in a hundred places is wrong altogether. */
export const FINDINGS_MAX = 100;

type Found = Pick<Finding, 'kind' | 'atMs' | 'untilMs'> & {
  sentence?: number | null;
  /** the number the sentence speaks of: seconds, decibels, a share */
  amount?: number;
};

export function finding({ kind, atMs, untilMs, sentence = null, amount = 0 }: Found): Finding {
  const { severity, vi, en } = SAY[kind];
  const say = { vi: vi(spoken(amount, ',')), en: en(spoken(amount, '.')) };
  const [from, until] = [Math.round(atMs), Math.round(untilMs)];
  return { kind, atMs: from, untilMs: until, sentence, say, severity };
}

const spoken = (amount: number, point: string) =>
  `${Math.round(amount * 10) / 10}`.replace('.', point).replace('-', '−');

type Says = {
  severity: Finding['severity'];
  vi(amount: string): string;
  en(amount: string): string;
};

const SAY: Record<FindingKind, Says> = {
  swallowed: {
    severity: 'bad',
    vi: () => 'Câu này ngắn hơn hẳn số tiếng của nó: có thể bị nuốt chữ.',
    en: () => 'This sentence is far too short for its syllables: words may be swallowed.',
  },
  repeated: {
    severity: 'bad',
    vi: () => 'Câu này dài hơn hẳn số tiếng của nó: có thể bị đọc lặp hoặc có đoạn thừa.',
    en: () => 'This sentence is far too long for its syllables: it may be said twice.',
  },
  'long-silence': {
    severity: 'bad',
    vi: (seconds) => `Im lặng ${seconds} giây giữa bản tin.`,
    en: (seconds) => `${seconds} seconds of silence within the clip.`,
  },
  'silent-ends': {
    severity: 'look',
    vi: (seconds) => `Im lặng ${seconds} giây ở đầu hoặc cuối.`,
    en: (seconds) => `${seconds} seconds of silence at the beginning or the end.`,
  },
  'end-cut': {
    severity: 'bad',
    vi: () => 'Âm thanh dừng đột ngột: có thể thiếu phần cuối.',
    en: () => 'The sound stops abruptly: its end may be missing.',
  },
  loudness: {
    severity: 'look',
    vi: (decibels) =>
      `Độ to lệch ${decibels} dB so với mức chung: nghe sẽ to hoặc nhỏ hơn bản tin khác.`,
    en: (decibels) =>
      `Its loudness is ${decibels} dB off: it will sound louder or softer than others.`,
  },
  peak: {
    severity: 'look',
    vi: (decibels) => `Có đỉnh tiếng ${decibels} dBTP: loa có thể rè.`,
    en: (decibels) => `It peaks at ${decibels} dBTP: a loudspeaker may rattle.`,
  },
  clipped: {
    severity: 'look',
    vi: () => 'Tiếng ghi bị vỡ ở đây vì nói quá sát hoặc quá to. Nên nghe lại, cần thì ghi lại.',
    en: () =>
      'The recording is clipped here: too close or too loud. Listen, and record again if need be.',
  },
  'dead-channel': {
    severity: 'look',
    vi: () => 'Bản ghi có hai kênh nhưng một kênh không có tiếng; đã dùng kênh còn lại.',
    en: () => 'One of the two channels is dead; the other one is used.',
  },
  'out-of-phase': {
    severity: 'look',
    vi: () => 'Hai kênh của bản ghi triệt tiêu nhau (dây nối ngược cực); đã dùng một kênh.',
    en: () => 'The two channels cancel each other (a cable the wrong way round); one is used.',
  },
  'too-short': {
    severity: 'bad',
    vi: (seconds) =>
      `Bản ghi ngắn hơn văn bản: đọc hết cần ít nhất ${seconds} giây. Có thể thiếu nội dung.`,
    en: (seconds) => `The recording is too short for the text, which takes ${seconds} s at least.`,
  },
  'too-long': {
    severity: 'look',
    vi: (seconds) =>
      `Bản ghi dài hơn văn bản: đọc chậm cũng chỉ ${seconds} giây. Có thể có đoạn thừa.`,
    en: (seconds) => `The recording is longer than the text, which takes ${seconds} s at most.`,
  },
  misheard: {
    severity: 'look',
    vi: (percent) => `Máy nghe khác ${percent} % số tiếng của câu này. Nên nghe lại.`,
    en: (percent) =>
      `The machine heard ${percent} % of the words of this sentence otherwise. Listen again.`,
  },
};
