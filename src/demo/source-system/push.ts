// Brings one bulletin to a running service, signed as the source system signs.
// It must never know what becomes of it.
import { type MockKey, signed } from './signing.ts';
import type { Item } from './written.ts';

export type Pushed = { status: number; body: Record<string, unknown>; tookMs: number };

/** @param to the service's address, as http://127.0.0.1:8080 */
export async function pushBulletin(of: { to: string; item: Item; key: MockKey }): Promise<Pushed> {
  const { contentType, body, signs } = of.item;
  const { keyId, timestampMs, value } = signed(of.key, {
    contentType,
    body,
    timestampMs: Date.now(),
  });
  const startedMs = performance.now();
  const answer = await fetch(`${of.to.replace(/\/+$/u, '')}/api/source/bulletins`, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      ...(signs
        ? {
            'x-source-key': keyId,
            'x-source-timestamp': String(timestampMs),
            'x-source-signature': value,
          }
        : {}),
    },
    body: new Uint8Array(body),
  });
  const text = await answer.text();
  const tookMs = Math.round(performance.now() - startedMs);
  return { status: answer.status, body: asJson(text), tookMs };
}

/** The service's clock may be a demonstration's: a bulletin is issued by that one. */
export async function clockOf(to: string): Promise<number> {
  const answer = await fetch(`${to.replace(/\/+$/u, '')}/api/health`);
  const { planNowMs } = (await answer.json()) as { planNowMs: number };
  return planNowMs;
}

function asJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text: text.slice(0, 200) };
  }
}
