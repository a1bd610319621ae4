// Lets the browser keep the page itself, so that it opens on a hill without a line and says what is wrong.
// It must never know what the worker keeps (public/sw.js).

/** Browsers offer workers only over https and on this machine; without one the page works as before. */
export function openWithoutLine(): void {
  if (!('serviceWorker' in navigator)) return;
  // after the first screen: the worker must not compete for a slow line
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
