// The page's worker: shows a message that came while nobody looked, and opens its screen when it is pressed.
// It must never fetch or keep anything of the API.

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
