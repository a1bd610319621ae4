// How many bodies may be on their way in at once: each is held in memory until its last byte, or is a connection held.
// It must never know what is sent, nor whether it is wanted.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import { actorOf } from './door.ts';

/** One file while the last one's end is still on its way. */
const OF_ACCOUNT_MAX = 2;
/** Six of 25 MB are 150 MB of a small machine's memory; what is read then waits in turns of its own. */
const IN_ALL_MAX = 6;
/** What is handed on as it comes is no memory: as many as src/services/sound/arrivals.ts lets in. */
export const STREAMS_MAX = 24;

/** A hook for routes whose bodies are large: before a byte is read, after who is asking is known. */
export function boundUploads({ inAllMax = IN_ALL_MAX } = {}) {
  const open = new Map<string, number>();
  let inAll = 0;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { accountId } = actorOf(request);
    const theirs = open.get(accountId) ?? 0;
    if (theirs >= OF_ACCOUNT_MAX || inAll >= inAllMax) throw tooManyUploads(inAllMax);
    open.set(accountId, theirs + 1);
    inAll += 1;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      inAll -= 1;
      const left = (open.get(accountId) ?? 1) - 1;
      if (left > 0) open.set(accountId, left);
      else open.delete(accountId);
    };
    // whichever comes first: all of it came, it was cut off, or it was refused and answered
    request.raw.once('end', release).once('error', release).once('close', release);
    reply.raw.once('close', release);
  };
}

function tooManyUploads(inAllMax: number): AppError {
  return new AppError({
    code: 'too-many-uploads',
    fault: 'caller',
    say: {
      vi: `Nhiều tệp đang được gửi lên cùng lúc (nhiều nhất ${OF_ACCOUNT_MAX} của một tài khoản, ${inAllMax} của mọi người). Hãy đợi rồi gửi lại.`,
      en: `Many files are being sent at once (at most ${OF_ACCOUNT_MAX} of one account, ${inAllMax} in all). Wait and send it again.`,
    },
  });
}
