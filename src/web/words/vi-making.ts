// The Vietnamese words of sound being made: how far, after whom, stopped, made again.
// It must never know screens, data or the API.
export const viMaking = {
  makings: {
    title: 'Âm thanh đang tạo',
    intro: 'Tin khẩn cấp được tạo trước, rồi đến tin sắp phát, sau đó các xã lần lượt.',
    empty: 'Không có âm thanh nào đang tạo.',
    emptyHint: 'Viết một bản tin: âm thanh của nó hiện ở đây cho đến khi tạo xong.',
    write: 'Viết bản tin',
    others: (n: number) => `Trong hàng còn ${n} bản tin của địa bàn khác.`,
    link: 'Xem tất cả âm thanh đang tạo',
    sentence: (done: number, total: number) => `câu ${done}/${total}`,
    left: (time: string) => `còn khoảng ${time}`,
    next: 'Đến lượt ngay sau bản tin đang tạo',
    ahead: (n: number) => `Còn ${n} bản tin được tạo trước`,
    since: (time: string) => `bắt đầu lúc ${time}`,
    urgent: 'khẩn cấp',
    stop: 'Dừng tạo âm thanh',
    stopSure: 'Dừng tạo âm thanh của bản tin này?',
    stopAsk:
      'Lời văn giữ nguyên và các câu đã đọc được giữ lại: tạo tiếp thì làm từ đó. Bản tin chưa phát được cho đến khi có âm thanh.',
    again: 'Tạo tiếp âm thanh',
  },
};
