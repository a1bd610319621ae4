// The Vietnamese words of voices: who speaks, in which order, and whether words may leave the house.
// It must never know screens, data or the API.
export const viVoices = {
  voices: {
    title: 'Giọng đọc',
    intro:
      'Giọng nào đọc bản tin, theo từng thứ tiếng. Giọng đứng trước không đọc được (mất mạng, hết hạn mức, quá chậm) thì giọng sau đọc thay, từng câu một; bản tin ghi rõ câu nào do ai đọc. Âm thanh đã tạo giữ nguyên giọng cũ cho tới khi tạo lại. Không có giọng nào bắt chước giọng người thật.',
    where: 'Của nơi nào',
    alone: (first: string) => `${first} đọc.`,
    fallThen: (first: string, rest: string) => `${first} đọc; không được thì ${rest}.`,
    thenNext: (one: string, next: string) => `${one}, rồi ${next}`,
    from: {
      own: 'Đã chọn riêng ở đây.',
      province: 'Theo lựa chọn của tỉnh.',
      house: 'Chưa ai chọn: theo thứ tự mặc định.',
    },
    none: {
      'no-voice': 'Giọng đã chọn không còn trên máy này. Cần người đọc.',
      'cloud-closed': 'Chỉ có giọng trên mạng đọc được, mà chưa được phép. Cần người đọc.',
      'cloud-personal': 'Chỉ có giọng trên mạng đọc được, mà bản tin có thông tin cá nhân.',
    },
    order: 'Thứ tự',
    up: (name: string) => `Đưa ${name} lên`,
    down: (name: string) => `Đưa ${name} xuống`,
    upShort: 'Lên',
    downShort: 'Xuống',
    first: (name: string) => `${name} đã đứng đầu.`,
    moved: (name: string, place: number) => `${name} đứng thứ ${place}.`,
    add: 'Đưa lên đầu một giọng khác',
    addNone: 'Giữ như trên',
    place: { here: 'trong máy', cloud: 'trên mạng' },
    second: (name: string) => `Đối đáp: ${name} trả lời.`,
    licence: (licence: string) => `Giấy phép: ${licence}.`,
    source: (source: string) => `Nguồn: ${source}.`,
    restsUntil: (why: string, at: string) => `Đang nghỉ tới ${at}: ${why}.`,
    rests: (why: string) => `Đang nghỉ cho tới khi có người sửa: ${why}.`,
    wake: 'Thử lại các giọng đang nghỉ',
    woken: 'Lần đọc tới sẽ hỏi lại mọi giọng.',
    pace: 'Nhịp đọc (âm tiết một phút)',
    paceHint: (pace: number) =>
      `Để trống: ${pace}, theo tỉnh hoặc cách đọc văn bản. Từ 100 đến 320.`,
    profile: 'Nắn tiếng cho',
    profiles: {
      '': 'Như nơi trên đã chọn',
      horn: 'Loa nén ngoài trời',
      indoor: 'Loa trong nhà',
      flat: 'Giữ nguyên tiếng',
    },
    profileNow: (name: string) => `Đang dùng: ${name}.`,
    save: 'Lưu lựa chọn',
    saved: 'Đã lưu. Bản tin tạo từ bây giờ đọc theo lựa chọn này.',
    back: 'Bỏ lựa chọn riêng',
    listen: 'Nghe thử',
    sentence: 'Câu nghe thử (tối đa 200 ký tự)',
    sentenceHint:
      'Đi qua đúng thứ tự giọng và khâu chỉnh âm như bản tin; không lưu lại. Câu có vẻ nêu tên người thì không gửi lên mạng.',
    usual: 'Bảy giờ tối nay, mời bà con họp tại nhà văn hóa thôn.',
    listening: 'Đang đọc và chỉnh âm…',
    heard: (by: string) => `Người đọc: ${by}`,
    sound: 'Câu nghe thử',
    cloud: {
      title: 'Giọng đọc trên mạng',
      meaning:
        'Giọng trên mạng (Azure) nhận câu chữ của bản tin, ra ngoài máy của tỉnh và có thể ra nước ngoài. Theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, bản tin có thông tin cá nhân, kể cả mới nghi là có, không bao giờ được gửi đi, dù ở đây cho phép.',
      none: 'Máy này chưa cài giọng nào trên mạng.',
      province: {
        allowed: 'Tỉnh cho phép. Xã vẫn có thể từ chối cho riêng mình.',
        'not-allowed': 'Tỉnh chưa cho phép: không câu nào rời khỏi máy.',
        refused: 'Đã từ chối.',
      },
      commune: {
        allowed:
          'Tỉnh cho phép, xã không từ chối: bản tin không có thông tin cá nhân có thể được gửi đi.',
        'not-allowed': 'Tỉnh chưa cho phép: không câu nào rời khỏi máy.',
        refused: 'Xã từ chối: không câu nào của xã rời khỏi máy.',
      },
      allow: 'Cho phép toàn tỉnh',
      allowSure: 'Cho phép gửi câu chữ ra ngoài?',
      allowAsk:
        'Câu chữ của bản tin không có thông tin cá nhân ở mọi xã sẽ được gửi tới nhà cung cấp. Người cho phép và giờ cho phép được ghi vào nhật ký.',
      forbid: 'Thôi cho phép',
      refuse: 'Xã từ chối',
      accept: 'Thôi từ chối',
    },
    refusedTitle: 'Chưa dùng được',
    unspoken: 'Thứ tiếng chưa có giọng máy',
    unspokenAll: (count: number) => `Xem cả ${count} thứ tiếng`,
    unspokenHint:
      'Cần người đọc: ghi âm ở trang bản tin, hoặc gửi liên kết ghi âm cho cộng tác viên.',
    speech: {
      title: 'Ai đọc',
      line: (engine: string, voice: string, n: number) => `${voice} (${engine}): ${n} câu`,
      cloud:
        'Có câu do giọng trên mạng đọc. Nếu đánh dấu bản tin có thông tin cá nhân, âm thanh được tạo lại bằng giọng trong máy; lời đã gửi đi thì không lấy lại được.',
      retake: 'Tạo lại âm thanh',
      retakeSure: 'Tạo lại âm thanh của bản tin?',
      retakeAsk:
        'Các câu bị đọc thay được thử lại bằng giọng đầu tiên. Âm thanh cũ vẫn phát cho tới khi có âm thanh mới; khi đó bản tin phải được duyệt lại.',
      chosen: 'Xem và chọn giọng đọc',
    },
  },
};
