import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeMail } from '../../src/senders/mail.ts';
import { certificate, letter, signal } from './letter.ts';
import { mailServer } from './mail-server.ts';

const from = 'Vang Xa <bao@tinh.example>';
const to = 'lan@xa.example';
const mailTo = (url: string, of: { ca?: string } = { ca: certificate().cert }) =>
  makeMail({ url, from, ...of });

/** Headers unfolded, the body as it stands. */
const headersOf = (text: string) => text.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
const decoded = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (hex) =>
      Buffer.from(hex.replace(/=/g, ''), 'hex').toString('utf8'),
    );

describe('mail', () => {
  test('goes by STARTTLS with a password, in plain words and a little HTML', async () => {
    const server = await mailServer();
    const outcome = await mailTo(server.url).send({ to, letter, signal });
    expect(outcome).toEqual({ kind: 'sent', providerId: null });
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'bao@tinh.example', to: [to], secure: true });
    expect(mail?.user).toBe('vang-xa');
    const headers = headersOf(mail?.text ?? '');
    expect(headers).toContain(`Message-ID: <${letter.id}@tinh.example>`);
    expect(headers).toMatch(/^List-ID: .*<vang-xa\.tinh\.example>/im);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated/im);
    const body = decoded(mail?.text ?? '');
    expect(body).toContain(letter.link);
    expect(body).toContain('7 cụm loa im lặng');
    expect(body).toContain('<html lang="vi">');
  });

  test('a title of markup is text, a line break in it is no header, a comma no second address', async () => {
    const server = await mailServer();
    const title = '<img src=x> & "quoted"\r\nBcc: all@tinh.example';
    await mailTo(server.url).send({ to, letter: { ...letter, title }, signal });
    const [mail] = server.mails;
    expect(mail?.to).toEqual([to]);
    expect(headersOf(mail?.text ?? '')).not.toMatch(/^Bcc:/m);
    expect(decoded(mail?.text ?? '')).toContain('&lt;img src=x&gt; &amp; &quot;quoted&quot;');
  });

  test('an emergency is marked as one', async () => {
    const server = await mailServer();
    await mailTo(server.url).send({
      to,
      letter: { ...letter, urgent: true, language: 'en' },
      signal,
    });
    expect(headersOf(server.mails[0]?.text ?? '')).toMatch(/^Importance: high/im);
  });

  test('a server that offers no TLS gets neither the password nor the message', async () => {
    const server = await mailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const outcome = await mailTo(server.url).send({ to, letter, signal });
    expect(outcome).toMatchObject({ kind: 'later', reason: 'not-set-up' });
    expect(server.mails).toEqual([]);
  });

  test('unless its owner said so: a relay next door', async () => {
    const server = await mailServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    const url = `smtp://127.0.0.1:${server.port}?tls=off`;
    expect(await mailTo(url).send({ to, letter, signal })).toMatchObject({ kind: 'sent' });
  });

  test('a certificate nobody vouches for is refused', async () => {
    const server = await mailServer();
    const outcome = await mailTo(server.url, {}).send({ to, letter, signal });
    expect(outcome).toMatchObject({ kind: 'later' });
    expect(server.mails).toEqual([]);
  });

  test('a wrong password is ours to mend, and the message waits', async () => {
    const server = await mailServer();
    const url = server.url.replace('vang-xa:', 'nobody:');
    expect(await mailTo(url).send({ to, letter, signal })).toEqual({
      ...{ kind: 'later', reason: 'not-set-up', detail: '535', askedMs: 0 },
    });
  });

  test.each([
    [550, { kind: 'failed', reason: 'refused', detail: '550' }],
    [451, { kind: 'later', reason: 'busy', detail: '451', askedMs: 60_000 }],
  ])('a receiver answered with %i is %j', async (responseCode, outcome) => {
    const server = await mailServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user lan@xa.example'), { responseCode })),
    });
    expect(await mailTo(server.url).send({ to, letter, signal })).toEqual(outcome);
  });

  test('nobody there is no answer', async () => {
    const outcome = await mailTo('smtp://127.0.0.1:1').send({ to, letter, signal });
    expect(outcome).toMatchObject({ kind: 'later', reason: 'no-answer' });
  });

  test('a server that hangs up in the greeting is no answer', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const outcome = await mailTo(`smtp://127.0.0.1:${port}`).send({ to, letter, signal });
    expect(outcome).toMatchObject({ kind: 'later', reason: 'no-answer' });
  });

  test('without a server it is not offered, and says why', async () => {
    const none = makeMail(null);
    expect(none.ready()).toBe(false);
    expect(await none.send({ to, letter, signal })).toMatchObject({ reason: 'not-set-up' });
  });
});
