// Says which field of a request is wrong and how, in Vietnamese and English.
// It must never know routes; only what a schema check reports.
import type { FastifySchemaValidationError } from 'fastify';
import type { Sentence } from '../domain/errors.ts';

type Wrong = { say: Sentence; place: string };

/** The first thing wrong that a person can act on; a union's noise comes after it. */
export function sayWhatIsWrong(
  found: readonly FastifySchemaValidationError[],
  context: string,
): Wrong {
  const first = found.find((one) => one.keyword in SAY) ?? found[0];
  if (first === undefined) return inField(context, UNFIT);
  const place = placeOf(first) || context;
  return inField(place, SAY[first.keyword]?.(first.params) ?? UNFIT);
}

function inField(place: string, say: Sentence): Wrong {
  const name = nameOf(place);
  return {
    place,
    say: { vi: `${name.vi}: ${say.vi}.`, en: `${name.en}: ${say.en}.` },
  };
}

function placeOf(error: FastifySchemaValidationError): string {
  const path = error.instancePath.split('/').filter((part) => part !== '');
  const named = error.params.requiredProperties ?? error.params.additionalProperties;
  if (Array.isArray(named) && typeof named[0] === 'string') path.push(named[0]);
  return path.join('.');
}

/** `grants.0.role` is named by its last word that is not a number. */
function nameOf(place: string): Sentence {
  const last = place
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1);
  return FIELDS[last ?? ''] ?? { vi: `“${place}”`, en: `“${place}”` };
}

const UNFIT: Sentence = { vi: 'giá trị không dùng được', en: 'this value cannot be used' };
const TYPES: Record<string, Sentence> = {
  string: { vi: 'phải là chữ', en: 'must be text' },
  number: { vi: 'phải là số', en: 'must be a number' },
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  boolean: { vi: 'phải là có hoặc không', en: 'must be true or false' },
  array: { vi: 'phải là danh sách', en: 'must be a list' },
  object: { vi: 'phải là một nhóm giá trị', en: 'must be an object' },
};

type Params = Record<string, unknown>;
const SAY: Record<string, (params: Params) => Sentence> = {
  required: () => ({ vi: 'còn thiếu', en: 'is missing' }),
  additionalProperties: () => ({ vi: 'không có trường này', en: 'there is no such field' }),
  type: (params) => TYPES[String(params.type)] ?? UNFIT,
  minLength: (params) =>
    params.limit === 1
      ? { vi: 'không được để trống', en: 'must not be empty' }
      : { vi: `ít nhất ${params.limit} ký tự`, en: `at least ${params.limit} characters` },
  maxLength: (params) => ({
    vi: `nhiều nhất ${params.limit} ký tự`,
    en: `at most ${params.limit} characters`,
  }),
  pattern: () => ({ vi: 'có ký tự không được dùng', en: 'has characters that cannot be used' }),
  minimum: (params) => ({ vi: `nhỏ nhất là ${params.limit}`, en: `at least ${params.limit}` }),
  exclusiveMinimum: (params) => ({
    vi: `phải lớn hơn ${params.limit}`,
    en: `must be more than ${params.limit}`,
  }),
  maximum: (params) => ({ vi: `lớn nhất là ${params.limit}`, en: `at most ${params.limit}` }),
  minItems: (params) => ({
    vi: `chọn ít nhất ${params.limit}`,
    en: `choose at least ${params.limit}`,
  }),
  maxItems: (params) => ({
    vi: `nhiều nhất ${params.limit} mục`,
    en: `at most ${params.limit} entries`,
  }),
  const: () => UNFIT,
  anyOf: () => UNFIT,
};

