// A POST with an idempotency key is done once: pressed twice, or sent again after a lost answer.
// It must never know what a request does; secrets in answers are not kept, only that it was done.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import type { Once, Wish } from '../services/once.ts';
import type { App } from './door.ts';

/** draft-ietf-httpapi-idempotency-key-header; ours are UUIDs */
const HEADER = 'idempotency-key';
const KEY = /^[A-Za-z0-9_-]{8,64}$/;

/** Call after the hook that asks who calls: a stranger's key means nothing. */
export function answerOnce(app: App, once: Once): void {
  const wishes = new WeakMap<FastifyRequest, Wish>();
  app.addHook('preHandler', async (request, reply) => {
    const wish = wishOf(request);
    if (wish === null) return;
    const before = await once.begin(wish);
    if (before === null) {
      wishes.set(request, wish);
      return;
    }
    await sayAgain(reply, before);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const wish = wishes.get(request);
    if (wish === undefined) return payload;
    wishes.delete(request);
    const done = reply.statusCode < 400;
    once.finish(wish, done ? { status: reply.statusCode, answer: kept(request, payload) } : null);
    return payload;
  });
}

function wishOf(request: FastifyRequest): Wish | null {
  const key = request.headers[HEADER];
  if (request.method !== 'POST' || request.caller === null || key === undefined) return null;
  // a stop pressed twice is sent twice; a preview is of this moment and nothing to keep
  if (request.routeOptions.config.again === true) return null;
  // a password could be guessed from its fingerprint
  if (request.routeOptions.config.action?.startsWith('session.')) return null;
  if (typeof key !== 'string' || !KEY.test(key)) throw badKey();
  const print = createHash('sha256').update(`${request.method} ${request.url}\n`);
  const { body } = request;
  print.update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null));
  const accountId = request.caller.signedIn.actor.accountId;
  return { accountId, key, fingerprint: print.digest('hex') };
}

/** What is shown only once must not lie in a row for a day. */
function kept(request: FastifyRequest, payload: unknown): string | null {
  if (request.routeOptions.config.secretAnswer === true) return null;
  return typeof payload === 'string' ? payload : null;
}

async function sayAgain(
  reply: FastifyReply,
  { status, answer }: { status: number; answer: string | null },
): Promise<void> {
  if (answer === null && status !== 204) throw doneAlready();
  await reply
    .code(status)
    .header('idempotent-replay', 'true')
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((said: unknown) => String(said))
    .send(answer ?? '');
}

function doneAlready(): AppError {
  return new AppError({
    code: 'done-already',
    fault: 'conflict',
    say: {
      vi: 'Việc này đã làm xong ở lần bấm trước; câu trả lời chỉ hiện được một lần. Hãy xem danh sách.',
      en: 'This was done at the first press; its answer can be shown only once. Look at the list.',
    },
  });
}

function badKey(): AppError {
  return new AppError({
    code: 'bad-key',
    fault: 'caller',
    say: {
      vi: 'Khóa idempotency-key phải có 8 đến 64 chữ cái, số, gạch.',
      en: 'An idempotency-key has 8 to 64 letters, digits, hyphens or underscores.',
    },
    place: HEADER,
  });
}
