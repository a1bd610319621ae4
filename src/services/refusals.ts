// The sentences of the use-cases: what is refused, why, and what to do about it.
// It must never decide anything; what a bulletin's state forbids is said in src/domain/problems.ts.
import { AppError, type Fault, type Sentence } from '../domain/errors.ts';

type Words = Sentence & { place?: string };

export function refusal(fault: Fault, code: string, { vi, en, place }: Words): AppError {
  return new AppError({ code, fault, say: { vi, en }, ...(place ? { place } : {}) });
}

/** One answer for "does not exist" and "not yours": a stranger learns nothing from the difference. */
export const missing = () =>
  refusal('missing', 'missing', {
    vi: 'Không tìm thấy, hoặc không thuộc địa bàn của bạn.',
    en: 'There is no such thing, or it is not in your area.',
  });

export const notYourRole = () =>
  refusal('forbidden', 'not-your-role', {
    vi: 'Tài khoản của bạn không có vai trò làm việc này ở địa bàn này.',
    en: 'Your account holds no role that may do this in this area.',
  });

export const taken = (place: string, name: string) =>
  refusal('conflict', 'taken', {
    vi: `"${name}" đã có rồi. Hãy chọn tên khác.`,
    en: `"${name}" exists already. Choose another.`,
    place,
  });

export const badSlug = (place: string) =>
  refusal('caller', 'bad-code', {
    vi: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối đơn, dài tối đa 40 ký tự.',
    en: 'A code has only lower-case letters a–z, digits and single hyphens, at most 40 characters.',
    place,
  });

export const emptyField = (place: string) =>
  refusal('caller', 'empty-field', {
    vi: 'Mục này không được để trống và dài tối đa 300 ký tự.',
    en: 'This field may not be empty, and has at most 300 characters.',
    place,
  });

export const limitReached = (what: Sentence) =>
  refusal('world', 'limit-reached', {
    vi: `Đã đến giới hạn: ${what.vi}.`,
    en: `A limit is reached: ${what.en}.`,
  });
