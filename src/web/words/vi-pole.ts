// The Vietnamese words of speakers, sites, units, hushes, the map.
// It must never know screens, data or the API.
export const viPole = {
  stop: {
    act: 'Dừng phát',
    title: (place: string) => `Dừng phát ở ${place}?`,
    titleMany: 'Dừng phát ở đâu?',
    ask: 'Mọi bản tin đang phát hoặc sắp phát trong 10 phút tới sẽ dừng, kể cả tin khẩn cấp.',
    looking: 'Đang xem những gì đang phát…',
    unknown: 'Chưa xem được đang phát gì. Vẫn dừng được: bấm nút đỏ bên dưới.',
    nothing: 'Lúc này không có bản tin nào đang phát hoặc sắp phát.',
    heard: 'Đang phát và sắp phát',
    where: 'Dừng ở',
    soundsNow: (title: string) => `Đang phát: ${title}`,
    soundsAt: (title: string, time: string) => `${time}: ${title}`,
    reason: 'Lý do (không bắt buộc)',
    now: (n: number, all: number) => (all === 1 ? 'Dừng phát ngay' : `Dừng ngay ở ${n} nơi`),
    going: 'Đang gửi lệnh dừng…',
    stopped: (place: string) => `Đã gửi lệnh dừng tới ${place}`,
    waits: (place: string) => `Lệnh dừng chưa tới loa của ${place}`,
    notStopped: (place: string) => `CHƯA DỪNG ĐƯỢC ở ${place}`,
    notSent: 'Lệnh dừng không tới được máy chủ vì mất kết nối. Loa vẫn có thể đang phát.',
    again: 'Gửi lại lệnh dừng',
    proof: (title: string) => `Xem từng cụm loa: ${title}`,
    airing: 'lượt phát',
  },
};
