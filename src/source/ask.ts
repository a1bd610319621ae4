// One request to the source system: its own host only, never redirected, never long, never more than a bound.
// It must never know what is asked or what an answer means.

export type Asked = {
  method: 'GET' | 'POST';
  /** beneath the base address */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** an answer beyond it is cut off, whatever its header said */
  maxBytes: number;
  signal: AbortSignal;
};
export type Answer = { status: number; bytes: Buffer };
export type Ask = (asked: Asked) => Promise<Answer>;

/** @throws Error with a short reason: an address's own words may be anything */
export function makeAsk(of: { baseUrl: string; token: string | null }): Ask {
  const base = of.baseUrl.replace(/\/+$/u, '');
  return async ({ method, path, headers = {}, body, maxBytes, signal }) => {
    const answer = await fetch(`${base}${path}`, {
      ...{ method, signal, redirect: 'error' },
      headers: {
        'user-agent': 'VangXa',
        ...headers,
        ...(of.token === null ? {} : { authorization: `Bearer ${of.token}` }),
      },
      ...(body === undefined ? {} : { body }),
    }).catch((cause: unknown) => {
      throw new Error(reasonOf(cause));
    });
    return { status: answer.status, bytes: await bounded(answer, maxBytes) };
  };
}

/** Said in its header or not: a gigabyte is not read to its end. */
async function bounded(answer: Response, maxBytes: number): Promise<Buffer> {
  const said = Number(answer.headers.get('content-length') ?? 0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (said > maxBytes) await cutOff(answer, said);
  if (answer.body === null) return Buffer.alloc(0);
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error(`answer over ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function cutOff(answer: Response, bytes: number): Promise<never> {
  await answer.body?.cancel();
  throw new Error(`answer of ${bytes} bytes`);
}

/** A code and never a sentence: those may hold addresses. */
function reasonOf(cause: unknown): string {
  const { name, cause: inner } = cause as Error & { cause?: { code?: unknown; message?: string } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'TIMEOUT';
  if (typeof inner?.code === 'string') return inner.code;
  return /redirect/u.test(inner?.message ?? '') ? 'REDIRECT' : 'NO_ANSWER';
}
