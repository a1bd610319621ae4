// The senders as the environment and the data folder describe them.
// It must never know what is sent; a description that is wrong stops the start with a sentence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './domain/errors.ts';
import { makeSenders } from './senders/senders.ts';
import { readGateway } from './senders/sms-gateway.ts';
import type { Senders } from './services/told/senders-port.ts';
import { openToldKeys } from './told-keys.ts';
import type { ToldEnvironment } from './told-settings.ts';

export function sendersOf(of: {
  told: ToldEnvironment;
  folder: string;
  publicUrl(): string;
  wallMs(): number;
}): Senders {
  const { told } = of;
  const keys = openToldKeys(join(of.folder, 'keys', 'messages.json'));
  return makeSenders(
    {
      push: { keys: keys.push, contact: () => told.pushContact ?? contactOf(of.publicUrl(), told) },
      webhookKey: keys.webhooks,
      mail: mailOf(told),
      sms: told.smsFile === null ? null : smsOf(told.smsFile, told),
      loopback: told.loopback,
    },
    of.wallMs,
  );
}

/** Push services want one and Apple's refuses without; http is none. */
function contactOf(publicUrl: string, { mailFrom }: ToldEnvironment): string {
  if (publicUrl.startsWith('https:')) return publicUrl;
  const address = /[^\s<>]+@[^\s<>]+/.exec(mailFrom ?? '')?.[0];
  return `mailto:${address ?? 'vang-xa@localhost.localdomain'}`;
}

function mailOf({ smtpUrl: url, mailFrom: from }: ToldEnvironment) {
  if (url === null) return null;
  if (from !== null) return { url, from };
  throw new AppError({
    code: 'bad-settings',
    fault: 'caller',
    say: {
      vi: 'Đã đặt VANGXA_SMTP_URL thì cần cả VANGXA_MAIL_FROM, ví dụ: Vang Xa <bao@tinh.gov.vn>.',
      en: 'VANGXA_SMTP_URL also needs VANGXA_MAIL_FROM, such as: Vang Xa <bao@tinh.gov.vn>.',
    },
  });
}

function smsOf(
  path: string,
  { smsSecret: secret, smsReportSecret: reportSecret }: ToldEnvironment,
) {
  return { gateway: readGateway(textOf(path)), secret, reportSecret };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError({
      code: 'bad-settings',
      fault: 'caller',
      say: {
        vi: `VANGXA_SMS_FILE: không đọc được ${path}.`,
        en: `VANGXA_SMS_FILE: ${path} cannot be read.`,
      },
      place: path,
      cause,
    });
  }
}
