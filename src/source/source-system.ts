// The source system over HTTP and JSON (config/source-system/openapi.json): fetched from, told to, read.
// It must never decide what is let in, nor when anything is sent.
import { readBulletinJson } from '../domain/source/bulletin-json.ts';
import { mediaType } from '../domain/source/proof.ts';
import { refused } from '../domain/source/refused-words.ts';
import { isOwn } from '../domain/source/sound-wish.ts';
import type { Incoming, Refused } from '../domain/source/source-model.ts';
import type {
  Delivered,
  Parcel,
  PulledPage,
  SourceSetting,
  SourceSystem,
} from '../services/source/source-port.ts';
import { type Answer, type Ask, makeAsk } from './ask.ts';
import { readCapXml } from './cap-xml.ts';
import { pageOf } from './pulled-page.ts';

/** Half an hour of speech is 40 KB; a warning with every village's border is 200. */
export const PARCEL_MAX_BYTES = 256 * 1024;
export const PAGE_ITEMS_MAX = 100;
/** A page of a hundred usual bulletins is 400 KB; of the longest it is asked for in smaller ones. */
const PAGE_MAX_BYTES = 16 * 1024 * 1024;
/** "Taken" in a sentence or two. */
const ANSWER_MAX_BYTES = 64 * 1024;

export function makeSourceSystem(of: {
  setting: SourceSetting | null;
  baseUrl: string | null;
  token: string | null;
}): SourceSystem {
  const ask = of.baseUrl === null ? null : makeAsk({ baseUrl: of.baseUrl, token: of.token });
  return {
    setting: of.setting,
    read: readParcel,
    origin: of.baseUrl === null ? null : new URL(of.baseUrl).origin,
    fetchSound: (wanted) => fetchSound(of, wanted),
    pull: ({ since, signal }) => pull(needed(ask), { since, signal }),
    deliver: (letter, signal) => deliver(needed(ask), { letter, signal }),
  };
}

function needed(ask: Ask | null): Ask {
  if (ask === null) throw new Error('no address');
  return ask;
}

export function readParcel({
  contentType,
  body,
}: Pick<Parcel, 'contentType' | 'body'>): Incoming | Refused {
  if (body.length > PARCEL_MAX_BYTES)
    return refused('malformed', `${body.length} > ${PARCEL_MAX_BYTES}`);
  const kind = mediaType(contentType);
  if (kind === 'application/cap+xml') return readCapXml(body);
  return kind === 'application/json'
    ? readBulletinJson(body)
    : refused('malformed', 'content-type');
}

async function pull(
  ask: Ask,
  { since, signal }: { since: string; signal: AbortSignal },
): Promise<PulledPage> {
  const path = `/bulletins?since=${encodeURIComponent(since)}&limit=${PAGE_ITEMS_MAX}`;
  const headers = { accept: 'application/json' };
  const asked = { method: 'GET', path, headers, maxBytes: PAGE_MAX_BYTES, signal } as const;
  const { status, bytes } = await ask(asked);
  if (status !== 200) throw new Error(`HTTP ${status}`);
  return pageOf(bytes);
}

/** From its own address only: never redirected, and only the token's owner is shown the token. */
async function fetchSound(
  { baseUrl, token }: { baseUrl: string | null; token: string | null },
  of: { url: string; maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { url, maxBytes, signal } = of;
  if (baseUrl === null || !isOwn(url, baseUrl)) throw new Error('ELSEWHERE');
  const { origin, pathname, search } = new URL(url, baseUrl);
  const ask = makeAsk({ baseUrl: origin, token });
  const path = `${pathname}${search}`;
  const { status, bytes } = await ask({ method: 'GET', path, maxBytes, signal });
  if (status !== 200) throw new Error(`HTTP ${status}`);
  return bytes;
}

async function deliver(
  ask: Ask,
  of: { letter: { id: string; kind: string; body: string }; signal: AbortSignal },
): Promise<Delivered> {
  const { id, kind, body } = of.letter;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': id,
    'x-letter-kind': kind,
  };
  const how = { maxBytes: ANSWER_MAX_BYTES, signal: of.signal };
  try {
    return outcomeOf(await ask({ method: 'POST', path: '/letters', headers, body, ...how }));
  } catch (error) {
    return { kind: 'later', detail: (error as Error).message };
  }
}

/** A wrong token is somebody's mistake of today: no letter is lost by it. */
const LATER = new Set([401, 403, 404, 408, 425, 429]);

function outcomeOf({ status }: Answer): Delivered {
  const detail = `HTTP ${status}`;
  // 409: it has this letter already, from a try whose answer was lost
  if ((status >= 200 && status < 300) || status === 409) return { kind: 'delivered' };
  if (LATER.has(status) || status >= 500) return { kind: 'later', detail };
  return { kind: 'refused', detail };
}
