// The Vietnamese words of the frame around every screen.
// It must never know screens, data or the API.
export const viDesk = {
  player: {
    play: 'Nghe',
    pause: 'Tạm dừng',
    place: 'Vị trí trong bản âm thanh',
    failed: 'Không phát được âm thanh. Hãy kiểm tra mạng rồi bấm Nghe lần nữa.',
  },
};
