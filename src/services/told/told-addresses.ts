// What an e-mail address and a phone number must look like, and the one form each is kept in.
// It must never know whether one exists.
import { refusal } from '../refusals.ts';

export function contactAddress(channel: 'mail' | 'sms', written: string): string {
  return channel === 'mail' ? mailAddress(written) : phoneNumber(written);
}

/** RFC 5321 §4.5.3.1: 64 letters before the @, 254 in all; quoted names exist in books only. */
const MAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

function mailAddress(written: string): string {
  const address = written.trim();
  if (address.length <= 254 && MAIL.test(address)) return address;
  throw refusal('caller', 'bad-address', {
    vi: 'Địa chỉ thư không đúng dạng, ví dụ: lan@xa.gov.vn',
    en: 'This is no e-mail address; one looks like lan@xa.gov.vn',
    place: 'address',
  });
}

/** Vietnamese mobile numbers only: a code sent to a premium number abroad is somebody's income. */
function phoneNumber(written: string): string {
  const digits = written.replace(/[\s.()-]/g, '');
  const found = /^(?:\+?84|0)([35789]\d{8})$/.exec(digits);
  if (found) return `+84${found[1]}`;
  throw refusal('caller', 'bad-address', {
    vi: 'Cần số di động Việt Nam, ví dụ: 0912 345 678',
    en: 'A Vietnamese mobile number is needed, such as 0912 345 678',
    place: 'address',
  });
}
