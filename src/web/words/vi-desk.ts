// The Vietnamese words of the frame around every screen.
// It must never know screens, data or the API.
export const viDesk = {
  again: {
    title: 'Đăng nhập lại',
    kept: 'Phiên làm việc đã hết. Những gì bạn đang làm vẫn còn nguyên trên trang này.',
    other: 'Người khác đăng nhập',
  },
  player: {
    play: 'Nghe',
    pause: 'Tạm dừng',
    place: 'Vị trí trong bản âm thanh',
    failed: 'Không phát được âm thanh. Hãy kiểm tra mạng rồi bấm Nghe lần nữa.',
  },
};
