// Vietnamese words of the rehearsal of tomorrow, of conflicts before saving, of where and when things air.
// It must never know screens, data or the API.

export const viRehearsal = {
  rehearsal: {
    title: 'Chạy thử lịch',
    lead: 'Phát thử trên giấy với tình trạng loa lúc này: việc gì sẽ hỏng và sửa thế nào. 20 giờ mỗi tối lịch ngày mai tự chạy thử.',
    tab: 'Chạy thử',
    where: 'Địa bàn',
    span: 'Những ngày nào',
    spans: { today: 'Từ bây giờ đến hết hôm nay', tomorrow: 'Ngày mai', week: 'Bảy ngày tới' },
    start: 'Chạy thử',
    none: 'Chưa chạy thử lần nào.',
    noneHint: 'Bấm “Chạy thử” để biết ngày mai loa nào sẽ không phát.',
    checked: (airings: string, speakers: string, pairs: string) =>
      `Đã thử ${airings} lượt phát ở ${speakers} cụm loa (${pairs} lần ở loa).`,
    allWell: 'Mọi việc đều ổn',
    willFail: (n: string) => `${n} việc cần xử lý`,
    more: (n: string) => `và ${n} việc nữa, ít người nghe hơn`,
    people: (n: string) => `khoảng ${n} người không nghe được`,
    speakers: (n: string) => `${n} cụm loa`,
    openSpeaker: 'Xem cụm loa',
    openBulletin: 'Xem bản tin',
    expected: {
      played: 'phát đủ',
      'partly-played': 'phát một phần',
      'pre-empted': 'nhường bản tin khác',
      'skipped-by-rule': 'không phát theo quy chế',
      failed: 'không phát được',
    },
    made: (at: string, by: string) => `Chạy thử lúc ${at}, ${by}`,
    byItself: 'tự chạy buổi tối',
    earlier: 'Những lần trước',
    found: (n: string) => `${n} việc`,
    well: 'ổn',
    came: (missed: string, foreseen: string, pairs: string) =>
      `Đã diễn ra: ${missed} trên ${pairs} lần ở loa không phát đủ, trong đó ${foreseen} lần đã được báo trước.`,
    falseAlarms: (n: string) => `${n} lần báo trước nhưng vẫn phát được.`,
  },
  conflicts: {
    title: 'Trùng lịch',
    free: 'Không trùng với bản tin nào.',
    ways: 'Cách gỡ',
    move: (at: string) => `Dời sang ${at}`,
    shorten: (seconds: number) => `Rút còn ${seconds} giây`,
    shortenHint: 'Mở bản tin để rút ngắn; sau đó phải duyệt lại.',
    priority: 'Xin mức ưu tiên',
    priorityHint: 'Mở bản tin để soạn lại với mức ưu tiên; người duyệt quyết định.',
  },
  airtimes: {
    title: 'Sẽ phát ở đâu, khi nào',
    none: 'Chưa có lần phát nào sắp tới.',
    noneHint: 'Đặt lịch phát để bản tin được nghe.',
    ready: (n: string, all: string) => `${n}/${all} loa sẵn sàng`,
    state: {
      hushed: 'tạm im',
      closed: 'ngoài khung giờ',
      'no-unit': 'chưa có thiết bị',
      never: 'chưa báo về',
      silent: 'đang im lặng',
    },
    more: 'Xem thêm',
  },
  uses: {
    title: 'Đang được dùng ở đâu',
    none: 'Chưa dùng ở đâu.',
    notWhole: 'Còn nơi khác nữa.',
  },
};
