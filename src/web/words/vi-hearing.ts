// The Vietnamese words of what looks personal in a bulletin, and of the spoken mark of machine voices.
// It must never know screens, data or the API.
export const viHearing = {
  hearing: {
    title: 'Thông tin cá nhân',
    looks: 'Bản tin có vẻ nêu thông tin riêng của người dân: đánh dấu?',
    meanwhile:
      'Trong khi chưa trả lời, bản tin được giữ như đã đánh dấu: không lên trang công khai, không vào podcast, không gửi cho giọng đọc trên mạng.',
    mark: 'Đánh dấu: có thông tin cá nhân',
    not: 'Không phải thông tin cá nhân',
    why: 'Vì sao không phải?',
    whyHint: 'Ví dụ: số trực ban của xã, tên cán bộ ký văn bản. Người duyệt sẽ đọc lý do này.',
    send: 'Ghi lý do',
    more: (n: number) => `và ${n} chỗ nữa`,
    answered: (reason: string, name: string, time: string) =>
      `Máy thấy chỗ giống thông tin cá nhân; ${name} trả lời lúc ${time}: ${reason}`,
    spokenTitle: 'Nói rõ là giọng máy',
    spokenHint: (sentence: string) =>
      `Cuối mỗi bản tin do máy đọc bằng tiếng Việt có thể nói thêm câu “${sentence}” Bản ghi âm của người thật không bao giờ có câu này. Bản tin đã có âm thanh thì giữ nguyên.`,
    spokenAsProvince: 'Theo tỉnh',
    spokenYes: (sentence: string) => `Có: “${sentence}”`,
    spokenNo: 'Không nói thêm',
    save: 'Lưu cách nói',
    saved: 'Đã lưu. Các bản tin làm từ bây giờ sẽ theo lựa chọn này.',
  },
};
