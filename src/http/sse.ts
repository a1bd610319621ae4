// Server-Sent Events: one stream per open page, told what changed that its reader may see.
// It must never know what a change means, nor decide who may see it: the services' door filters.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import type { Services } from '../services/door.ts';
import { callerOf } from './door.ts';

/** One session, six pages: HTTP/1.1 browsers open six connections to a host, more would hang. */
const STREAMS_PER_SESSION = 6;
/** A province's offices and 321 communes with a page open each, doubled. */
const STREAMS_TOTAL = 1_000;
/** About 2,000 changes unread: a page that far behind asks everything again anyway. */
const BUFFER_MAX_BYTES = 256 * 1024;
/** Proxies cut a silent connection after 30 or 60 s. */
const HEARTBEAT_MS = 20_000;

const BEAT = `event: beat\ndata: ${JSON.stringify({ kind: 'beat', id: '', tenantId: null, detail: {} })}\n\n`;

type Stream = { token: string; end(reason: string): void };
export type Streams = {
  open(request: FastifyRequest, reply: FastifyReply): void;
  /** at sign-out: a stream never outlives its session */
  endOf(token: string): void;
  endAll(): void;
  count(): number;
};

export function makeStreams(services: Services, heartbeatMs = HEARTBEAT_MS): Streams {
  const open = new Set<Stream>();
  const endWhere = (wanted: (stream: Stream) => boolean, reason: string) => {
    for (const stream of [...open]) if (wanted(stream)) stream.end(reason);
  };
  return {
    open(request, reply) {
      const { token } = callerOf(request);
      refuseTooMany(open, token);
      const stream = begin({ services, request, reply, heartbeatMs, gone: (s) => open.delete(s) });
      open.add(stream);
    },
    endOf: (token) => endWhere((stream) => stream.token === token, 'signed-out'),
    endAll: () => endWhere(() => true, 'closing'),
    count: () => open.size,
  };
}

function refuseTooMany(open: ReadonlySet<Stream>, token: string): void {
  const mine = [...open].filter((stream) => stream.token === token).length;
  if (open.size < STREAMS_TOTAL && mine < STREAMS_PER_SESSION) return;
  throw new AppError({
    code: 'too-many-listeners',
    fault: 'caller',
    say: {
      vi: 'Đang mở quá nhiều trang cùng lúc. Hãy đóng bớt rồi tải lại.',
      en: 'Too many pages are open at once. Close some and reload.',
    },
  });
}

function begin(parts: {
  services: Services;
  request: FastifyRequest;
  reply: FastifyReply;
  heartbeatMs: number;
  gone(stream: Stream): void;
}): Stream {
  const { services, request, reply } = parts;
  const { token, signedIn } = callerOf(request);
  const raw = reply.raw;
  const write = (text: string) => {
    raw.write(text);
    if (raw.writableLength > BUFFER_MAX_BYTES) raw.destroy();
  };
  // before the headers go out: listen() may refuse, and then an ordinary error is answered
  const stop = services.events.listen(signedIn.actor, (change) =>
    write(`event: ${change.kind}\ndata: ${JSON.stringify(change)}\n\n`),
  );
  const held = JSON.stringify(signedIn.grants);
  const beat = setInterval(() => {
    const still = services.session.find(token);
    if (still === null) stream.end('signed-out');
    // other rights now: the page comes back and is told what it may see today
    else if (JSON.stringify(still.grants) !== held) stream.end('rights-changed');
    // an event, not a comment: a page must be able to miss it (a dead 4G link closes nothing)
    else write(BEAT);
  }, parts.heartbeatMs);
  const stream: Stream = {
    token,
    end(reason) {
      raw.end(`event: bye\ndata: ${JSON.stringify({ reason })}\n\n`);
      close();
    },
  };
  const close = () => {
    clearInterval(beat);
    stop();
    parts.gone(stream);
  };
  raw.on('close', close);
  reply.hijack();
  raw.writeHead(200, HEADERS);
  // a dropped connection is tried again after 3 s, like the page's own banner says
  write('retry: 3000\n: hello\n\n');
  return stream;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};
