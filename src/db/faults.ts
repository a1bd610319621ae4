// What SQLite and its native module complain of, turned into sentences a person can act on.
// It must never know a table or a query; a wrong query stays an ordinary exception (fault ours).
import { AppError, type Sentence } from '../domain/errors.ts';

/** Known complaints of the world become AppError; everything else comes back as it was. */
export function worldly(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const known = COMPLAINTS.find(({ when }) => when.test(code));
  if (!known) return error;
  return new AppError({ code: known.code, fault: 'world', say: known.say, cause: error });
}

/** better-sqlite3 loads its native part at the first connection: that is where it may be missing. */
export function unloadable(error: unknown): unknown {
  if (!(error instanceof Error) || !isNativeFailure(error)) return worldly(error);
  return new AppError({ code: 'database-module', fault: 'world', say: NO_MODULE, cause: error });
}

function isNativeFailure(error: Error): boolean {
  const code = codeOf(error);
  return (
    code === 'ERR_DLOPEN_FAILED' ||
    code === 'MODULE_NOT_FOUND' ||
    error.message.includes('bindings file') ||
    error.message.includes('NODE_MODULE_VERSION')
  );
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const NO_MODULE: Sentence = {
  vi: 'Không nạp được thành phần cơ sở dữ liệu (better-sqlite3): máy này không có bản dựng sẵn phù hợp. Hãy cài công cụ biên dịch (python3, make, g++), rồi chạy lại "npm ci".',
  en: 'The database module (better-sqlite3) cannot be loaded: there is no prebuilt binary for this machine. Install build tools (python3, make, g++), then run "npm ci" again.',
};

const COMPLAINTS: readonly { when: RegExp; code: string; say: Sentence }[] = [
  {
    when: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/,
    code: 'disk-full',
    say: {
      vi: 'Ổ đĩa chứa dữ liệu đã đầy, thay đổi vừa rồi chưa được lưu. Hãy giải phóng dung lượng rồi làm lại.',
      en: 'The disk that holds the data is full; the last change was not saved. Free some space and try again.',
    },
  },
  {
    when: /^SQLITE_(BUSY|LOCKED)/,
    code: 'database-busy',
    say: {
      vi: 'Cơ sở dữ liệu đang bị một chương trình khác giữ, thay đổi vừa rồi chưa được lưu. Hãy đóng chương trình đó rồi làm lại.',
      en: 'Another program is holding the database; the last change was not saved. Close it and try again.',
    },
  },
  {
    when: /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|(EACCES|EPERM|EROFS|ENOTDIR|EISDIR)$)/,
    code: 'database-unwritable',
    say: {
      vi: 'Không mở hoặc không ghi được thư mục dữ liệu. Hãy kiểm tra quyền của tài khoản chạy dịch vụ đối với thư mục đó.',
      en: 'The data folder cannot be opened or written. Check the rights of the account that runs the service on that folder.',
    },
  },
  {
    when: /^SQLITE_(CORRUPT|NOTADB)/,
    code: 'database-damaged',
    say: {
      vi: 'Tệp cơ sở dữ liệu bị hỏng hoặc không phải của Vang Xa. Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.',
      en: 'The database file is damaged or not one of Vang Xa. Keep this file as it is and restore the latest backup.',
    },
  },
  {
    when: /^(SQLITE_IOERR|EIO$)/,
    code: 'disk-failed',
    say: {
      vi: 'Ổ đĩa báo lỗi khi đọc hoặc ghi dữ liệu, thay đổi vừa rồi chưa được lưu. Hãy kiểm tra ổ đĩa trước khi dùng tiếp.',
      en: 'The disk failed while reading or writing; the last change was not saved. Check the disk before going on.',
    },
  },
];
