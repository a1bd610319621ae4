// One believable letter, certificates of this machine's own, and servers that close with their test.
// It must never assert anything: tests do.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Letter } from '../../src/services/told/senders-port.ts';

export const letter: Letter = {
  id: '01JD0000000000000000000000',
  title: '7 cụm loa im lặng',
  body: 'Bản Mòng; Bản Cóc và 5 nữa · Xã Mường La',
  link: 'https://vangxa.example/#/speakers',
  language: 'vi',
  urgent: false,
  lifeMs: 3_600_000,
  topic: 'n1',
};
export const signal = new AbortController().signal;

export type Certificate = { key: string; cert: string };
let made: Certificate | null = null;

/** Of localhost and 127.0.0.1, its own authority; made once. */
export function certificate(): Certificate {
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '2', '-subj', '/CN=localhost', '-addext', names, '-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true, force: true });
  return made;
}

export type Asked = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
};
export type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer };
export type Receiver = { url: string; asked: Asked[] };

/** A server that remembers what it was asked; an answer that never comes is `null`. */
export async function receiver(of: {
  tls?: boolean;
  answer: (asked: Asked, n: number) => Answer | null;
}): Promise<Receiver> {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks) };
      asked.push(one);
      const answer = of.answer(one, asked.length);
      if (answer === null) return;
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(answer.body);
    });
  };
  const server = of.tls ? createTlsServer(certificate(), listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${of.tls ? 'https' : 'http'}://127.0.0.1:${port}`, asked };
}
