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
    priority: 'Xin mức ưu tiên',
    noWay: 'Gần đây không còn giờ trống: hãy chọn giờ khác, ngày khác hoặc nơi khác.',
    shorterTitle: (title: string) => `${title} (bản rút gọn)`,
    made: (seconds: number) =>
      `Đã tạo bản rút gọn, dài nhất ${seconds} giây; bản gốc giữ nguyên. Hãy nghe và trình duyệt; duyệt xong, chọn nó ở đây. Những gì bạn đã điền vẫn còn.`,
    openMade: 'Mở bản rút gọn',
    asked: {
      priority: 'Đã gửi đề nghị ưu tiên tới người duyệt và người soạn, có ghi vào nhật ký.',
      shorten: 'Đã gửi đề nghị rút ngắn tới người soạn và người duyệt, có ghi vào nhật ký.',
    },
    give: {
      title: 'Mức ưu tiên',
      hint: 'Bản tin ưu tiên ngắt bản tin thường. Lời và âm thanh đã duyệt giữ nguyên.',
      yes: 'Cho mức ưu tiên',
      sure: 'Cho bản tin này mức ưu tiên?',
      ask: 'Từ giờ mọi lần phát của bản tin được ưu tiên. Muốn thôi, phải soạn bản tin mới.',
    },
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
      faulty: 'trục trặc',
    },
    more: 'Xem thêm',
  },
  uses: {
    title: 'Đang được dùng ở đâu',
    none: 'Chưa dùng ở đâu.',
    notWhole: 'Còn nơi khác nữa.',
  },
};
