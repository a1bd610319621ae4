// The page's worker: opens the page without a line, and shows a message that came while nobody looked.
// It must never fetch or keep anything of the API: what was true an hour ago is not told as if it were now.

const SHELL = 'vang-xa-shell';
/** Screens are some thirty files; older builds' files are dropped when this many are kept. */
const KEPT_MAX = 150;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  // names under /assets/ carry a hash of their content: what is kept is what would be fetched
  if (url.pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(event.request));
  else if (url.pathname === '/') event.respondWith(fetchedOrKept(event.request));
});

async function keptOrFetched(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(shell, request, answer.clone());
  return answer;
}

/** The page names its files, so it is asked anew; without a line, the last one opens and says so itself. */
async function fetchedOrKept(request) {
  const shell = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(shell, '/', answer.clone());
    return answer;
  } catch (reason) {
    const kept = await shell.match('/');
    if (kept) return kept;
    throw reason;
  }
}

async function keep(shell, request, answer) {
  const kept = await shell.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - KEPT_MAX))) await shell.delete(old);
  await shell.put(request, answer);
}

/** What the service sends is its own; still only an address within this page is ever opened. */
const screenOf = (link) => {
  const at = typeof link === 'string' ? link.indexOf('#/') : -1;
  return at < 0 ? '/#/told' : `/${link.slice(at, at + 300)}`;
};

function saidIn(event) {
  try {
    return event.data?.json() ?? {};
  } catch {
    return {};
  }
}

self.addEventListener('push', (event) => {
  const { title, body, link, language, urgent, topic } = saidIn(event);
  // every push must be shown (the browser's condition): one that cannot be read still points to the list
  const shown = self.registration.showNotification(String(title ?? 'Vang Xa').slice(0, 150), {
    body: String(body ?? '').slice(0, 300),
    lang: language === 'en' ? 'en' : 'vi',
    icon: '/icons/192.png',
    badge: '/icons/192.png',
    // a newer one of the same takes its place, and is heard again
    tag: String(topic ?? 'vang-xa').slice(0, 64),
    renotify: true,
    requireInteraction: urgent === true,
    data: { screen: screenOf(link) },
  });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.screen ?? '/#/told'));
});

/** A page that is open already is used: a second one would be a second session on a small phone. */
async function open(screen) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [page] = pages;
  if (page === undefined) return self.clients.openWindow(screen);
  await page.focus();
  page.postMessage({ kind: 'open', screen });
}
