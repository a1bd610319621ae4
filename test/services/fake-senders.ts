// Channels that remember what they were given and answer as told: taken, slow, or dead.
// It must never reach anybody.
import type { Letter, Outcome, Senders } from '../../src/services/told/senders-port.ts';

export type Posted = { channel: keyof Senders; to: unknown; letter: Letter };
export type FakeSenders = Senders & {
  posted: Posted[];
  to(channel: keyof Senders): Posted[];
  /** what a channel answers from now on; a promise makes it slow */
  answers(channel: keyof Senders, outcome: Outcome | (() => Promise<Outcome> | Outcome)): void;
  /** nobody has set this channel up */
  without(channel: keyof Senders): void;
};

const SENT: Outcome = { kind: 'sent', providerId: null };
export const DEAD: Outcome = {
  ...{ kind: 'later', reason: 'no-answer', detail: 'TIMEOUT', askedMs: 0 },
};

export function fakeSenders(): FakeSenders {
  const posted: Posted[] = [];
  const answers = new Map<keyof Senders, () => Promise<Outcome> | Outcome>();
  const missing = new Set<keyof Senders>();
  const sender = <C extends keyof Senders>(channel: C) => ({
    channel,
    ready: () => !missing.has(channel),
    async send({ to, letter }: { to: unknown; letter: Letter }): Promise<Outcome> {
      posted.push({ channel, to, letter });
      return (await answers.get(channel)?.()) ?? SENT;
    },
  });
  return {
    posted,
    to: (channel) => posted.filter((one) => one.channel === channel),
    answers: (channel, outcome) =>
      void answers.set(channel, typeof outcome === 'function' ? outcome : () => outcome),
    without: (channel) => void missing.add(channel),
    push: { ...sender('push'), publicKey: 'B'.repeat(87) },
    mail: sender('mail'),
    sms: {
      ...sender('sms'),
      report: ({ secret, fields }) =>
        secret === 'right'
          ? {
              providerId: `${fields.id}`,
              state: fields.ok === true ? 'delivered' : 'failed',
              detail: 'DELIVRD',
            }
          : null,
    },
    webhook: {
      ...sender('webhook'),
      secretOf: (id) => `secret-of-${id}`,
      refuses: (url) => (url.startsWith('https://') ? null : 'not-https'),
    },
  };
}
