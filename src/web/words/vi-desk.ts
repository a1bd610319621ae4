// The Vietnamese words of the frame around every screen.
// It must never know screens, data or the API.

import { viHearing } from './vi-hearing.ts';
import { viSound } from './vi-sound.ts';

export const viDesk = {
  ...viHearing,
  ...viSound,
  nav: {
    main: 'Các mục chính',
    notice: 'Thông báo',
    approvals: 'Duyệt',
    plan: 'Lịch phát',
    speakers: 'Cụm loa',
    more: 'Thêm',
    say: 'Viết bản tin',
    documents: 'Văn bản',
    assign: 'Giao việc phát',
    records: 'Nhật ký, báo cáo',
    voices: 'Giọng đọc',
    recordings: 'Bản thu',
    reports: 'Phản ánh',
    told: 'Tin đã nhận',
    areas: 'Địa bàn và giờ phát',
    accounts: 'Tài khoản',
    audit: 'Nhật ký',
    source: 'Hệ thống nguồn',
    api: 'Tài liệu API',
    skip: 'Tới nội dung chính',
    waiting: (n: number) => `${n} bản tin chờ duyệt`,
  },
  languages: { label: 'Ngôn ngữ của bản tin', usual: 'Tiếng Việt' },
  install: {
    title: 'Cài vào máy này',
    why: 'Mở bằng một chạm như một ứng dụng, và báo tin khi có bản tin chờ duyệt.',
    act: 'Cài Vang Xa',
    ios: 'Trên iPhone: bấm nút Chia sẻ của Safari, chọn “Thêm vào MH chính”.',
  },
  again: {
    title: 'Đăng nhập lại',
    kept: 'Phiên làm việc đã hết. Những gì bạn đang làm vẫn còn nguyên trên trang này.',
    other: 'Người khác đăng nhập',
  },
  player: {
    play: 'Nghe',
    pause: 'Tạm dừng',
    place: 'Vị trí trong bản âm thanh',
    estimated: 'Bấm vào một vế câu để nghe từ đó. Chỗ bắt đầu của các vế trong câu là ước lượng.',
    failed: 'Không phát được âm thanh. Hãy kiểm tra mạng rồi bấm Nghe lần nữa.',
    cannot:
      'Trình duyệt này không phát được loại âm thanh của hệ thống. Hãy cập nhật iOS lên 18.4 trở lên, hoặc dùng trình duyệt khác (Chrome, Firefox, Cốc Cốc).',
  },
};
