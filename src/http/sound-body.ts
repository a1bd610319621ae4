// A sound file as the body of a request: a stream handed on, never held in memory, refused early when it says it is too large.
// It must never know what becomes of it.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/errors.ts';
import { RECORDING_BODY_MAX_BYTES } from './schemas/recording.ts';

/** What says that it is too large is answered before it comes; what does not say is cut off by the safe door. */
export async function refuseTooLarge(request: FastifyRequest): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > RECORDING_BODY_MAX_BYTES)
    throw new AppError({
      code: 'foreign-too-large',
      fault: 'caller',
      say: {
        vi: 'Tệp âm thanh lớn hơn 32 MB. Hãy lưu lại thành MP3, M4A hoặc Opus rồi gửi lại.',
        en: 'The sound file is larger than 32 MB. Save it as MP3, M4A or Opus and send it again.',
      },
    });
}

export function bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  // refused in the middle, the connection must stay for the sentence that says why
  if (isStream(body)) return body.iterator({ destroyOnReturn: false });
  throw new AppError({
    code: 'invalid',
    fault: 'caller',
    say: {
      vi: 'Bản ghi âm: hãy gửi tệp dưới dạng application/octet-stream.',
      en: 'Recording: send the file as application/octet-stream.',
    },
    place: 'body',
  });
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'iterator' in body;

/** Aborts when the client closes the request before it has its answer: that is how one cancels. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}
