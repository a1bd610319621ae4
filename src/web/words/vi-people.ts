// The Vietnamese words of accounts and passwords.
// It must never know screens, data or the API.

export const viPeople = {
  accounts: {
    title: 'Tài khoản',
    invite: 'Mời người mới',
    name: 'Tên đăng nhập',
    nameHint: 'Chữ thường không dấu, ví dụ: lan.nguyen',
    fullName: 'Họ và tên',
    roles: 'Vai trò',
    where: 'Tại',
    act: 'Tạo lời mời',
    link: 'Gửi đường dẫn này cho người được mời. Nó chỉ hiện một lần và dùng được một lần.',
    disable: 'Khóa tài khoản',
    disableSure: 'Khóa tài khoản này?',
    disableAsk: 'Người này bị đăng xuất ngay và không vào lại được.',
    disabled: 'Đã khóa',
    enable: 'Mở lại',
    inviteAgain: 'Gửi lại lời mời',
    inviteAgainAsk: 'Người này bị đăng xuất, mật khẩu cũ hết hiệu lực và phải đặt mật khẩu mới.',
    you: 'bạn',
  },
  password: {
    title: 'Đổi mật khẩu',
    current: 'Mật khẩu hiện tại',
    next: 'Mật khẩu mới',
    changed: 'Đã đổi. Các máy khác đang đăng nhập bằng tài khoản này đã bị đăng xuất.',
  },
};

export type PeopleWords = typeof viPeople;
