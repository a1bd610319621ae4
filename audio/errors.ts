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
  'mp3-missing': {
    fault: 'world',
    vi: 'ffmpeg của máy chủ không tạo được MP3. Hãy cài bản ffmpeg có libmp3lame (ví dụ: apt install ffmpeg); bản Opus vẫn dùng được.',
    en: 'The server’s ffmpeg cannot make MP3. Install one with libmp3lame (for example: apt install ffmpeg); the Opus form is there.',
  },
  'renditions-busy': {
    fault: 'world',
    vi: 'Đang có quá nhiều bản chuyển mã chờ tạo. Hãy thử lại sau vài phút; bản gốc vẫn nghe được.',
    en: 'Too many other forms of clips wait to be made. Try again in a few minutes; the clip itself can be heard.',
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
  'voice-unreachable': {
    fault: 'world',
    vi: 'Không kết nối được tới bộ đọc trên mạng. Hãy kiểm tra đường truyền, tường lửa và địa chỉ dịch vụ; bộ đọc kế tiếp đọc thay.',
    en: 'The voice on the network could not be reached. Check the line, the firewall and the address of the service; the next voice stands in.',
  },
  'voice-throttled': {
    fault: 'world',
    vi: 'Bộ đọc trên mạng đang nhận quá nhiều yêu cầu nên từ chối. Hãy đợi vài phút rồi làm lại, hoặc giảm số câu gửi cùng lúc.',
    en: 'The voice on the network is asked too much at once and refuses. Wait a few minutes and try again, or send fewer sentences at a time.',
  },
  'voice-quota': {
    fault: 'world',
    vi: 'Bộ đọc trên mạng đã hết hạn mức. Hãy gia hạn hoặc nâng gói dịch vụ, rồi bấm thử lại; trong lúc đó bộ đọc kế tiếp đọc thay.',
    en: 'The quota of the voice on the network is used up. Extend the plan, then press try again; until then the next voice stands in.',
  },
  'voice-key': {
    fault: 'world',
    vi: 'Khóa của bộ đọc trên mạng bị từ chối (sai, hết hạn hoặc khác vùng). Hãy nhập khóa và vùng đúng trong phần cài đặt giọng đọc.',
    en: 'The key of the voice on the network is refused (wrong, expired or of another region). Enter the right key and region in the settings of voices.',
  },
  'voice-slow': {
    fault: 'world',
    vi: 'Bộ đọc trả lời chậm hơn mức chờ của một câu. Hãy kiểm tra đường truyền hoặc tải của máy; bộ đọc kế tiếp đọc thay.',
    en: 'The voice took longer than a sentence may wait. Check the line or the load of this machine; the next voice stands in.',
  },
  'voice-missing': {
    fault: 'world',
    vi: 'Máy này chưa có bộ đọc hoặc mô hình giọng cần dùng. Hãy cài bộ đọc, hoặc chép đủ thư mục mô hình, rồi làm lại.',
    en: 'This machine lacks the engine or the model of the voice. Install the engine, or copy the whole folder of the model, and try again.',
  },
  'voice-unspeakable': {
    fault: 'caller',
    vi: 'Câu có chữ mà giọng này không đọc được. Hãy viết lại chữ đó theo cách đọc, hoặc để bộ đọc kế tiếp đọc câu này.',
    en: 'The sentence has a letter this voice cannot speak. Spell it as it is read, or leave the sentence to the next voice.',
  },
  'no-such-chunk': {
    fault: 'caller',
    vi: 'Âm thanh không có đoạn này.',
    en: 'The clip has no such chunk.',
  },
  'foreign-unknown': {
    fault: 'caller',
    vi: 'Tệp này không phải âm thanh được nhận (WAV, MP3, M4A, Ogg, Opus, FLAC, WebM). Hãy lưu lại bằng một trong các kiểu đó.',
    en: 'This is none of the kinds of sound that are taken (WAV, MP3, M4A, Ogg, Opus, FLAC, WebM). Save it as one of them.',
  },
  'foreign-empty': {
    fault: 'caller',
    vi: 'Tệp âm thanh rỗng, không có byte nào. Hãy ghi lại hoặc chọn tệp khác.',
    en: 'The sound file is empty, without a single byte. Record it again, or choose another file.',
  },
  'foreign-silent': {
    fault: 'caller',
    vi: 'Trong tệp không nghe thấy tiếng nói nào. Hãy kiểm tra micrô rồi ghi lại.',
    en: 'Nothing can be heard in the file. Check the microphone and record it again.',
  },
  'foreign-cut': {
    fault: 'caller',
    vi: 'Tệp âm thanh thiếu phần cuối, ngắn hơn độ dài ghi trong tệp. Hãy gửi lại tệp nguyên vẹn.',
    en: 'The end of the sound file is missing: it is shorter than the file itself says. Send the whole file again.',
  },
  'foreign-too-large': {
    fault: 'caller',
    vi: 'Tệp âm thanh quá lớn. Hãy lưu lại ở mức nén cao hơn hoặc chia thành nhiều bản tin.',
    en: 'The sound file is too large. Save it more compressed, or split it into several bulletins.',
  },
  'foreign-too-long': {
    fault: 'caller',
    vi: 'Bản ghi dài quá mức cho phép. Hãy cắt ngắn hoặc chia thành nhiều bản tin.',
    en: 'The recording is longer than allowed. Cut it, or split it into several bulletins.',
  },
  'foreign-no-sound': {
    fault: 'caller',
    vi: 'Tệp không có tiếng nào, hoặc tiếng ở kiểu mã hóa không được nhận. Hãy lưu lại thành WAV hoặc MP3.',
    en: 'There is no sound in the file, or it is coded in a way that is not taken. Save it as WAV or MP3.',
  },
  'foreign-broken': {
    fault: 'caller',
    vi: 'Tệp âm thanh bị hỏng hoặc chưa tải xong. Hãy gửi lại tệp nguyên vẹn.',
    en: 'The sound file is damaged, or was not copied to its end. Send the whole file again.',
  },
  'foreign-slow': {
    fault: 'caller',
    vi: 'Giải mã tệp âm thanh lâu quá mức cho phép nên đã dừng. Hãy lưu lại thành WAV hoặc MP3 rồi gửi lại.',
    en: 'Decoding the sound file took longer than allowed and was stopped. Save it as WAV or MP3 and send it again.',
  },
  'piece-missing': {
    fault: 'world',
    vi: 'Một đoạn ghi âm của khung câu không còn trên đĩa hoặc đã hỏng. Hãy mở khung câu và ghi lại đoạn đó.',
    en: 'A recorded piece of the frame is no longer on the disk, or is damaged. Open the frame and record it again.',
  },
  'sound-broken': {
    fault: 'world',
    vi: 'Tệp âm thanh bị hỏng hoặc không phải Ogg Opus.',
    en: 'The sound file is damaged, or is not Ogg Opus.',
  },
} as const satisfies Record<string, SoundSentence & { fault: SoundFault }>;
