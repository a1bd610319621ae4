// The two messages a person asks for: a code that proves an address is theirs, and a trial.
// It must never know where they are sent.
import type { Sentence } from '../errors.ts';
import type { Language } from './notification-model.ts';

export const CODE_MINUTES = 15;

export function codeWords(code: string, language: Language): { title: string; body: string } {
  const title: Sentence = { vi: `Mã xác nhận: ${code}`, en: `Your code: ${code}` };
  const body: Sentence = {
    vi: `Có hiệu lực ${CODE_MINUTES} phút. Nếu bạn không yêu cầu, hãy bỏ qua.`,
    en: `Good for ${CODE_MINUTES} minutes. If you did not ask for it, ignore this.`,
  };
  return { title: title[language], body: body[language] };
}

export function trialWords(language: Language): { title: string; body: string } {
  const title: Sentence = { vi: 'Vang Xa: gửi thử', en: 'Vang Xa: a trial' };
  const body: Sentence = {
    vi: 'Kênh này nhận được tin.',
    en: 'Messages reach you here.',
  };
  return { title: title[language], body: body[language] };
}
