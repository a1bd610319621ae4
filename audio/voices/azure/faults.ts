// What a refusal of the service means: whose affair it is, and whether asking again can help. Pure.
// It must never know how often it was asked before, nor the SDK.
import type { SoundCode } from '../../errors.ts';

/** What came instead of an answer: the SDK's sentence, and what the wire itself said when it said something. */
export type Refusal = { said: string; status: number | null; retryAfterMs: number | null };

export type Fault = {
  code: SoundCode;
  /** asking again may help */
  again: boolean;
  /** when the service said so */
  retryAfterMs: number | null;
  said: string;
};

/** What this side says itself, in the place of the service. */
export const SAID = {
  silent: 'no sign of life in time',
  short: 'the answer is shorter than it says or than its words can be',
  tooLong: 'the answer is longer than any request may be',
} as const;

type Line = { code: SoundCode; again: boolean; statuses?: readonly number[]; words?: RegExp };

/**
 * The first line that fits. Statuses are those of HTTP at the upgrade and of the WebSocket at its close (RFC 6455
 * 7.4). The service closes with 1007 for anything from a bad letter to throttling, so its words go before its numbers.
 */
const LINES: readonly Line[] = [
  { code: 'voice-slow', again: true, words: new RegExp(SAID.silent) },
  { code: 'voice-failed', again: true, words: new RegExp(SAID.short) },
  { code: 'voice-failed', again: false, words: new RegExp(SAID.tooLong) },
  { code: 'voice-quota', again: false, words: /quota/i },
  {
    code: 'voice-throttled',
    again: true,
    statuses: [429, 4429, 1013],
    words: /throttl|too many requests|toomanyrequests|ResourceExhausted|concurrent request limit/i,
  },
  {
    code: 'voice-key',
    again: false,
    statuses: [401, 403],
    words: /unauthori[sz]ed|forbidden|authentication|subscription key|access denied/i,
  },
  { code: 'voice-unknown', again: false, words: /unsupported voice|voices will no longer be/i },
  // A wrong address, a proxy that wants another password, a certificate of another house: a person must look.
  { code: 'voice-unreachable', again: false, statuses: [301, 302, 307, 308, 404, 407] },
  { code: 'voice-unreachable', again: false, words: /certificate|CERT_|altnames|SSL routines/i },
  { code: 'voice-failed', again: false, statuses: [400, 413, 415, 1002, 1003, 1007, 1009] },
  { code: 'voice-failed', again: true, statuses: [1011] },
  { code: 'voice-unreachable', again: true, statuses: [408, 500, 502, 503, 504, 1012, 1014] },
  { code: 'voice-unreachable', again: true, statuses: [1000, 1001, 1005, 1006] },
  {
    code: 'voice-unreachable',
    again: true,
    words: /ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|EPIPE|socket|[Cc]onnection|proxy/,
  },
];

export function faultOf(refusal: Refusal): Fault {
  const statuses = statusesOf(refusal);
  const line = LINES.find(
    ({ statuses: known, words }) =>
      known?.some((status) => statuses.includes(status)) || words?.test(refusal.said),
  );
  const fault = {
    code: line?.code ?? 'voice-failed',
    again: line?.again ?? true,
    retryAfterMs: refusal.retryAfterMs,
    said: refusal.said,
  } as const;
  // The gateway before the service answers 403 both to a wrong key and to a used-up quota; only the latter ends by itself.
  const spent = fault.code === 'voice-key' && statuses.includes(403) && fault.retryAfterMs !== null;
  return spent ? { ...fault, code: 'voice-quota' } : fault;
}

/** 1006 only says that there was no closing: whatever else is known says more. */
function statusesOf({ said, status }: Refusal): number[] {
  const written = said.matchAll(
    /(?:server response:|error code:|StatusCode:|closed\.) ?(\d{3,4})/g,
  );
  const all = [status ?? 0, ...[...written].map((match) => Number(match[1]))].filter(Boolean);
  const telling = all.filter((one) => one !== 1006);
  return telling.length > 0 ? telling : all;
}

/** What an error may carry on: no key, no password, no path of this machine, one line. */
export function withoutSecrets(said: string, secrets: readonly string[]): string {
  const lines = said.split('\n').filter((line) => !/^\s*at /.test(line));
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((text, secret) => text.replaceAll(secret, '…'), lines.join(' '))
    .replace(/\?\S*/g, '?…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SAID);
}
/** A sentence for a log, not a page. */
const MAX_SAID = 300;
