// The one error class of the rooms that make sound: a code, whose fault it is, and what to do, in two languages.
// It must never know HTTP, the database or who asked for the sound.

export type SoundFault = 'caller' | 'world' | 'ours';
export type SoundSentence = { vi: string; en: string };
export type SoundCode = keyof typeof SAY;

export class SoundError extends Error {
  readonly code: SoundCode;
  readonly fault: SoundFault;
  readonly say: SoundSentence;

  constructor(code: SoundCode, cause?: unknown) {
    super(`${code}: ${SAY[code].en}${cause instanceof Error ? ` (${cause.message})` : ''}`, {
      cause,
    });
    this.name = 'SoundError';
    this.code = code;
    this.fault = SAY[code].fault;
    this.say = { vi: SAY[code].vi, en: SAY[code].en };
  }
}

/** Turns what the file system says into what a person can act on. */
export function diskError(cause: unknown): SoundError {
  if (cause instanceof SoundError) return cause;
  const code = (cause as { code?: unknown } | null)?.code;
  return new SoundError(
    code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'disk-failed',
    cause,
  );
}

const SAY = {
  'nothing-to-say': {
    fault: 'caller',
    vi: 'Không có câu nào để đọc.',
    en: 'There is no sentence to speak.',
  },
  'sentence-too-long': {
    fault: 'caller',
    vi: 'Có câu dài quá 20.000 ký tự; hãy ngắt câu bằng dấu chấm.',
    en: 'A sentence is longer than 20,000 characters; break it with full stops.',
  },
  'too-many-sentences': {
    fault: 'caller',
    vi: 'Văn bản có hơn 20.000 câu; hãy chia thành nhiều bản tin.',
    en: 'The text has more than 20,000 sentences; split it into several bulletins.',
  },
  'too-much-sound': {
    fault: 'caller',
    vi: 'Bản tin dài quá 6 giờ; hãy chia thành nhiều bản tin.',
    en: 'The bulletin would last more than six hours; split it into several.',
  },
  stopped: {
    fault: 'caller',
    vi: 'Việc tạo âm thanh đã được dừng theo yêu cầu.',
    en: 'Making the sound was stopped on request.',
  },
  'disk-full': {
    fault: 'world',
    vi: 'Ổ đĩa đã đầy, không ghi được âm thanh. Hãy giải phóng dung lượng rồi làm lại; chưa có gì bị mất.',
    en: 'The disk is full, the sound could not be written. Free some space and try again; nothing was lost.',
  },
  'disk-failed': {
    fault: 'world',
    vi: 'Không ghi hoặc không đọc được tệp âm thanh. Hãy kiểm tra ổ đĩa và quyền của thư mục dữ liệu.',
    en: 'A sound file could not be written or read. Check the disk and the rights of the data folder.',
  },
  'ffmpeg-missing': {
    fault: 'world',
    vi: 'Không tìm thấy ffmpeg. Hãy cài ffmpeg (ví dụ: apt install ffmpeg) rồi làm lại.',
    en: 'ffmpeg was not found. Install it (for example: apt install ffmpeg) and try again.',
  },
  'ffmpeg-failed': {
    fault: 'world',
    vi: 'ffmpeg dừng giữa chừng, âm thanh chưa được tạo. Hãy làm lại; nếu vẫn lỗi, hãy cập nhật ffmpeg.',
    en: 'ffmpeg stopped half-way, no sound was made. Try again; if it stays, update ffmpeg.',
  },
  'voice-failed': {
    fault: 'ours',
    vi: 'Bộ đọc dừng giữa chừng khi đang đọc một câu. Hãy làm lại.',
    en: 'The voice stopped in the middle of a sentence. Try again.',
  },
  'voice-unknown': {
    fault: 'caller',
    vi: 'Bộ đọc không có giọng này.',
    en: 'The engine has no such voice.',
  },
  'no-such-chunk': {
    fault: 'caller',
    vi: 'Âm thanh không có đoạn này.',
    en: 'The clip has no such chunk.',
  },
  'sound-broken': {
    fault: 'world',
    vi: 'Tệp âm thanh bị hỏng hoặc không phải Ogg Opus.',
    en: 'The sound file is damaged, or is not Ogg Opus.',
  },
} as const satisfies Record<string, SoundSentence & { fault: SoundFault }>;
