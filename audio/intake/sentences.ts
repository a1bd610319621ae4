// Every refusal of the intake room in words: what the file is, and what to do instead.
// It must never know how it was found out.

const PDF_OR_WORD = {
  vi: 'hãy mở bằng phần mềm đã soạn rồi lưu lại thành .docx hoặc PDF',
  en: 'open it where it was written and save it as .docx or PDF',
};

const other = (vi: string, en: string) =>
  ({
    fault: 'caller',
    vi: `Đây là ${vi}; ${PDF_OR_WORD.vi}.`,
    en: `This is ${en}; ${PDF_OR_WORD.en}.`,
  }) as const;

const caller = (vi: string, en: string) => ({ fault: 'caller', vi, en }) as const;
const world = (vi: string, en: string) => ({ fault: 'world', vi, en }) as const;

export const SAY = {
  'old-word': other('tệp Word cũ (.doc)', 'an old Word file (.doc)'),
  'old-excel': other('bảng tính Excel cũ (.xls)', 'an old Excel sheet (.xls)'),
  'old-powerpoint': other('tệp trình chiếu PowerPoint cũ (.ppt)', 'an old PowerPoint file (.ppt)'),
  'old-office': other('tệp Office cũ', 'an old Office file'),
  rtf: other('tệp RTF', 'an RTF file'),
  excel: other('bảng tính Excel (.xlsx)', 'an Excel sheet (.xlsx)'),
  powerpoint: other('tệp trình chiếu PowerPoint (.pptx)', 'a PowerPoint file (.pptx)'),
  'open-document': other('tệp OpenDocument (.odt, .ods, .odp)', 'an OpenDocument file (.odt)'),
  epub: other('sách điện tử EPUB', 'an EPUB book'),
  picture: other(
    'tệp ảnh thuộc loại chưa nhận dạng chữ được (hãy dùng PNG, JPEG, TIFF)',
    'a picture of a kind OCR does not take (PNG, JPEG and TIFF it does)',
  ),
  sound: caller(
    'Đây là tệp âm thanh, không phải văn bản.',
    'This is a sound file, not a document.',
  ),
  archive: caller(
    'Đây là tệp nén; hãy giải nén rồi gửi từng văn bản.',
    'This is a compressed archive; unpack it and send each document.',
  ),
  film: caller('Đây là tệp phim, không phải văn bản.', 'This is a film, not a document.'),
  executable: caller(
    'Đây là chương trình máy tính, không phải văn bản; tệp không được mở.',
    'This is a program, not a document; it was not opened.',
  ),
  'needs-ocr': caller(
    'Đây là ảnh chụp, không có lớp chữ; cần nhận dạng chữ (OCR). Hãy cài tesseract với tiếng Việt, hoặc gửi bản có chữ.',
    'This is a picture; needs OCR: it has no text layer. Install tesseract with Vietnamese, or send a file with text.',
  ),
  encrypted: caller(
    'Tệp được khóa bằng mật khẩu; hãy gỡ mật khẩu rồi gửi lại.',
    'The file is locked with a password; remove the password and send it again.',
  ),
  bomb: caller(
    'Tệp nén này nở ra lớn bất thường khi mở nên bị từ chối.',
    'This file grows abnormally large when opened, so it was refused.',
  ),
  broken: caller(
    'Tệp bị hỏng hoặc bị cắt cụt, không mở được; hãy gửi lại tệp gốc.',
    'The file is damaged or cut short and cannot be opened; send the original again.',
  ),
  'file-too-large': caller(
    'Tệp lớn hơn 25 MB; hãy tách thành nhiều tệp.',
    'The file is larger than 25 MB; split it.',
  ),
  'too-much-text': caller(
    'Tệp có hơn 10 triệu ký tự; hãy tách thành nhiều tệp.',
    'The file holds more than 10 million characters; split it.',
  ),
  'too-much-memory': caller(
    'Tệp cần quá nhiều bộ nhớ để mở nên đã dừng lại; hãy tách thành nhiều tệp.',
    'Opening the file needs too much memory, so it was stopped; split the file.',
  ),
  'too-slow': caller(
    'Mở tệp quá lâu nên đã dừng lại; hãy tách thành nhiều tệp.',
    'Opening the file took too long, so it was stopped; split the file.',
  ),
  stopped: caller(
    'Việc mở tệp đã được dừng theo yêu cầu.',
    'Opening the file was stopped on request.',
  ),
  'too-many-scanned': caller(
    'Tệp có hơn 500 trang ảnh quét; hãy tách thành nhiều tệp.',
    'The file has more than 500 scanned pages; split it.',
  ),
  'ocr-failed': world(
    'Chương trình nhận dạng chữ dừng giữa chừng; hãy làm lại.',
    'The OCR program stopped half-way; try again.',
  ),
  crashed: {
    fault: 'ours',
    vi: 'Tiến trình mở tệp dừng bất ngờ; hãy làm lại, nếu vẫn lỗi hãy lưu tệp thành PDF.',
    en: 'The process that opened the file stopped unexpectedly; try again, or save the file as PDF.',
  },
} as const;
