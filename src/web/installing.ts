// The browser's offer to install the page, caught when it comes: long before anybody opens the screen that shows it.
// It must never know that screen.
import { signal } from '@preact/signals';

/** Chromium's event (beforeinstallprompt), which no standard types name. */
type InstallEvent = Event & { prompt(): Promise<unknown> };
export const installOffer = signal<InstallEvent | null>(null);

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  installOffer.value = event as InstallEvent;
});
addEventListener('appinstalled', () => {
  installOffer.value = null;
});
