// A mock of the province's source system: bulletins lie ready to be fetched, letters are taken and counted.
// It must never be reached from another machine: it listens on loopback only.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockKey, signed } from './signing.ts';
import { bulletin, type Item, malicious, type Where } from './written.ts';

export const MODES = [
  'normal',
  'slow',
  'down',
  'duplicate',
  'out-of-order',
  'contradictory',
  'malicious',
] as const;
export type Mode = (typeof MODES)[number];
export type Letter = { id: string; kind: string; body: Record<string, unknown> };
export type MockSystem = {
  url: string;
  setMode(mode: Mode): void;
  /** lies ready from now on */
  add(item: Item): void;
  /** fetched at that path from now on; null: it leads elsewhere */
  addSound(path: string, bytes: Uint8Array | null): void;
  /** each once, in the order they first came */
  letters(): Letter[];
  /** how often a letter came that was here already */
  repeats(): number;
  close(): Promise<void>;
};

/** A letter is some kilobytes; what is longer is no letter of ours. */
const LETTER_MAX_BYTES = 4 * 1024 * 1024;
const LETTERS_MAX = 100_000;
const PAGE_MAX = 100;
const SLOW_MS = 3_000;
const GIGABYTE = 1024 ** 3;

export async function openSourceSystem(of: {
  port: number;
  key: MockKey;
  where: Where;
  mode: Mode;
  token: string | null;
  onLetter?(letter: Letter): void;
  slowMs?: number;
  /** malicious: a page that says it has a gigabyte, and one that only has it */
  hugePage?: 'said' | 'unsaid' | null;
}): Promise<MockSystem> {
  const ready: Item[] = [];
  const sounds = new Map<string, Uint8Array | null>();
  const letters = new Map<string, Letter>();
  let mode = of.mode;
  let repeats = 0;
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    if (mode === 'down') return void request.socket.destroy();
    if (mode === 'slow') await pause(of.slowMs ?? SLOW_MS);
    if (of.token !== null && request.headers.authorization !== `Bearer ${of.token}`)
      return say(reply, 401, { error: 'token' });
    const url = new URL(request.url ?? '/', 'http://x');
    if (request.method === 'GET' && url.pathname === '/bulletins') {
      if (of.hugePage) return huge(reply, of.hugePage);
      const items = behaved(ready, mode, of.where);
      return say(reply, 200, page({ items, url, key: of.key }));
    }
    if (request.method === 'GET' && sounds.has(url.pathname))
      return sound(reply, sounds.get(url.pathname) ?? null);
    if (request.method !== 'POST' || url.pathname !== '/letters') return say(reply, 404, {});
    const letter = await letterIn(request);
    if (letter === null || letters.size >= LETTERS_MAX) return say(reply, 413, {});
    if (letters.has(letter.id)) repeats += 1;
    else {
      letters.set(letter.id, letter);
      of.onLetter?.(letter);
    }
    say(reply, 200, { taken: letter.id });
  };
  const server = createServer((request, reply) => {
    answer(request, reply).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(of.port, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    setMode(next) {
      mode = next;
    },
    add: (item) => void ready.push(item),
    addSound: (path, bytes) => void sounds.set(path, bytes),
    letters: () => [...letters.values()],
    repeats: () => repeats,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same list, as a system in this mood hands it out. */
function behaved(ready: readonly Item[], mode: Mode, where: Where): Item[] {
  if (mode === 'duplicate') return ready.flatMap((item) => [item, item]);
  if (mode === 'out-of-order') return [...ready].reverse();
  if (mode === 'contradictory') return ready.flatMap((item) => [item, retold(item, where)]);
  return mode === 'malicious' ? [...ready, ...Object.values(malicious(where))] : [...ready];
}

/** Under the same name and revision, something else. */
function retold(item: Item, where: Where): Item {
  if (item.contentType !== 'application/json') return item;
  const said = JSON.parse(item.body.toString('utf8')) as Record<string, unknown>;
  return bulletin(where, { ...said, title: 'Khác hẳn', text: 'Nội dung khác dưới cùng một mã.' });
}

function page(of: { items: readonly Item[]; url: URL; key: MockKey }) {
  const from = Number(of.url.searchParams.get('since') ?? '') || 0;
  const limit = Math.min(PAGE_MAX, Number(of.url.searchParams.get('limit')) || PAGE_MAX);
  const shown = of.items.slice(from, from + limit);
  const next = from + shown.length;
  const items = shown.map(({ contentType, body, signs }) => ({
    contentType,
    payload: body.toString('base64'),
    signature: signs ? signed(of.key, { contentType, body, timestampMs: Date.now() }) : null,
  }));
  return { items, next: String(next), more: next < of.items.length };
}

function sound(reply: ServerResponse, bytes: Uint8Array | null): void {
  if (bytes === null) reply.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
  else reply.writeHead(200, { 'content-type': 'audio/wav' }).end(bytes);
}

/** A gigabyte, said so in its header or not: nobody may read it to its end. */
function huge(reply: ServerResponse, how: 'said' | 'unsaid'): void {
  const chunk = Buffer.alloc(64 * 1024, 32);
  reply.writeHead(200, {
    'content-type': 'application/json',
    ...(how === 'said' ? { 'content-length': GIGABYTE } : {}),
  });
  let sent = 0;
  const more = () => {
    while (sent < GIGABYTE && !reply.destroyed) {
      sent += chunk.length;
      if (!reply.write(chunk)) return void reply.once('drain', more);
    }
    reply.end();
  };
  more();
}

async function letterIn(request: IncomingMessage): Promise<Letter | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LETTER_MAX_BYTES) return null;
    chunks.push(chunk);
  }
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  const { headers } = request;
  return { id: String(headers['idempotency-key']), kind: String(headers['x-letter-kind']), body };
}

function say(reply: ServerResponse, status: number, body: unknown): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
