// One request to a server outside that somebody named: never to this machine or network, never redirected, never long.
// It must never know what is sent or what an answer means.
import { lookup as systemLookup } from 'node:dns';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryReason } from '../domain/told/notification-model.ts';
import { isLoopback, isPublic } from './public-address.ts';

export type OutsideRequest = {
  url: string;
  method?: 'GET' | 'POST';
  headers: Record<string, string | number>;
  body: Uint8Array | string | null;
  timeoutMs: number;
  signal: AbortSignal;
};
export type OutsideAnswer =
  | { kind: 'answer'; status: number; retryAfterMs: number; text: string }
  | { kind: 'failed'; reason: DeliveryReason; detail: string | null };
export type Outside = {
  ask(request: OutsideRequest): Promise<OutsideAnswer>;
  /** what can be known of an address before it is looked up */
  refuses(url: string): 'not-https' | 'forbidden-address' | null;
};

/** An answer says yes or no; more than this is somebody filling our memory. */
const ANSWER_MAX_BYTES = 64 * 1024;
/** A receiver may ask for patience, not for silence. */
const PATIENCE_MAX_MS = 3_600_000;

export type OutsideSetting = {
  /** anybody's addresses: only public ones, by https · trusted: whatever the machine's owner set */
  whose: 'anybody' | 'owner';
  /** for trials on one machine: loopback counts as outside, and may be plain http */
  loopback: boolean;
  /** certificates to believe beside the system's */
  ca?: string;
  lookup?: typeof systemLookup;
};

export function makeOutside(setting: OutsideSetting): Outside {
  const refuses = (url: string) => refusesOf(setting, url);
  return {
    refuses,
    ask(request) {
      const refused = refuses(request.url);
      if (refused !== null) return Promise.resolve(failed('forbidden-address', refused));
      // a header with letters that no header may have is thrown at once, not told later
      return exchange(setting, request).catch((error: Error) =>
        failed('not-set-up', codeOf(error)),
      );
    },
  };
}

function refusesOf(setting: OutsideSetting, address: string): ReturnType<Outside['refuses']> {
  if (!URL.canParse(address)) return 'forbidden-address';
  const { protocol, hostname, username, password } = new URL(address);
  if (setting.whose === 'owner') return /^https?:$/.test(protocol) ? null : 'not-https';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (setting.loopback && isLoopback(host) && protocol === 'http:') return null;
  if (protocol !== 'https:') return 'not-https';
  // an address with a password in it would be shown to everybody who sees the address
  if (username !== '' || password !== '') return 'forbidden-address';
  const local = host === 'localhost' || host.endsWith('.localhost');
  if (isIP(host) === 0) return local && !setting.loopback ? 'forbidden-address' : null;
  return reachable(setting, host) ? null : 'forbidden-address';
}

function reachable({ whose, loopback }: OutsideSetting, address: string): boolean {
  return whose === 'owner' || isPublic(address) || (loopback && isLoopback(address));
}

function exchange(setting: OutsideSetting, asked: OutsideRequest): Promise<OutsideAnswer> {
  const isTls = asked.url.startsWith('https:');
  const options: RequestOptions & { ca?: string } = {
    method: asked.method ?? 'POST',
    headers: asked.headers,
    // the very address that is connected to is judged: a name may mean another one a moment later
    lookup: judged(setting),
    agent: false,
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(asked.timeoutMs)]),
    ...(setting.ca === undefined ? {} : { ca: setting.ca }),
  };
  return new Promise((resolve) => {
    const request = (isTls ? tlsRequest : plainRequest)(asked.url, options, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes <= ANSWER_MAX_BYTES) return;
        resolve(failed('bad-answer', 'over 64 KB'));
        request.destroy();
      });
      answer.on('error', (error) => resolve(failed('no-answer', codeOf(error))));
      answer.on('end', () =>
        resolve({
          kind: 'answer',
          status: answer.statusCode ?? 0,
          retryAfterMs: retryAfterMs(answer.headers['retry-after']),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', (error) => resolve(failed(reasonOf(error), codeOf(error))));
    request.end(asked.body ?? undefined);
  });
}

function judged(setting: OutsideSetting): LookupFunction {
  const lookup = setting.lookup ?? systemLookup;
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [], 0);
      const allowed = addresses.every(({ address }) => reachable(setting, address));
      const [first] = addresses;
      if (!allowed || first === undefined)
        return done(Object.assign(new Error('not outside'), { code: FORBIDDEN }), [], 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

const FORBIDDEN = 'FORBIDDEN_ADDRESS';
const reasonOf = (error: Error): DeliveryReason =>
  codeOf(error) === FORBIDDEN ? 'forbidden-address' : 'no-answer';

/** A code and never a sentence: those may hold addresses. */
function codeOf(error: Error & { code?: unknown }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TIMEOUT';
  return typeof error.code === 'string' ? error.code : 'ERROR';
}

function failed(reason: DeliveryReason, detail: string | null): OutsideAnswer {
  return { kind: 'failed', reason, detail };
}

function retryAfterMs(header: string | undefined): number {
  const seconds = /^\d{1,6}$/.test(header ?? '') ? Number(header) : 0;
  return Math.min(seconds * 1000, PATIENCE_MAX_MS);
}
