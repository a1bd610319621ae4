// The environment's part about messages: mail server, SMS gateway, whom push services may write to.
// It must never read a file or open a connection: src/senders does, from what stands here.
import type { Sentence } from './domain/errors.ts';

export type ToldEnvironment = {
  smtpUrl: string | null;
  mailFrom: string | null;
  smsFile: string | null;
  smsSecret: string;
  smsReportSecret: string | null;
  /** mailto: or https:, said to push services (RFC 8292 §2.1) */
  pushContact: string | null;
  /** for trials on one machine: webhooks and push may go to loopback, without TLS */
  loopback: boolean;
};

type Kind<T> = {
  accepts: Sentence;
  parse(text: string): T | undefined;
  /** what was given is not repeated in a fault */
  secret?: boolean;
};
type Read = <T>(name: string, kind: Kind<T>, otherwise: T) => T;

export function readToldSettings(read: Read): ToldEnvironment {
  return {
    smtpUrl: read<string | null>('VANGXA_SMTP_URL', smtpUrl, null),
    mailFrom: read<string | null>('VANGXA_MAIL_FROM', mailFrom, null),
    smsFile: read<string | null>('VANGXA_SMS_FILE', text, null),
    smsSecret: read('VANGXA_SMS_SECRET', text, ''),
    smsReportSecret: read<string | null>('VANGXA_SMS_REPORT_SECRET', longSecret, null),
    pushContact: read<string | null>('VANGXA_PUSH_CONTACT', contact, null),
    loopback: read('VANGXA_MESSAGES_TO_LOOPBACK', yes, false),
  };
}

const text: Kind<string> = {
  accepts: { vi: 'một chuỗi không rỗng', en: 'a text that is not empty' },
  parse: (value) => value,
};

const smtpUrl: Kind<string> = {
  accepts: {
    vi: 'địa chỉ dạng smtp://tên:mật-khẩu@máy:587 hoặc smtps://…',
    en: 'an address such as smtp://name:password@host:587 or smtps://…',
  },
  secret: true,
  parse: (value) =>
    URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname
      ? value
      : undefined,
};

const mailFrom: Kind<string> = {
  accepts: {
    vi: 'người gửi dạng Vang Xa <bao@tinh.gov.vn>',
    en: 'a sender such as Vang Xa <bao@tinh.gov.vn>',
  },
  parse: (value) => (/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value) ? value : undefined),
};

/** A public address takes these reports: a short secret would be guessed. */
const longSecret: Kind<string> = {
  accepts: { vi: 'chuỗi bí mật từ 24 ký tự', en: 'a secret of 24 characters or more' },
  secret: true,
  parse: (value) => (value.length >= 24 ? value : undefined),
};

const contact: Kind<string> = {
  accepts: { vi: 'mailto:… hoặc https://…', en: 'mailto:… or https://…' },
  parse: (value) => (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(value) ? value : undefined),
};

const yes: Kind<boolean> = {
  accepts: { vi: 'yes hoặc no', en: 'yes or no' },
  parse: (value) => ({ yes: true, no: false })[value],
};
