// Says once that a proxy stands in front whose headers are not believed: everybody then has the proxy's address.
// It must never believe a header: a limit a person would feel counts addresses.
import type { App, HttpConfig } from './door.ts';

/** One line a start: a stranger may send this header with every request. */
export function tellUnheardProxy(app: App, { trustProxy }: Pick<HttpConfig, 'trustProxy'>): void {
  if (trustProxy !== false) return;
  let told = false;
  app.addHook('onRequest', async (request) => {
    if (told || request.headers['x-forwarded-for'] === undefined) return;
    told = true;
    request.log.warn(
      'X-Forwarded-For came and VANGXA_TRUST_PROXY is not set: all who come through a proxy count as one address ' +
        'for the limits of sign-in and reports, and cookies are not Secure.',
    );
  });
}
