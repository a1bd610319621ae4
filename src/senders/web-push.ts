// Web Push: a message encrypted for one browser (RFC 8291), signed as ours (RFC 8292), handed to its push service.
// It must never know whose browser it is.
import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { Letter, PushTo, Senders } from '../services/told/senders-port.ts';
import { outcomeOf } from './answers.ts';
import type { Outside } from './outside.ts';

export type VapidKeys = { publicKey: string; privateKey: string };

/** Push services answer in a second; a quarter of a minute is a bad line. */
const TIMEOUT_MS = 15_000;

export function makeWebPush(of: {
  outside: Outside;
  keys: VapidKeys;
  /** whom a push service may write to about us: mailto: or https: (RFC 8292 §2.1) */
  contact(): string;
}): Senders['push'] {
  return {
    channel: 'push',
    publicKey: of.keys.publicKey,
    ready: () => true,
    async send({ to, letter, signal }) {
      try {
        const { body, headers } = sealed(to, letter, { ...of.keys, subject: of.contact() });
        const { endpoint: url } = to;
        const request = { url, headers, body, timeoutMs: TIMEOUT_MS, signal };
        const answer = await of.outside.ask(request);
        return outcomeOf(answer, () => ({ kind: 'sent', providerId: null }));
      } catch {
        // keys no browser ever made: the subscription is worth nothing
        return { kind: 'failed', reason: 'gone', detail: 'keys' };
      }
    },
  };
}

function sealed(to: PushTo, letter: Letter, vapidDetails: VapidKeys & { subject: string }) {
  const { id, title, body, link, language, urgent, topic } = letter;
  const { endpoint, p256dh, auth } = to;
  const payload = JSON.stringify({ id, title, body, link, language, urgent, topic });
  return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
    vapidDetails,
    TTL: Math.floor(letter.lifeMs / 1000),
    urgency: urgent ? 'high' : 'normal',
    // at most 32 letters of base64url (RFC 8030 §5.4)
    topic: createHash('sha256').update(topic).digest('base64url').slice(0, 32),
    contentEncoding: 'aes128gcm',
  }) as { headers: Record<string, string | number>; body: Buffer };
}
