// A commune's webhook: what happened as JSON, signed, so that the receiver knows it is ours and how old it is.
// It must never know what is said, nor store a secret: each is derived from the one key of the service.
import { createHmac } from 'node:crypto';
import type { Senders } from '../services/told/senders-port.ts';
import { outcomeOf } from './answers.ts';
import type { Outside } from './outside.ts';

/** A receiver takes the message and works later; who works first is tried again. */
const TIMEOUT_MS = 5_000;

export function makeWebhooks(of: {
  outside: Outside;
  key: Uint8Array;
  wallMs(): number;
}): Senders['webhook'] {
  const secretOf = (webhookId: string) =>
    createHmac('sha256', of.key).update(`webhook:${webhookId}`).digest('base64url');
  return {
    channel: 'webhook',
    ready: () => true,
    secretOf,
    refuses: of.outside.refuses,
    async send({ to, letter, signal }) {
      const body = JSON.stringify(to.payload);
      const timestamp = `${Math.floor(of.wallMs() / 1000)}`;
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'VangXa',
        'x-vangxa-id': letter.id,
        'x-vangxa-timestamp': timestamp,
        'x-vangxa-signature': `sha256=${signatureOf({ secret: secretOf(to.id), timestamp, body })}`,
      };
      const request = { url: to.url, headers, body, timeoutMs: TIMEOUT_MS, signal };
      return outcomeOf(await of.outside.ask(request), () => ({ kind: 'delivered' }));
    },
  };
}

/** Over the time too: an old message sent again is seen to be old. */
export function signatureOf(of: { secret: string; timestamp: string; body: string }): string {
  return createHmac('sha256', of.secret).update(`${of.timestamp}.${of.body}`).digest('hex');
}
