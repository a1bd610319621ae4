// A speech service on this machine: the real protocol over a real WebSocket, and every way to go wrong on demand.
// It must never know the driver it is asked by.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  acceptOf,
  CLOSE,
  closeFrame,
  createReader,
  type Frame,
  frame,
  PING,
  PONG,
  TEXT,
} from './frames.ts';
import { ending, opening, readMessage, sounding, toneFor, turnEnd } from './usp.ts';

export type Behaviour =
  | { kind: 'whole' }
  /** closed by the service, before any sound or in the middle of it */
  | { kind: 'close'; code: number; reason: string; at: 'start' | 'middle' }
  /** the line breaks: no goodbye */
  | { kind: 'drop'; at: 'start' | 'middle' }
  /** half of the sound, then the end as if nothing were missing */
  | { kind: 'short'; tellsLength: boolean }
  /** the whole sound and its length, but never the end */
  | { kind: 'endless' }
  /** takes the letter and says nothing */
  | { kind: 'silent' }
  /** messages that are none */
  | { kind: 'garbled' }
  /** sound without end */
  | { kind: 'flood' };

export type Refused = { status: number; headers?: Record<string, string> };

export type SpeechServerOptions = {
  /** by the number of the upgrade, from 1; null: it becomes a WebSocket */
  upgrade?: (nth: number) => Refused | null;
  /** by the number of the letter, from 1 */
  behave?: (nth: number, ssml: string) => Behaviour;
  /** of each answer */
  latencyMs?: number;
};

export type SpeechServer = {
  endpoint: string;
  port: number;
  letters: string[];
  contexts: string[];
  configs: string[];
  upgrades: IncomingMessage[];
  /** changed: the old one is refused from then on, and lines that had it are closed */
  key: string;
  open(): number;
  /** the most letters under way at one moment */
  busiest(): number;
  closeLines(): void;
  close(): Promise<void>;
};

export const KEY = '0123456789abcdef0123456789abcdef';

export async function startSpeechServer(options: SpeechServerOptions = {}): Promise<SpeechServer> {
  const sockets = new Set<Duplex>();
  const timers = new Set<NodeJS.Timeout>();
  let underWay = 0;
  let busiest = 0;
  const server: SpeechServer = {
    endpoint: '',
    port: 0,
    letters: [],
    contexts: [],
    configs: [],
    upgrades: [],
    key: KEY,
    open: () => sockets.size,
    busiest: () => busiest,
    closeLines() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  const http = createServer((_request, response) => response.writeHead(404).end());
  http.on('upgrade', (request, socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    // Node's HTTP server leaves a half-closed socket open.
    socket.on('end', () => socket.end());
    server.upgrades.push(request);
    const refused = refusal(request, server, options);
    if (refused !== null) return refuse(socket, refused);
    accept(request, socket);
    socket.on(
      'data',
      createReader((heard) => onFrame(socket, heard)),
    );
  });
  function onFrame(socket: Socket, { opcode, payload }: Frame): void {
    if (opcode === CLOSE) {
      socket.end(closeFrame(1000, ''));
      return;
    }
    if (opcode === PING) {
      socket.write(frame({ opcode: PONG, payload }));
      return;
    }
    const { path, requestId, body } = readMessage(payload.toString());
    if (path === 'speech.config') server.configs.push(body);
    if (path === 'synthesis.context') server.contexts.push(body);
    if (path !== 'ssml') return;
    server.letters.push(body);
    underWay += 1;
    busiest = Math.max(busiest, underWay);
    const behaviour = options.behave?.(server.letters.length, body) ?? { kind: 'whole' };
    const timer = setTimeout(() => {
      timers.delete(timer);
      underWay -= 1;
      answer({ socket, requestId, ssml: body, behaviour });
    }, options.latencyMs ?? 0);
    timers.add(timer);
  }
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  server.port = (http.address() as AddressInfo).port;
  server.endpoint = `ws://127.0.0.1:${server.port}`;
  return server;
}

function refusal(
  request: IncomingMessage,
  server: SpeechServer,
  options: SpeechServerOptions,
): Refused | null {
  const asked = options.upgrade?.(server.upgrades.length) ?? null;
  if (asked !== null) return asked;
  return request.headers['ocp-apim-subscription-key'] === server.key ? null : { status: 401 };
}

function refuse(socket: Socket, { status, headers = {} }: Refused): void {
  const lines = Object.entries({ 'Content-Length': '0', Connection: 'close', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} Refused\r\n${head}\r\n`);
}

function accept(request: IncomingMessage, socket: Socket): void {
  const key = acceptOf(String(request.headers['sec-websocket-key']));
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
}

type Answering = { socket: Socket; requestId: string; ssml: string; behaviour: Behaviour };

function answer({ socket, requestId, ssml, behaviour }: Answering): void {
  const tone = toneFor(ssml);
  const said = messages({ requestId, tone, behaviour });
  for (const one of said) if (socket.writable) socket.write(frame(one));
  if (behaviour.kind === 'close') socket.end(closeFrame(behaviour.code, behaviour.reason));
  if (behaviour.kind === 'drop') setImmediate(() => socket.destroy());
}

type Saying = { requestId: string; tone: Int16Array; behaviour: Behaviour };

function messages({ requestId, tone, behaviour }: Saying): Frame[] {
  const begun = opening(requestId);
  const half = sounding(requestId, tone.subarray(0, tone.length >> 1)).slice(0, -1);
  const whole = [...begun, ...sounding(requestId, tone)];
  const length = ending(requestId, tone.length);
  switch (behaviour.kind) {
    case 'whole':
      return [...whole, length, turnEnd(requestId)];
    case 'endless':
      return [...whole, length];
    case 'short':
      return [...begun, ...half, ...(behaviour.tellsLength ? [length] : []), turnEnd(requestId)];
    case 'close':
    case 'drop':
      return behaviour.at === 'middle' ? [...begun, ...half] : [];
    case 'garbled':
      return [{ opcode: TEXT, payload: Buffer.from('Path:turn.start\r\n\r\n{') }];
    case 'flood': {
      const minute = sounding(requestId, new Int16Array(60 * 24_000)).slice(0, -1);
      return [...begun, ...Array.from({ length: 12 }, () => minute).flat()];
    }
    case 'silent':
      return [];
  }
}
