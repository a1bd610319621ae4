// What goes wrong at a desk: a line that is slow or gone, a session that ends, a name nobody should have typed.
// It must never go wrong by chance.
import type { CDPSession, Page } from 'playwright-core';

/** Issue #4: 1.6 Mbit/s each way, 300 ms. */
export const THREE_G = {
  offline: false,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
  latency: 300,
};

export type Line = { slow(): Promise<void>; gone(): Promise<void> };

export async function lineOf(page: Page): Promise<Line> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  return {
    slow: async () => void (await cdp.send('Network.emulateNetworkConditions', THREE_G)),
    gone: async () =>
      void (await cdp.send('Network.emulateNetworkConditions', { ...THREE_G, offline: true })),
  };
}

/** The session ends at the service, as after its hours; the page has not heard of it yet. */
export async function endSession(page: Page, base: string): Promise<void> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asked = await fetch(`${base}/api/session`, { headers: { cookie } });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const ended = await fetch(`${base}/api/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-csrf-token': csrfToken },
  });
  if (!ended.ok) throw new Error(`the session goes on: ${ended.status}`);
}

/** Markup, an emoji, a mark that turns the writing round, and no room to break a line. */
export const ODD_NAME = `<img src=x onerror=alert(1)> 🎉 \u202eabc\u202c ${'Ừ'.repeat(240)}`;
export const TOO_LONG = 'Nhà văn hóa '.repeat(42).slice(0, 500);
