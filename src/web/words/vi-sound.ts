// The Vietnamese words of recordings in the place of a voice, and of what the machine noticed in a clip.
// It must never know screens, data or the API.
import { viMaking } from './vi-making.ts';

export const viSound = {
  ...viMaking,
  recording: {
    title: 'Dùng bản ghi âm',
    intro:
      'Thay giọng máy bằng giọng người: ghi ngay tại đây hoặc chọn tệp (WAV, MP3, M4A, Ogg, Opus, FLAC, WebM; tối đa 32 MB, 30 phút). Văn bản vẫn giữ nguyên, bản tin phải được duyệt lại.',
    by: (name: string, at: string) => `Giọng của ${name}, ghi nhận ${at}`,
    consentBy: (note: string, name: string) => `Đồng ý: ${note} (người nhận bản ghi: ${name})`,
    whenEdited: 'Nếu sửa lời văn, bản ghi này không dùng nữa và máy sẽ đọc lại.',
    back: 'Bỏ bản ghi, để máy đọc',
    backSure: 'Bỏ bản ghi âm này?',
    backAsk: 'Máy sẽ đọc lại văn bản; bản tin phải được duyệt lại.',
    speaker: 'Tên người đọc',
    consent: 'Người đọc đồng ý cho phát giọng của mình',
    consentNote: 'Đồng ý bằng cách nào, ngày nào',
    consentNoteHint: 'Ví dụ: ký giấy ngày 3/12, hoặc nói qua điện thoại với cán bộ văn hóa.',
    file: 'Tệp âm thanh',
    choose: 'Chọn tệp',
    none: 'Chưa có tệp nào',
    start: 'Ghi âm bằng máy này',
    stop: 'Dừng ghi',
    running: (length: string) => `Đang ghi: ${length}`,
    recorded: (length: string) => `Bản vừa ghi, ${length}`,
    refused:
      'Trình duyệt chưa được phép dùng micrô. Hãy mở cài đặt của trang (biểu tượng ổ khóa), cho phép micrô rồi thử lại; hoặc ghi bằng ứng dụng ghi âm của máy và chọn tệp.',
    noMicrophone:
      'Không ghi âm được trên thiết bị này. Hãy ghi bằng ứng dụng ghi âm của máy rồi chọn tệp.',
    longest: 'Đã tới 30 phút nên tự dừng ghi.',
    send: 'Dùng bản ghi này',
    missing: 'Cần có tệp, tên người đọc và sự đồng ý.',
    sending: 'Đang gửi và xử lý bản ghi…',
  },
  findings: {
    title: 'Máy nghe thấy…',
    none: 'Máy đã nghe hết và không thấy gì lạ. Vẫn nên nghe lại trước khi duyệt.',
    bad: 'Cần xem lại',
    look: 'Nên nghe',
    at: (time: string) => `tại ${time}`,
    whole: 'cả bản tin',
  },
};
