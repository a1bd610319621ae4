// A real SMTP server on this machine: it asks for TLS and a password, and keeps what it is given.
// It must never assert anything: tests do.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { certificate } from './letter.ts';

export type Mail = { from: string; to: string[]; secure: boolean; user: string; text: string };
export type MailServer = { url: string; port: number; mails: Mail[] };

export const ACCOUNT = { user: 'vang-xa', pass: 'mật/khẩu@' };

export async function mailServer(of: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    ...certificate(),
    authMethods: ['PLAIN'],
    onAuth({ username = '', password }, session, done) {
      const isRight = username === ACCOUNT.user && password === ACCOUNT.pass;
      if (isRight && session.secure) return done(null, { user: username });
      return done(Object.assign(new Error('wrong'), { responseCode: 535 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: `${session.user ?? ''}`,
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...of,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const account = `${ACCOUNT.user}:${encodeURIComponent(ACCOUNT.pass)}`;
  return { url: `smtp://${account}@127.0.0.1:${port}`, port, mails };
}
