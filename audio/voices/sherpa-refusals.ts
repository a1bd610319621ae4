// Why a folder holds no usable voice, in two languages, for whoever copied it there.
// It must never know how the folder is read.
import type { SoundSentence } from '../errors.ts';

export type ModelFaultCode = keyof typeof SAY;

export class ModelFault extends Error {
  readonly code: ModelFaultCode;
  readonly say: SoundSentence;

  constructor(code: ModelFaultCode, cause?: unknown) {
    super(SAY[code].en, { cause });
    this.name = 'ModelFault';
    this.code = code;
    this.say = SAY[code];
  }
}

export function refuse(code: ModelFaultCode, cause?: unknown): never {
  throw new ModelFault(code, cause);
}

const SAY = {
  'no-model': {
    vi: 'Thư mục không có tệp model.onnx (hoặc có nhiều tệp .onnx). Hãy chép lại đủ thư mục của giọng đọc.',
    en: 'The folder has no model.onnx (or several .onnx files). Copy the whole folder of the voice again.',
  },
  'no-tokens': {
    vi: 'Thư mục không có tệp tokens.txt. Hãy chép lại đủ thư mục của giọng đọc.',
    en: 'The folder has no tokens.txt. Copy the whole folder of the voice again.',
  },
  'no-espeak-data': {
    vi: 'Giọng Piper này cần thư mục espeak-ng-data. Hãy chép lại đủ thư mục của giọng đọc.',
    en: 'This Piper voice needs its espeak-ng-data folder. Copy the whole folder of the voice again.',
  },
  'no-lexicon': {
    vi: 'Giọng này cần tệp lexicon.txt. Hãy chép lại đủ thư mục của giọng đọc.',
    en: 'This voice needs its lexicon.txt. Copy the whole folder of the voice again.',
  },
  'no-facts': {
    vi: 'Mô hình không phải VITS cho sherpa-onnx (thiếu sample_rate, n_speakers, language hoặc comment). Hãy dùng bản dành cho sherpa-onnx.',
    en: 'The model is no VITS for sherpa-onnx (sample_rate, n_speakers, language or comment is lacking). Use the one made for sherpa-onnx.',
  },
  'no-speaker': {
    vi: 'Mô hình không có người nói mang số ghi trong voice.json. Hãy sửa mục speakers.',
    en: 'The model has no speaker of a number named in voice.json. Correct its speakers.',
  },
  'no-language': {
    vi: 'Không rõ giọng này nói tiếng gì. Hãy thêm tệp voice.json có "language" (mã ISO 639-3, ví dụ "vie").',
    en: 'Which language the voice speaks is not said. Add a voice.json with "language" (ISO 639-3, for example "vie").',
  },
  'bad-note': {
    vi: 'Tệp voice.json không đọc được hoặc có mục sai. Hãy sửa theo mẫu trong README.',
    en: 'The voice.json cannot be read or has a wrong entry. Correct it after the example in the README.',
  },
  'too-large': {
    vi: 'Mô hình lớn hơn 1 GB, quá sức máy này. Hãy dùng bản nhỏ hơn.',
    en: 'The model is larger than 1 GB, too much for this machine. Use a smaller one.',
  },
  broken: {
    vi: 'Tệp mô hình bị hỏng hoặc chép chưa xong. Hãy chép lại.',
    en: 'The model file is damaged or was not copied to its end. Copy it again.',
  },
} satisfies Record<string, SoundSentence>;
