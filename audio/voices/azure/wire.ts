// The sockets that one connection of the SDK opened, and what came over them before it was a WebSocket.
// It must never know the SDK, words or keys: the SDK shows neither its sockets nor the headers of a refusal.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

export type Wire = {
  /** whatever is opened because of `act`, now or later, belongs to this wire */
  run<T>(act: () => T): T;
  /** how the last request was refused before it became a WebSocket */
  refused(): WireRefusal | null;
  /** between two sentences it does not keep the process alive */
  rest(): void;
  wake(): void;
  /** at once and for good, whatever state the connection is in */
  cut(): void;
};

export type WireRefusal = { status: number; retryAfterMs: number | null };

type Inner = { take(socket: Socket): void; refuse(refusal: WireRefusal): void };

const current = new AsyncLocalStorage<Inner>();
const asked = new WeakMap<ClientRequest, Inner>();
let listening = false;

export function createWire(): Wire {
  listen();
  const sockets = new Set<Socket>();
  let refusal: WireRefusal | null = null;
  let severed = false;
  const inner: Inner = {
    take(socket) {
      if (sockets.has(socket)) return;
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // It is announced just before it begins to connect, and connecting would bring it back to life.
      if (severed) process.nextTick(() => socket.destroy());
    },
    refuse(given) {
      refusal = given;
    },
  };
  return {
    run: (act) => current.run(inner, act),
    refused: () => refusal,
    rest() {
      for (const socket of sockets) socket.unref();
    },
    wake() {
      refusal = null;
      for (const socket of sockets) socket.ref();
    },
    cut() {
      severed = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Node's own channels, heard from the first wire on: outside of a wire each costs one look at nothing. */
function listen(): void {
  if (listening) return;
  listening = true;
  // A socket to a proxy is announced here, one under TLS only with its request.
  subscribe('net.client.socket', (message) => {
    current.getStore()?.take((message as { socket: Socket }).socket);
  });
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    const wire = current.getStore();
    if (wire === undefined) return;
    asked.set(request, wire);
    if (request.socket !== null) wire.take(request.socket);
  });
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const status = response.statusCode ?? 0;
    if (status < 300) return;
    const retryAfterMs = retryAfter(response.headers['retry-after'], Date.now());
    asked.get(request)?.refuse({ status, retryAfterMs });
  });
}

/** Seconds or a date (RFC 9110 10.2.3). */
export function retryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined || header.trim() === '') return null;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
