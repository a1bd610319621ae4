// An SMS gateway as its owner describes it in a file: where to ask, what to send, what its answers mean.
// It must never know a number, a text or a secret: they are put in where the description leaves room.
import { AppError } from '../domain/errors.ts';

export type SmsGateway = {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** an object is sent as JSON; a text as it stands (a form), its gaps percent-encoded */
  body: string | Record<string, unknown> | null;
  /** how it wants a number written: +84912…, 84912… or 0912… */
  numbers: '+84' | '84' | '0';
  /** a 2xx that says no: taken only when this field of its JSON holds one of these */
  accepted: { field: string; values: readonly string[] } | null;
  /** the field with its own name of the message; ours is sent as {{id}} */
  idField: string | null;
  report: {
    id: string;
    state: string;
    delivered: readonly string[];
    failed: readonly string[];
  } | null;
};

export type Gaps = { to: string; text: string; id: string; secret: string };

/** @throws AppError bad-settings that says what is wrong with the description */
export function readGateway(json: string): SmsGateway {
  const found = parsed(json);
  const url = found.url;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw wrong('url');
  const method = found.method ?? 'POST';
  if (method !== 'GET' && method !== 'POST') throw wrong('method');
  const numbers = found.numbers ?? '84';
  if (numbers !== '+84' && numbers !== '84' && numbers !== '0') throw wrong('numbers');
  const headers = (found.headers ?? {}) as Record<string, unknown>;
  if (!isRecord(headers) || !Object.values(headers).every((one) => typeof one === 'string'))
    throw wrong('headers');
  const body = found.body ?? null;
  if (body !== null && typeof body !== 'string' && !isRecord(body)) throw wrong('body');
  return {
    ...{ url, method, numbers, body },
    headers: headers as Record<string, string>,
    accepted: acceptedOf(found.accepted),
    idField: typeof found.idField === 'string' ? found.idField : null,
    report: reportOf(found.report),
  };
}

function parsed(json: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(json);
    if (isRecord(found)) return found;
  } catch {
    // said below, with what it must be
  }
  throw wrong('JSON');
}

function acceptedOf(found: unknown): SmsGateway['accepted'] {
  if (found === undefined || found === null) return null;
  if (!isRecord(found) || typeof found.field !== 'string') throw wrong('accepted');
  return { field: found.field, values: textsOf(found.values) };
}

function reportOf(found: unknown): SmsGateway['report'] {
  if (found === undefined || found === null) return null;
  if (!isRecord(found)) throw wrong('report');
  const { id, state } = found;
  if (typeof id !== 'string' || typeof state !== 'string') throw wrong('report');
  return { id, state, delivered: textsOf(found.delivered), failed: textsOf(found.failed) };
}

const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);
const textsOf = (found: unknown): string[] => (Array.isArray(found) ? found.map(String) : []);

function wrong(place: string): AppError {
  return new AppError({
    code: 'bad-settings',
    fault: 'caller',
    say: {
      vi: `VANGXA_SMS_FILE: mục "${place}" sai. Xem mẫu config/sms-gateway.json.`,
      en: `VANGXA_SMS_FILE: "${place}" is wrong. See config/sms-gateway.json for an example.`,
    },
    place,
  });
}

const PERCENT = (value: string): string => encodeURIComponent(value);
const PLAIN = (value: string): string => value;

export function filled(gateway: SmsGateway, gaps: Gaps) {
  const { method, body } = gateway;
  const headers = Object.fromEntries(
    Object.entries(gateway.headers).map(([name, value]) => [name, fill(value, gaps, PLAIN)]),
  );
  const isText = typeof body === 'string';
  if (body !== null && !isText) headers['content-type'] ??= 'application/json; charset=utf-8';
  if (isText) headers['content-type'] ??= 'application/x-www-form-urlencoded';
  const sent = isText ? fill(body, gaps, PERCENT) : body && JSON.stringify(within(body, gaps));
  if (sent !== null) headers['content-length'] = `${Buffer.byteLength(sent)}`;
  return { url: fill(gateway.url, gaps, PERCENT), method, headers, body: sent };
}

function within(value: unknown, gaps: Gaps): unknown {
  if (typeof value === 'string') return fill(value, gaps, PLAIN);
  if (Array.isArray(value)) return value.map((one) => within(one, gaps));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one, gaps)]));
}

/** Once over the text: what is put in is never itself searched for gaps. */
function fill(text: string, gaps: Gaps, as: (value: string) => string): string {
  return text.replace(/\{\{(to|text|id|secret)\}\}/g, (_, gap: keyof Gaps) => as(gaps[gap]));
}
