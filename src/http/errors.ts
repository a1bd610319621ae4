// Turns every failure into one answer: a status by whose fault it is, and a sentence in two languages.
// It must never know what the services do, nor show a stack or a path to anybody.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type Fault, type Sentence } from '../domain/errors.ts';
import type { App } from './door.ts';
import { sayWhatIsWrong } from './wrong-field.ts';

const STATUS: Record<Fault, number> = {
  caller: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  ours: 500,
  world: 503,
};
/** Codes whose status says more than their fault does. */
const STATUS_BY_CODE: Record<string, number> = {
  'body-too-large': 413,
  gone: 410,
  'key-reused': 422,
  'media-type': 415,
  'range-outside': 416,
  'too-many-attempts': 429,
  'too-many-commands': 429,
  'too-many-listeners': 429,
  'too-many-reports': 429,
  'too-many-uploads': 429,
};

export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError | AppError, request, reply) =>
    send({ error: adapt(error, request), cause: error, request, reply }),
  );
  app.setNotFoundHandler((request, reply) =>
    send({ error: noSuchAddress(), cause: null, request, reply }),
  );
}

export function statusOf(error: AppError): number {
  return STATUS_BY_CODE[error.code] ?? STATUS[error.fault];
}

function send(failure: {
  error: AppError;
  cause: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
}): FastifyReply {
  const { error, request, reply } = failure;
  const status = statusOf(error);
  if (status >= 500) request.log.error({ err: failure.cause, code: error.code }, error.say.en);
  const { code, fault, say, place } = error;
  // serialised by hand: the fallback answer must not depend on a route's schema
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((answer: unknown) => JSON.stringify(answer))
    .send({ error: { code, fault, message: say, place } });
}

function adapt(error: FastifyError | AppError, request: FastifyRequest): AppError {
  if (isAppError(error)) return error;
  if (error.validation !== undefined) {
    const wrong = sayWhatIsWrong(error.validation, error.validationContext ?? 'body');
    return new AppError({ code: 'invalid', fault: 'caller', ...wrong });
  }
  const known = (KNOWN[error.code] ?? KNOWN[String(error.statusCode)])?.(request);
  if (known !== undefined) return new AppError({ fault: 'caller', ...known });
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new AppError({ code: 'bad-request', fault: 'caller', say: BAD_REQUEST });
  }
  return new AppError({ code: 'ours', fault: 'ours', say: OURS, place: request.id });
}

/** By shape, not by class: a room that may not import the class throws the same fields. */
function isAppError(error: unknown): error is AppError {
  return error instanceof Error && 'fault' in error && 'say' in error && 'code' in error;
}

function tooLarge(request: FastifyRequest): { code: string; say: Sentence } {
  const { bodyLimit, config } = request.routeOptions;
  const isJson = request.headers['content-type']?.startsWith('application/json');
  const limit = config.bodyMaxBytes?.[isJson ? 'json' : 'file'] ?? bodyLimit;
  const megabytes = Math.floor(limit / 1024 / 1024);
  const isDocument = config.bodyMaxBytes !== undefined;
  const advice = {
    vi: isDocument ? ' Hãy chia văn bản thành nhiều phần.' : '',
    en: isDocument ? ' Split the document into parts.' : '',
  };
  return {
    code: 'body-too-large',
    say: {
      vi: `Nội dung gửi lên lớn hơn ${megabytes} MB nên không được nhận.${advice.vi}`,
      en: `What was sent is larger than ${megabytes} MB and was not taken.${advice.en}`,
    },
  };
}

const notJson = () => ({
  code: 'not-json',
  say: {
    vi: 'Nội dung gửi lên không phải JSON đúng dạng.',
    en: 'What was sent is not well-formed JSON.',
  },
});

const outside = () => ({
  code: 'range-outside',
  say: {
    vi: 'Đoạn âm thanh được hỏi nằm ngoài tệp.',
    en: 'The part asked for lies outside the file.',
  },
});

const KNOWN: Record<string, (request: FastifyRequest) => { code: string; say: Sentence }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: notJson,
  416: outside, // from @fastify/static, which names it by its status alone
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => ({
    code: 'media-type',
    say: {
      vi: 'Kiểu nội dung này không được nhận: hãy gửi JSON, hoặc tệp dạng application/octet-stream.',
      en: 'This content type is not taken: send JSON, or a file as application/octet-stream.',
    },
  }),
};

const BAD_REQUEST: Sentence = {
  vi: 'Yêu cầu không đúng dạng.',
  en: 'The request is not well-formed.',
};
const OURS: Sentence = {
  vi: 'Hệ thống gặp lỗi của chính nó. Việc vừa rồi có thể chưa được lưu; hãy thử lại.',
  en: 'The service failed by its own fault. What you did may not be saved; please try again.',
};

function noSuchAddress(): AppError {
  return new AppError({
    code: 'no-such-address',
    fault: 'missing',
    say: { vi: 'Không có địa chỉ này.', en: 'There is no such address.' },
  });
}

export function tooManyAttempts(seconds: number): AppError {
  return new AppError({
    code: 'too-many-attempts',
    fault: 'caller',
    say: {
      vi: `Bạn đã thử quá nhiều lần. Hãy đợi ${seconds} giây rồi thử lại.`,
      en: `Too many attempts. Wait ${seconds} seconds and try again.`,
    },
  });
}
