// E-mail over SMTP: one short message, plain and as little HTML as a phone's reader needs.
// It must never send without TLS unless its owner said so, nor log a password.
import { createTransport, type Transporter } from 'nodemailer';
import type { Letter, Outcome, Sender } from '../services/told/senders-port.ts';

export type MailSetting = {
  /** smtp://name:password@host:587 (STARTTLS), smtps://…:465, or smtp://relay:25?tls=off */
  url: string;
  /** "Vang Xa <bao@tinh.gov.vn>" */
  from: string;
  /** certificates to believe beside the system's */
  ca?: string;
};

/** A live server answers in two; more than these and the next message would wait too. */
const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;

export function makeMail(setting: MailSetting | null): Sender<string> {
  const transport = setting === null ? null : transportOf(setting);
  return {
    channel: 'mail',
    ready: () => transport !== null,
    async send({ to, letter }) {
      if (transport === null || setting === null)
        return { kind: 'failed', reason: 'not-set-up', detail: null };
      try {
        await transport.sendMail(mailOf({ to, letter, from: setting.from }));
        return { kind: 'sent', providerId: null };
      } catch (error) {
        return outcomeOf(error as SmtpFault);
      }
    },
  };
}

function transportOf({ url, ca }: MailSetting): Transporter {
  const at = new URL(url);
  const secure = at.protocol === 'smtps:';
  const user = decodeURIComponent(at.username);
  const pass = decodeURIComponent(at.password);
  return createTransport({
    host: at.hostname.replace(/^\[|\]$/g, ''),
    port: Number(at.port) || (secure ? 465 : 587),
    secure,
    // a server that offers no TLS, or one in the middle that hides it, gets neither password nor message
    requireTLS: !secure && at.searchParams.get('tls') !== 'off',
    ...(user === '' ? {} : { auth: { user, pass } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function mailOf({ to, letter, from }: { to: string; letter: Letter; from: string }) {
  const { id, title, body, link, language, urgent } = letter;
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? 'vang-xa.invalid';
  const why = WHY[language];
  return {
    // an object, so that nothing in it is ever read as a second address
    ...{ from, to: { name: '', address: to } },
    subject: `${title} · ${body}`.slice(0, 150),
    messageId: `<${id}@${host}>`,
    text: `${title}\n${body}\n\n${link}\n\n-- \n${why}\n`,
    html: htmlOf({ title, body, link, why, language }),
    ...(urgent ? { priority: 'high' as const } : {}),
    list: { id: { url: `vang-xa.${host}`, comment: 'Vang Xa' } },
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  };
}

const WHY = {
  vi: 'Vang Xa gửi thư này theo mục “Nhận tin” của bạn. Đổi hoặc tắt ở đó.',
  en: 'Vang Xa sent this as your “Messages” settings say. Change or stop it there.',
};

function htmlOf(of: Record<'title' | 'body' | 'link' | 'why' | 'language', string>): string {
  const title = escaped(of.title);
  return [
    `<!doctype html><html lang="${of.language}"><meta charset="utf-8"><title>${title}</title>`,
    `<body style="font:16px/1.5 sans-serif"><p><strong>${title}</strong><br>${escaped(of.body)}</p>`,
    `<p><a href="${escaped(of.link)}">${escaped(of.link)}</a></p>`,
    `<p style="color:#555">${escaped(of.why)}</p></body></html>`,
  ].join('\n');
}

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
}

type SmtpFault = { code?: string; responseCode?: number };

/** RFC 5321 §4.2.1: 4xx is worth another try, 5xx about this message is not. */
function outcomeOf({ code, responseCode }: SmtpFault): Outcome {
  const detail = `${responseCode ?? code ?? 'ERROR'}`;
  // our own account or certificates: whoever runs the service mends it, and the message still waits
  if (code === 'EAUTH' || code === 'ETLS')
    return { kind: 'later', reason: 'not-set-up', detail, askedMs: 0 };
  if (responseCode === undefined) return { kind: 'later', reason: 'no-answer', detail, askedMs: 0 };
  if (responseCode < 500) return { kind: 'later', reason: 'busy', detail, askedMs: 60_000 };
  return { kind: 'failed', reason: 'refused', detail };
}
