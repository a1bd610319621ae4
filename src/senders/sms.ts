// SMS through whatever HTTP gateway the machine's owner described.
// It must never know who is told, nor log a number, a text or a secret.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Outcome, Senders } from '../services/told/senders-port.ts';
import { outcomeOf } from './answers.ts';
import type { Outside } from './outside.ts';
import { filled, type SmsGateway } from './sms-gateway.ts';

export type SmsSetting = {
  gateway: SmsGateway;
  secret: string;
  /** what the gateway must bring with a report; null: reports are not taken */
  reportSecret: string | null;
};

/** Gateways hand over to a telephone company before they answer. */
const TIMEOUT_MS = 15_000;

export function makeSms(of: { outside: Outside; setting: SmsSetting | null }): Senders['sms'] {
  const { outside, setting } = of;
  return {
    channel: 'sms',
    ready: () => setting !== null,
    async send({ to, letter, signal }) {
      if (setting === null) return { kind: 'failed', reason: 'not-set-up', detail: null };
      const { gateway, secret } = setting;
      const number = writtenAs(to.number, gateway.numbers);
      const request = filled(gateway, { to: number, text: to.text, id: letter.id, secret });
      const answer = await outside.ask({ ...request, timeoutMs: TIMEOUT_MS, signal });
      return outcomeOf(answer, ({ text }) => taken(gateway, text, letter.id));
    },
    report({ secret, fields }) {
      const described = setting?.gateway.report;
      if (!described || !setting?.reportSecret || !same(secret, setting.reportSecret)) return null;
      const providerId = fields[described.id];
      const detail = `${fields[described.state]}`.slice(0, 40);
      if (typeof providerId !== 'string' && typeof providerId !== 'number') return null;
      const of = { providerId: `${providerId}`.slice(0, 100), detail };
      if (described.delivered.includes(detail)) return { ...of, state: 'delivered' };
      return described.failed.includes(detail) ? { ...of, state: 'failed' } : null;
    },
  };
}

/** Kept as +84…: the one form that means the same everywhere. */
function writtenAs(number: string, style: SmsGateway['numbers']): string {
  const rest = number.replace(/^\+84/, '');
  if (rest === number) return style === '+84' ? number : number.replace(/^\+/, '');
  return `${style}${rest}`;
}

function taken(gateway: SmsGateway, text: string, ownId: string): Outcome {
  const answer = jsonOf(text);
  const { accepted, idField } = gateway;
  const said = accepted && answer?.[accepted.field];
  if (accepted && !accepted.values.includes(`${said ?? ''}`))
    return { kind: 'failed', reason: 'refused', detail: said ? `${said}`.slice(0, 40) : null };
  const named = idField === null ? null : answer?.[idField];
  const isName = typeof named === 'string' || typeof named === 'number';
  return { kind: 'sent', providerId: isName ? `${named}`.slice(0, 100) : ownId };
}

function jsonOf(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}

function same(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