const FIELDS: Record<string, Sentence> = {
  name: { vi: 'Tên', en: 'Name' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  token: { vi: 'Mã trong đường dẫn', en: 'The code in the link' },
  provinceName: { vi: 'Tên tỉnh', en: 'Name of the province' },
  provinceCode: { vi: 'Mã tỉnh', en: 'Code of the province' },
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  parentId: { vi: 'Địa bàn cấp trên', en: 'Area above' },
  population: { vi: 'Số dân', en: 'Population' },
  areaId: { vi: 'Địa bàn', en: 'Area' },
  areaIds: { vi: 'Nơi phát', en: 'Where it airs' },
  grants: { vi: 'Quyền', en: 'Roles' },
  role: { vi: 'Vai trò', en: 'Role' },
  hours: { vi: 'Giờ phát', en: 'Hours' },
  windows: { vi: 'Khung giờ', en: 'Hours' },
  days: { vi: 'Ngày trong tuần', en: 'Days of the week' },
  fromMinute: { vi: 'Giờ bắt đầu', en: 'Hour of beginning' },
  toMinute: { vi: 'Giờ kết thúc', en: 'Hour of ending' },
  text: { vi: 'Nội dung', en: 'Text' },
  title: { vi: 'Tiêu đề', en: 'Title' },
  takeId: { vi: 'Mã theo dõi', en: 'Id for progress' },
  part: { vi: 'Phần của văn bản', en: 'Part of the document' },
  commentUntil: { vi: 'Hạn góp ý', en: 'Comments until' },
  inForceFrom: { vi: 'Ngày có hiệu lực', en: 'In force from' },
  endedOn: { vi: 'Ngày hết hiệu lực', en: 'Ended on' },
  by: { vi: 'Số của văn bản thay thế', en: 'Number of the other document' },
  written: { vi: 'Chữ viết', en: 'Written' },
  spoken: { vi: 'Cách đọc', en: 'Spoken' },
  note: { vi: 'Ghi chú', en: 'Note' },
  example: { vi: 'Ví dụ', en: 'Example' },
  words: { vi: 'Lời đọc', en: 'Words' },
  keep: { vi: 'Nơi lưu', en: 'Where it is kept' },
  profile: { vi: 'Cách đọc', en: 'Reading profile' },
  minutes: { vi: 'Số phút', en: 'Minutes' },
  genre: { vi: 'Thể loại', en: 'Genre' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  priority: { vi: 'Mức ưu tiên', en: 'Priority' },
  maxSeconds: { vi: 'Độ dài tối đa (giây)', en: 'Longest length (seconds)' },
  documentId: { vi: 'Văn bản', en: 'Document' },
  bulletinId: { vi: 'Bản tin', en: 'Bulletin' },
  contentHash: { vi: 'Mã của bản âm thanh đã nghe', en: 'Hash of the sound that was heard' },
  remark: { vi: 'Lý do trả lại', en: 'Remark' },
  rule: { vi: 'Cách phát', en: 'Rule' },
  atMs: { vi: 'Giờ phát', en: 'Time of airing' },
  pattern: { vi: 'Mẫu lặp lại', en: 'Pattern' },
  slots: { vi: 'Các mục đã điền', en: 'What was filled in' },
  rules: { vi: 'Lúc phát', en: 'When it airs' },
  repeats: { vi: 'Số lần đọc', en: 'How often it is said' },
  templateHash: { vi: 'Bản của mẫu đã mở', en: 'The template as opened' },
  fromMs: { vi: 'Từ lúc', en: 'From' },
  untilMs: { vi: 'Đến lúc', en: 'Until' },
  toMs: { vi: 'Đến lúc', en: 'Until' },
  id: { vi: 'Mã', en: 'Id' },
  zone: { vi: 'Loại khu vực', en: 'Kind of place' },
  startOffsetMs: { vi: 'Độ trễ (mili giây)', en: 'Start offset (milliseconds)' },
  speed: { vi: 'Tốc độ', en: 'Speed' },
  limit: { vi: 'Số dòng', en: 'Number of lines' },
  beforeId: { vi: 'Dòng trước', en: 'Line before' },
  body: { vi: 'Nội dung yêu cầu', en: 'The request' },
  querystring: { vi: 'Địa chỉ yêu cầu', en: 'The address asked' },
  params: { vi: 'Địa chỉ yêu cầu', en: 'The address asked' },
};
