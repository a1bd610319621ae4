import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sendersOf } from '../../src/senders-of.ts';
import { readSettings } from '../../src/settings.ts';
import { openToldKeys } from '../../src/told-keys.ts';

function keysPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-told-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys', 'messages.json');
}
const senders = (env: Record<string, string>, publicUrl = 'http://127.0.0.1:8080') =>
  sendersOf({
    told: readSettings(env).told,
    ...{ folder: dirname(dirname(keysPath())), publicUrl: () => publicUrl, wallMs: () => 0 },
  });

describe('the keys of messages', () => {
  test('are made once, readable by their owner alone, and the same ever after', () => {
    const path = keysPath();
    const made = openToldKeys(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(openToldKeys(path)).toEqual(made);
    expect(Buffer.from(made.push.publicKey, 'base64url')[0]).toBe(4);
  });

  test('that others may read stop the start', () => {
    const path = keysPath();
    openToldKeys(path);
    chmodSync(path, 0o644);
    expect(() => openToldKeys(path)).toThrow(expect.objectContaining({ fault: 'world' }));
  });

  test.each(['{', '{}', '{"push":{"publicKey":"a","privateKey":"b"},"webhooks":"c"}'])(
    'that are %s stop it too, and say what to do',
    (text) => {
      const path = keysPath();
      openToldKeys(path);
      writeFileSync(path, text);
      expect(() => openToldKeys(path)).toThrow(
        expect.objectContaining({ code: 'told-keys-unreadable' }),
      );
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('the environment’s part about messages', () => {
  test('needs nothing: pushes and webhooks go, mail and SMS are not offered', () => {
    const { push, mail, sms, webhook } = senders({});
    expect([push, mail, sms, webhook].map((one) => one.ready())).toEqual([
      ...[true, false, false, true],
    ]);
  });

  test('describes a mail server and an SMS gateway', () => {
    const { mail, sms } = senders({
      VANGXA_SMTP_URL: 'smtps://vang-xa:mat-khau@mail.example:465',
      VANGXA_MAIL_FROM: 'Vang Xa <bao@tinh.example>',
      VANGXA_SMS_FILE: 'config/sms-gateway.json',
      VANGXA_SMS_SECRET: 'khoa',
    });
    expect([mail.ready(), sms.ready()]).toEqual([true, true]);
  });

  test.each([
    [{ VANGXA_SMTP_URL: 'smtp://mail.example' }, 'VANGXA_MAIL_FROM'],
    [{ VANGXA_SMS_FILE: '/nowhere/sms.json' }, '/nowhere/sms.json'],
    [{ VANGXA_SMS_FILE: 'package.json' }, 'url'],
  ])('%j stops the start with a sentence', (env, named) => {
    expect(() => senders(env)).toThrow(named);
  });

  test.each([
    ['VANGXA_SMTP_URL', 'http://lan:mat-khau@x', 'smtp://'],
    ['VANGXA_MAIL_FROM', 'nobody', 'a sender'],
    ['VANGXA_SMS_REPORT_SECRET', 'ngan', '24'],
    ['VANGXA_PUSH_CONTACT', 'lan', 'mailto:'],
    ['VANGXA_MESSAGES_TO_LOOPBACK', 'maybe', 'yes or no'],
  ])('%s=%s is refused; a secret is not repeated', (name, value, wanted) => {
    const refused = () => readSettings({ [name]: value });
    expect(refused).toThrow(wanted);
    expect(refused).not.toThrow('mat-khau');
  });

  test.each([
    [{}, 'https://vangxa.example'],
    [{ VANGXA_MAIL_FROM: 'Vang Xa <bao@tinh.example>' }, 'http://10.0.0.5'],
    [{ VANGXA_PUSH_CONTACT: 'mailto:truc@tinh.example' }, 'http://10.0.0.5'],
  ])('%j at %s is somebody a push service may write to', async (env, publicUrl) => {
    // an address of this machine is refused before anything is sent, after the token is signed
    const outcome = await senders(env, publicUrl).push.send({
      to: { endpoint: 'https://127.0.0.1/', p256dh: 'x', auth: 'y' },
      letter: {
        ...{ id: 'i', title: 't', body: 'b', link: 'l', language: 'vi', urgent: false },
        ...{ lifeMs: 1_000, topic: 't' },
      },
      signal: new AbortController().signal,
    });
    expect(outcome.kind).toBe('failed');
  });
});
