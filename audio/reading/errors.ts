// The one error of the reading room: a file that cannot be read aloud, said to a person.
// It must never know who asked, nor carry a single word of the document itself.

export type ReadingCode = 'empty' | 'too-large' | 'binary' | 'encoding' | 'not-vietnamese';

const SAY: Record<ReadingCode, { vi: string; en: string }> = {
  empty: { vi: 'Văn bản trống, không có gì để đọc.', en: 'The text is empty.' },
  'too-large': { vi: 'Tệp lớn hơn 10 MB.', en: 'The file is larger than 10 MB.' },
  binary: { vi: 'Tệp này không phải văn bản.', en: 'This file is not text.' },
  encoding: {
    vi: 'Không nhận ra bảng mã của tệp; hãy lưu lại bằng UTF-8.',
    en: 'The encoding is not recognised; save the file as UTF-8.',
  },
  'not-vietnamese': {
    vi: 'Văn bản không có tiếng Việt có dấu.',
    en: 'There is no accented Vietnamese in this text.',
  },
};

/** Always the caller's fault: the same bytes will never become readable by trying again. */
export class ReadingError extends Error {
  readonly code: ReadingCode;
  readonly fault = 'caller' as const;
  readonly say: { vi: string; en: string };
  constructor(code: ReadingCode, name: string | null = null) {
    const place = name === null || name === '' ? '' : `${name}: `;
    super(`${place}${SAY[code].en}`);
    this.name = 'ReadingError';
    this.code = code;
    this.say = { vi: `${place}${SAY[code].vi}`, en: `${place}${SAY[code].en}` };
  }
}
