// What names, passwords and codes must look like before anything is done with them.
// It must never know who is asking.
import { SLUG, SLUG_MAX } from '../../devices/protocol/index.ts';
import { composed } from '../domain/composed.ts';
import { badSlug, emptyField, refusal } from './refusals.ts';

export function slug(value: string, place: string): string {
  if (value.length > SLUG_MAX || !SLUG.test(value)) throw badSlug(place);
  return value;
}

export function line(value: string, place: string): string {
  const trimmed = composed(value).trim();
  if (trimmed === '' || trimmed.length > 300) throw emptyField(place);
  return trimmed;
}

export function signInName(value: string): string {
  const name = value.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9._-]{2,39}$/.test(name)) return name;
  throw refusal('caller', 'bad-name', {
    vi: 'Tên đăng nhập gồm 3–40 chữ thường không dấu, số, dấu chấm, gạch nối hoặc gạch dưới.',
    en: 'A sign-in name has 3–40 lower-case letters a–z, digits, dots, hyphens or underscores.',
    place: 'name',
  });
}

/** Length is what counts (NIST SP 800-63B §5.1.1); no rules about signs and capitals. */
const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

export function goodPassword(password: string, name: string): string {
  const place = 'password';
  if ([...password].length < PASSWORD_MIN || password.length > PASSWORD_MAX)
    throw refusal('caller', 'password-length', {
      vi: `Mật khẩu cần từ ${PASSWORD_MIN} đến ${PASSWORD_MAX} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
      en: `A password needs ${PASSWORD_MIN} to ${PASSWORD_MAX} characters; a short sentence is best.`,
      place,
    });
  const plain = password.toLowerCase();
  if (
    plain === name ||
    new Set(plain).size < 5 ||
    plain === name.repeat(plain.length / name.length)
  )
    throw refusal('caller', 'password-easy', {
      vi: 'Mật khẩu này quá dễ đoán: không được là tên đăng nhập hay vài ký tự lặp lại.',
      en: 'This password is too easy: it may not be your name or a few characters repeated.',
      place,
    });
  return password;
}
